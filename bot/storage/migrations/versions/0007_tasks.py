"""Tasks that decisions gave"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "tasks",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("protocol_id", KEY, nullable=False),
        sa.Column("protocol_number", sa.Integer(), nullable=False),
        sa.Column("protocol_day", sa.Date(), nullable=False),
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("seat", sa.Integer()),
        sa.Column("unit", sa.String(length=60)),
        sa.Column("due", sa.Date()),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("asked_until", sa.Date()),
        sa.Column("done_on", sa.Date()),
        sa.Column("history", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["protocol_id"], ["protocols.id"], name=op.f("fk_tasks_protocol_id_protocols")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tasks")),
    )
    op.create_index(op.f("ix_tasks_protocol_id"), "tasks", ["protocol_id"])
    op.create_index(op.f("ix_tasks_state_due"), "tasks", ["state", "due"])
    op.create_index(op.f("ix_tasks_seat"), "tasks", ["seat"])
    op.create_index(op.f("ix_tasks_unit"), "tasks", ["unit"])
