"""Registration by hand, and an index of what is not registered yet."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    op.add_column(
        "messages", sa.Column("registered_by_hand", sa.Boolean, nullable=False, server_default=sa.false())
    )
    waiting = sa.text("answered_at IS NULL AND registered_at IS NULL")
    op.create_index(
        "ix_messages_unregistered",
        "messages",
        ["channel", "received_at"],
        sqlite_where=waiting,
        postgresql_where=waiting,
    )
