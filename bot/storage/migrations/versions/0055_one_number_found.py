"""A message is found by its channel and number as they are compared

The unique index of numbers leaves empty ones out, so no join can use it: each row of a file read all
messages of its channel.
"""

from __future__ import annotations

from alembic import op

revision = "0055"
down_revision = "0054"


def upgrade() -> None:
    """An index of both."""
    op.create_index("ix_messages_same_number", "messages", ["number_key", "channel"])
