"""Who prepared a proposal for its seat's holder"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("proposals", sa.Column("prepared_by", sa.BigInteger()))
