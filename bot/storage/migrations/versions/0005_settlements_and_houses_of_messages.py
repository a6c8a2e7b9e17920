"""Settlements and houses of messages, for the figures"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column(
        "messages", sa.Column("settlement", sa.String(length=120), server_default="", nullable=False)
    )
    op.add_column("messages", sa.Column("address", sa.String(length=120), server_default="", nullable=False))
    op.create_index(op.f("ix_messages_received"), "messages", ["received_at"])
