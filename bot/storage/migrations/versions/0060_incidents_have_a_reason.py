"""Why the answers of an incident are late, for the messages that join it later"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0060"
down_revision = "0059"


def upgrade() -> None:
    op.add_column("incidents", sa.Column("reason", sa.Text(), nullable=False, server_default=""))
