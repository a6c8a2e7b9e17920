"""What is open of a block and of a unit, what is out of control of a unit: found in the order of receipt"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0064"
down_revision = "0063"

_INDEXES = {
    "open_received_by_block": ("block", "answered_at IS NULL"),
    "open_received_by_unit": ("unit", "answered_at IS NULL"),
    "outside_by_unit": ("unit", "outside != ''"),
}


def upgrade() -> None:
    """Indexes of few messages: the oldest open ones of a block were sought among all that it had answered."""
    for name, (first, of) in _INDEXES.items():
        where = sa.text(of)
        op.create_index(
            f"ix_messages_{name}",
            "messages",
            [first, "received_at", "id"],
            sqlite_where=where,
            postgresql_where=where,
        )
