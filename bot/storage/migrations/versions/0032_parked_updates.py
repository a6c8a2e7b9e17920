"""Updates that failed and are tried again"""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    """A table; nothing waits in it yet."""
    op.create_table(
        "parked_updates",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("failure", sa.Text(), nullable=False),
        sa.Column("try_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parked_updates")),
        sa.UniqueConstraint("update_id", name=op.f("uq_parked_updates_update_id")),
    )
    op.create_index(op.f("ix_parked_updates_chat_id"), "parked_updates", ["chat_id"])
