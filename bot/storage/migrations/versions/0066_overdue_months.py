"""Packed months count what is overdue without an answer too: they are counted anew"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0066"
down_revision = "0065"


def upgrade() -> None:
    """What was packed is let go of first, so that no row lacks the new number."""
    for name in ("packed_tallies", "packed_messages", "packed_months"):
        op.execute(sa.delete(sa.table(name)))
    with op.batch_alter_table("packed_tallies") as table:
        table.add_column(sa.Column("overdue", sa.Integer(), nullable=False))
