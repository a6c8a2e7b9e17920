"""Cards that time alone changes say when"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.storage.columns import Moment

revision = "0061"
down_revision = "0060"

_KINDS = ("registry", "meeting", "reminder", "invitations", "absence", "digest", "statistics", "start")


def upgrade() -> None:
    """Those that stand in chats already are shown once more, to say it; nothing is edited that stays so."""
    op.add_column("outbox", sa.Column("renew_at", Moment(), nullable=True))
    given = sa.column("renew_at").is_not(None)
    op.create_index("ix_outbox_renewed", "outbox", ["renew_at"], sqlite_where=given, postgresql_where=given)
    outbox = sa.table("outbox", *map(sa.column, ("kind", "live", "created_at", "renew_at")))
    op.execute(
        sa.update(outbox).where(outbox.c.live, outbox.c.kind.in_(_KINDS)).values(renew_at=outbox.c.created_at)
    )
