"""Signed papers on their way to units, their receipts among them"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_table(
        "dispatches",
        sa.Column("entity", sa.String(length=60), nullable=False),
        sa.Column("unit", sa.String(length=60), nullable=False),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True)),
        sa.Column("sent_by", sa.BigInteger()),
        sa.Column("confirmed_at", sa.DateTime(timezone=True)),
        sa.Column("confirmed_by", sa.BigInteger()),
        sa.PrimaryKeyConstraint("entity", "unit", name=op.f("pk_dispatches")),
    )
    op.execute(
        "INSERT INTO dispatches (entity, unit, by_hand, sent_at, confirmed_at, confirmed_by) "
        "SELECT 'protocol:' || protocol_id, unit, false, confirmed_at, confirmed_at, user_id FROM receipts"
    )
    op.drop_table("receipts")
