"""The office's chat may be a topic of a group; when the messenger was last heard"""

import sqlalchemy as sa
from alembic import op

from bot.storage.columns import Moment

revision = "0045"
down_revision = "0044"


def upgrade() -> None:
    """Groups without topics, and what goes to them, have none."""
    op.add_column("office_chats", sa.Column("topic", sa.BigInteger()))
    op.add_column("outbox", sa.Column("topic", sa.BigInteger()))
    op.create_table(
        "listening",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("heard_at", Moment(), nullable=False),
        sa.Column("away_seconds", sa.Integer(), nullable=False),
        sa.Column("back_at", Moment()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_listening")),
    )
