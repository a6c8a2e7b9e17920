"""Protocols worded anew before signing: their version, and the former records"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("protocols", sa.Column("version", sa.Integer(), server_default="1", nullable=False))
    op.create_table(
        "former_records",
        sa.Column("protocol_id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["protocol_id"], ["protocols.id"], name=op.f("fk_former_records_protocol_id_protocols")
        ),
        sa.PrimaryKeyConstraint("protocol_id", "version", name=op.f("pk_former_records")),
    )
    op.create_index(op.f("ix_former_records_sha256"), "former_records", ["sha256"])
