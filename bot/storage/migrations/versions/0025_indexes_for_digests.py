"""Indexes that leave open messages to their own: one of all answers tempted SQLite to read every open one"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    for name, column, rows in (
        ("ix_messages_answered", "answered_at", sa.text("answered_at IS NOT NULL")),
        ("ix_messages_open_imported", "imported_at", sa.text("answered_at IS NULL")),
    ):
        op.execute(f"DROP INDEX IF EXISTS {name}")
        op.create_index(name, "messages", [column], sqlite_where=rows, postgresql_where=rows)
    op.drop_index("ix_messages_imported", "messages")
