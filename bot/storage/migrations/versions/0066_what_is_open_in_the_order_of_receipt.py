"""What is open of a block or a unit is found in the order of receipt"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0066"
down_revision = "0062"


def upgrade() -> None:
    """Indexes of open messages alone: by those of all messages a page passed what was answered in years."""
    of = sa.text("answered_at IS NULL")
    for whose in ("block", "unit"):
        op.create_index(
            f"ix_messages_open_received_by_{whose}",
            "messages",
            [whose, "received_at", "id"],
            sqlite_where=of,
            postgresql_where=of,
        )
