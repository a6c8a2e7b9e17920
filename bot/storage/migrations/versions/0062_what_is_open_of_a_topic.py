"""What is open of a topic is found in the order of terms"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0062"
down_revision = "0061"


def upgrade() -> None:
    """An index of open messages alone, as blocks and channels have them.

    That there is no answer stands in it too: SQLite looks at what it asks, though the index says it.
    """
    of = sa.text("answered_at IS NULL")
    op.create_index(
        "ix_messages_open_by_topic",
        "messages",
        ["topic", "deadline_at", "id", "answered_at"],
        sqlite_where=of,
        postgresql_where=of,
    )
