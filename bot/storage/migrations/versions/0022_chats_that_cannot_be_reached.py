"""Chats that cannot be reached, failures of updates counted"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.create_table(
        "unreachable_chats",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("try_again_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_unreachable_chats")),
    )
    with op.batch_alter_table("poison_updates") as table:
        table.add_column(sa.Column("tries", sa.Integer(), server_default="1", nullable=False))
        table.alter_column("set_aside_at", existing_type=sa.DateTime(timezone=True), nullable=True)
