"""Live cards are found by their kind"""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    """An index on the few that are live; texts and documents stay out of it."""
    live = sa.column("live", sa.Boolean())
    op.create_index("ix_outbox_live_kind", "outbox", ["kind"], sqlite_where=live, postgresql_where=live)
