"""Columns of a registry that were not understood."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    op.add_column("imports", sa.Column("unread", sa.JSON))
