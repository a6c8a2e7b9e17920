"""What people said of a channel's files; statuses as they were said, and messages out of control"""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    """A table; columns that say nothing of what is kept already."""
    op.create_table(
        "understandings",
        sa.Column("channel", sa.String(40), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("channel", name=op.f("pk_understandings")),
    )
    for table in ("messages", "import_rows"):
        op.add_column(table, sa.Column("said_status", sa.String(80), nullable=False, server_default=""))
        op.add_column(table, sa.Column("outside", sa.String(20), nullable=False, server_default=""))
    columns = [one for one in sa.inspect(op.get_bind()).get_columns("messages") if one["name"] != "id"]
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "import_before",
        sa.Column("id", key, nullable=False),
        sa.Column("import_id", key, nullable=False),
        sa.Column("message_id", key, nullable=False),
        *(sa.Column(one["name"], one["type"], nullable=True) for one in columns),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_before")),
    )
    op.create_index(
        op.f("ix_import_before_import_id_message_id"), "import_before", ["import_id", "message_id"]
    )
    op.add_column("imports", sa.Column("applied_at", sa.DateTime(timezone=True)))
    op.add_column("imports", sa.Column("gone", sa.JSON()))
    op.add_column("imports", sa.Column("questions", sa.JSON()))
    op.add_column("imports", sa.Column("tries", sa.Integer(), nullable=False, server_default="0"))
