"""Many messages dealt with at once; messages of one incident; answer templates"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0047"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Tables, and a column that says nothing of what is kept already."""
    op.create_table(
        "several_messages",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("chosen", sa.JSON(), nullable=False),
        sa.Column("doing", sa.String(20), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("looked_at", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("done", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("left", sa.JSON(), nullable=False),
        sa.Column("incident", KEY, nullable=False, server_default="0"),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_several_messages")),
    )
    confirmed = sa.text("state = 'confirmed'")
    op.create_index(
        "ix_several_messages_confirmed",
        "several_messages",
        ["id"],
        sqlite_where=confirmed,
        postgresql_where=confirmed,
    )
    op.create_table(
        "incidents",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("settlement", sa.String(120), nullable=False),
        sa.Column("street", sa.String(120), nullable=False),
        sa.Column("houses", sa.String(20), nullable=False),
        sa.Column("block", sa.String(40), nullable=True),
        sa.Column("unit", sa.String(60), nullable=False),
        sa.Column("channels", sa.JSON(), nullable=False),
        sa.Column("offered", sa.JSON(), nullable=False),
        sa.Column("last_message", KEY, nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("grown", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents")),
    )
    op.create_index(op.f("ix_incidents_seen_at"), "incidents", ["seen_at"])
    for table in ("messages", "import_before"):
        op.add_column(table, sa.Column("incident_id", KEY, nullable=True))
    of_one = sa.text("incident_id IS NOT NULL")
    op.create_index(
        "ix_messages_incident",
        "messages",
        ["incident_id", "deadline_at", "id"],
        sqlite_where=of_one,
        postgresql_where=of_one,
    )
    op.create_table(
        "answer_templates",
        sa.Column("topic", sa.String(400), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("changed_by", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("topic", name=op.f("pk_answer_templates")),
    )
