"""What the database knows of its own rows: without it, which index a query takes is a guess.

PostgreSQL gathers it by itself in time, SQLite never does.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import text

from bot.storage.database import Database

_SQLITE_PIECES = text(
    "SELECT coalesce(i.name, t.name) FROM sqlite_schema t "
    "LEFT JOIN sqlite_schema i ON i.tbl_name = t.name AND i.type = 'index' "
    "WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.sql NOT LIKE 'CREATE VIRTUAL%' "
    "AND (:of = '' OR t.name = :of) ORDER BY 1"
)
_SQLITE_KNOWN = text("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'")


async def gather_statistics(database: Database, table: str = "") -> None:
    """Count anew what the planner goes by, of one table or of all; in full, for a sample misleads it.

    On SQLite an index at a time, each in a transaction of its own: nobody waits for more than one.
    """
    pieces = await _sqlite_pieces(database, table) if database.sqlite else [table]
    for piece in pieces:
        async with database.write() as uow:
            await uow.connection.exec_driver_sql(f'ANALYZE "{piece}"' if piece else "ANALYZE")
    # A connection knows what was there when it was opened.
    await database.engine.dispose()


async def has_statistics(database: Database) -> bool:
    """Whether anything was ever counted; PostgreSQL sees to it that there is."""
    if not database.sqlite:
        return True
    async with database.read() as uow:
        return bool(await uow.connection.scalar(_SQLITE_KNOWN))


async def _sqlite_pieces(database: Database, table: str) -> Sequence[str]:
    async with database.read() as uow:
        return list(await uow.connection.scalars(_SQLITE_PIECES, {"of": table}))
