"""What the office decides about a message's term: extensions, appeals, messages sent on"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("messages", sa.Column("extended_by", sa.Integer(), server_default="0", nullable=False))
    op.add_column("messages", sa.Column("as_appeal", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("messages", sa.Column("forwarded_to", sa.Text(), server_default="", nullable=False))
    op.create_table(
        "extensions",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("message_id", KEY, nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("told_on", sa.Date()),
        sa.Column("seat", sa.Integer(), nullable=False),
        sa.Column("extended_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["messages.id"], name=op.f("fk_extensions_message_id_messages")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extensions")),
    )
    op.create_index(op.f("ix_extensions_message_id"), "extensions", ["message_id"])
