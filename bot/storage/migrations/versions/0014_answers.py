"""What was answered, how well, and units given by hand"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.add_column(
        "messages", sa.Column("unit_by_hand", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    for name in ("result", "quality"):
        op.add_column("messages", sa.Column(name, sa.String(length=20), server_default="", nullable=False))
