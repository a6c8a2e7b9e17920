"""Requests for materials"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.create_table(
        "material_requests",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("due", sa.Date()),
        sa.Column("archive_for", sa.BigInteger()),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_material_requests")),
    )
    op.create_index(op.f("ix_material_requests_state_due"), "material_requests", ["state", "due"])
    op.create_index(op.f("ix_material_requests_archive_for"), "material_requests", ["archive_for"])
