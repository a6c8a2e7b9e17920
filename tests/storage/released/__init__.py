"""Databases as programs of their time left them after two played days, one for each schema.

A release adds its own: `python -m tests.storage.released`. Schemas that no program on the main line ever had
for its newest (0004, 0020, 0024: they came together with the next one) have none.
"""

from __future__ import annotations

import shutil
import tarfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, Table, create_engine, func, insert, select
from sqlalchemy.ext.asyncio import create_async_engine

from bot.storage.migrating import upgrade
from tests.templates import new_database, sqlite_address

FOLDER = Path(__file__).parent

Rows = list[dict[str, Any]]


def released() -> list[str]:
    """Schemas that a database is kept of, the oldest first."""
    # The list stands beside the archive: to read it must not cost unpacking everything.
    lists = sorted(FOLDER.glob("*.txt"))
    return [line.removesuffix(".db") for names in lists for line in names.read_text("utf-8").split()]


def unpack(folder: Path) -> dict[str, Path]:
    """Lay every database in this folder as a SQLite file; by schema."""
    for archive in FOLDER.glob("*.tar.xz"):
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
    return {file.stem: file for file in folder.glob("*.db")}


def contents(connection: Connection) -> dict[str, Rows]:
    """Every row of every table but alembic's and those of SQLite's search, by key; moments in UTC."""
    return {table.name: _rows(connection, table) for table in _tables(connection)}


def contents_of_file(file: Path) -> dict[str, Rows]:
    """The same of a SQLite file."""
    engine = create_engine(f"sqlite:///{file}")
    with engine.connect() as source:
        rows = contents(source)
    engine.dispose()
    return rows


async def laid(kept: Path, server: str | None, target: Path) -> str:
    """Address of a copy of one of them: in the target file, or on the PostgreSQL server."""
    if server is None:
        return sqlite_address(Path(shutil.copy(kept, target)))
    url = await new_database(server)
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(lambda sync: upgrade(sync, kept.stem))
        await connection.run_sync(lambda sync: _copy_rows(kept, sync))
    await engine.dispose()
    return url


def _copy_rows(file: Path, connection: Connection) -> None:
    """Rows of a SQLite database into the same tables of another engine, with their keys."""
    rows = contents_of_file(file)
    for table in _tables(connection):
        if rows[table.name]:
            connection.execute(insert(table), rows[table.name])
        if "id" in table.columns and rows[table.name]:
            sequence = connection.scalar(select(func.pg_get_serial_sequence(table.name, "id")))
            if sequence is not None:
                connection.execute(
                    select(func.setval(sequence, select(func.max(table.c.id)).scalar_subquery()))
                )


def _tables(connection: Connection) -> list[Table]:
    found = MetaData()
    found.reflect(connection, only=lambda name, _: not name.startswith(("alembic", "message_words")))
    return found.sorted_tables


def _rows(connection: Connection, table: Table) -> Rows:
    found = connection.execute(select(table).order_by(*table.primary_key.columns))
    return [_plain(row) for row in found.mappings()]


def _plain(row: Any) -> dict[str, Any]:
    return {
        name: value.replace(tzinfo=UTC) if isinstance(value, datetime) and value.tzinfo is None else value
        for name, value in row.items()
    }
