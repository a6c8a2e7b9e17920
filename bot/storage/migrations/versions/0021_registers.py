"""Recommendations, requests to and from ЦУР"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "recommendations",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("protocol_id", KEY, nullable=False),
        sa.Column("protocol_number", sa.Integer(), nullable=False),
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("adopted_on", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("changed_on", sa.Date()),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["protocol_id"], ["protocols.id"], name=op.f("fk_recommendations_protocol_id_protocols")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendations")),
        sa.UniqueConstraint("protocol_id", "item", name=op.f("uq_recommendations_protocol_id_item")),
    )
    op.create_table(
        "centre_requests",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("outgoing", sa.Boolean(), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("due", sa.Date()),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.Column("answered_on", sa.Date()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_centre_requests")),
    )
    op.create_index(op.f("ix_centre_requests_answered_on_due"), "centre_requests", ["answered_on", "due"])
