"""The language that a person chose."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    op.add_column("bindings", sa.Column("language", sa.String(8), nullable=False, server_default=""))
