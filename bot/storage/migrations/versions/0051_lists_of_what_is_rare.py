"""What is out of control, and what waits by its receipt, is found without reading all the rest"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"

_INDEXES = {
    "outside": ([], "outside != ''"),
    "outside_by_block": (["block"], "outside != ''"),
    "outside_by_channel": (["channel"], "outside != ''"),
    "open_received": ([], "answered_at IS NULL"),
}


def upgrade() -> None:
    """Indexes that hold no more than what they are of."""
    for name, (first, of) in _INDEXES.items():
        where = sa.text(of)
        op.create_index(
            f"ix_messages_{name}",
            "messages",
            [*first, "received_at", "id"],
            sqlite_where=where,
            postgresql_where=where,
        )
