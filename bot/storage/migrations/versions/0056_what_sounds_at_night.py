"""What is urgent sounds at any hour; all else comes without a sound while the office rests"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0056"
down_revision = "0055"


def upgrade() -> None:
    """A mark of what is urgent; what waits to be sent at this moment comes as if it were not."""
    op.add_column("outbox", sa.Column("urgent", sa.Boolean(), nullable=False, server_default=sa.false()))
