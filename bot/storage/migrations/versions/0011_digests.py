"""Digests that were made, who wants no empty ones, lists asked for; when an answer became known"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "digests",
        sa.Column("seat", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("seat", "day", name=op.f("pk_digests")),
    )
    op.create_table(
        "muted_digests",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("muted_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_muted_digests")),
    )
    op.create_table(
        "exports",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("section", sa.String(length=20), nullable=False),
        sa.Column("chosen", sa.JSON(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exports")),
    )
    waiting = sa.text("NOT made")
    op.create_index("ix_exports_waiting", "exports", ["id"], sqlite_where=waiting, postgresql_where=waiting)
    op.add_column("messages", sa.Column("answer_noted_at", sa.DateTime(timezone=True)))
    op.execute("UPDATE messages SET answer_noted_at = answered_at")
    is_open = sa.text("answered_at IS NULL")
    op.create_index(
        "ix_messages_open", "messages", ["deadline_at"], sqlite_where=is_open, postgresql_where=is_open
    )
    op.create_index("ix_messages_answer_noted", "messages", ["answer_noted_at"])
    op.create_index("ix_messages_imported", "messages", ["imported_at"])
