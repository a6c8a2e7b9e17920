"""Recounts of terms after the profile has changed"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "recounts",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("last_message", KEY, server_default="0", nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recounts")),
    )
    op.create_table(
        "recount_moves",
        sa.Column("recount_id", KEY, nullable=False),
        sa.Column("message_id", KEY, nullable=False),
        sa.Column("deadline_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deadline_after", sa.DateTime(timezone=True), nullable=False),
        sa.Column("block_before", sa.String(length=40)),
        sa.Column("block_after", sa.String(length=40)),
        sa.ForeignKeyConstraint(
            ["recount_id"], ["recounts.id"], name=op.f("fk_recount_moves_recount_id_recounts")
        ),
        sa.ForeignKeyConstraint(
            ["message_id"], ["messages.id"], name=op.f("fk_recount_moves_message_id_messages")
        ),
        sa.PrimaryKeyConstraint("recount_id", "message_id", name=op.f("pk_recount_moves")),
    )
