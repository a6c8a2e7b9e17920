"""Quiet hours, and notices that wait for their end"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.create_table(
        "quiet_hours",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("begin", sa.Time(), nullable=False),
        sa.Column("end", sa.Time(), nullable=False),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_quiet_hours")),
    )
    op.add_column("outbox", sa.Column("not_before", sa.DateTime(timezone=True)))
