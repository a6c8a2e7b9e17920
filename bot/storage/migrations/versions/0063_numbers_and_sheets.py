"""A file's sheets that were not read are told; PostgreSQL finds a number by its beginning and its parts

SQLite does the latter of its own accord.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0063"
down_revision = "0062"

_WORDS = "translate(number, '-/', '  ') || ' ' || topic || ' ' || text || ' ' || executor"


def upgrade() -> None:
    """On PostgreSQL an index of numbers by their characters; that of words has a number's parts apart."""
    op.add_column("imports", sa.Column("skipped", sa.JSON))
    if op.get_bind().dialect.name != "postgresql":
        return
    op.create_index(
        "ix_messages_number_begins",
        "messages",
        ["number_key"],
        postgresql_ops={"number_key": "text_pattern_ops"},
    )
    op.execute("DROP INDEX ix_messages_words")
    op.execute(f"CREATE INDEX ix_messages_words ON messages USING gin (to_tsvector('russian', {_WORDS}))")
