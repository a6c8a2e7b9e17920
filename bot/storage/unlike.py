"""A database that is not as this program made it: another program's, or changed past it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, inspect
from sqlalchemy.exc import SQLAlchemyError

from bot.storage.columns import metadata

OURS = frozenset({"alembic_version", "audit", "meetings", "messages", "outbox"})
"""Tables that every schema of this program has."""

_NAMED = 5


class UnlikeOurs(SQLAlchemyError):
    """`how`: «others», «versions» or «altered»; `names` of tables, schemas or columns that show it."""

    def __init__(self, how: str, names: Sequence[str]) -> None:
        super().__init__(f"{how}: {', '.join(names[:_NAMED])}")
        self.how, self.names = how, names[:_NAMED]


def expect_whole(connection: Connection) -> None:
    """Raises UnlikeOurs where a table or a column of this program's newest schema is not there."""
    columns = inspect(connection).get_multi_columns()
    there = {table: {one["name"] for one in found} for (_, table), found in columns.items()}
    lost = [
        table.name if table.name not in there else f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.columns
        if column.name not in there.get(table.name, ())
    ]
    if lost:
        raise UnlikeOurs("altered", list(dict.fromkeys(lost)))
