"""Whether a message's block is presumed by what its topic is like"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column(
        "messages", sa.Column("block_presumed", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
