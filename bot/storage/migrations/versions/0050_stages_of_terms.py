"""Stages of terms: raised importance, interim answers, refutations by citizens"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0049"


def upgrade() -> None:
    """Columns that say nothing of what is kept already."""
    flags = {"messages": ("important", "staged_by_hand"), "import_rows": ("important",)}
    for table, names in flags.items():
        for name in names:
            op.add_column(table, sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false()))
    for name in ("important", "staged_by_hand"):
        op.add_column("import_before", sa.Column(name, sa.Boolean(), nullable=True))
    for table in ("messages", "import_rows", "import_before"):
        for name in ("interim_at", "refuted_at"):
            op.add_column(table, sa.Column(name, sa.DateTime(timezone=True), nullable=True))
