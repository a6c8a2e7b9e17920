"""Many messages dealt with at once; messages of one incident"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0040"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Tables, and a column that says nothing of what is kept already."""
    op.create_table(
        "several_messages",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("chosen", sa.JSON(), nullable=False),
        sa.Column("doing", sa.String(20), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("looked_at", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("done", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("left", sa.JSON(), nullable=False),
        sa.Column("incident", KEY, nullable=False, server_default="0"),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_several_messages")),
    )
    confirmed = sa.text("state = 'confirmed'")
    op.create_index(
        "ix_several_messages_confirmed",
        "several_messages",
        ["id"],
        sqlite_where=confirmed,
        postgresql_where=confirmed,
    )
