"""Rows of registry files on their way in"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "import_rows",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("import_id", KEY, nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("number", sa.String(length=80), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True)),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("topic_group", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("executor", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("settlement", sa.String(length=120), nullable=False),
        sa.Column("address", sa.String(length=120), nullable=False),
        sa.Column("registry_hash", sa.String(length=32), nullable=False),
        sa.Column("block", sa.String(length=40)),
        sa.Column("block_presumed", sa.Boolean(), nullable=False),
        sa.Column("unit", sa.String(length=60)),
        sa.Column("deadline_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True)),
        sa.Column("conflict", sa.String(length=40), server_default="", nullable=False),
        sa.Column("taken", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_rows")),
    )
    op.create_index(op.f("ix_import_rows_import_id"), "import_rows", ["import_id"])
    # Previews of the former kind are read again.
    op.execute("UPDATE imports SET state = 'received' WHERE state IN ('ready', 'applying')")
