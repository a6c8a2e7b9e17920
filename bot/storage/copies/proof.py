"""Whether a database is whole, and how much it holds."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, NullPool, create_engine, func, inspect, select, table
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from bot.storage.audit import audit, first_broken
from bot.storage.engine import engine_for_now


@dataclass(frozen=True, slots=True)
class Contents:
    """What a database was found to hold.

    `damage` is the engine's word for what is broken, empty where nothing is; `broken_entry` the first entry
    of the audit log that does not follow from the one before; `last_entry` its newest's id and hash, written
    at `last_at`.
    """

    rows: Mapping[str, int]
    damage: str = ""
    broken_entry: int | None = None
    last_entry: tuple[int, str] | None = None
    last_at: datetime | None = None

    @property
    def total(self) -> int:
        """Rows of all tables."""
        return sum(self.rows.values())


def contents_of(connection: Connection) -> Contents:
    """Read all of a database once."""
    if _is_sqlite(connection) and (damage := _damage(connection)):
        return Contents({}, damage)
    rows = {
        name: connection.scalar(select(func.count()).select_from(table(name))) or 0
        for name in _tables(connection)
    }
    if audit.name not in rows:
        return Contents(rows)
    entries = select(audit.c.id, audit.c.hash, audit.c.at).order_by(audit.c.id.desc())
    newest = connection.execute(entries.limit(1)).first()
    broken = first_broken(connection)
    return Contents(rows, "", broken, (newest.id, newest.hash), newest.at) if newest else Contents(rows)


def _tables(connection: Connection) -> list[str]:
    """Those that the database has, whichever of them this command has loaded; none of a search's own."""
    named = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'"
    searches = connection.exec_driver_sql(named).scalars().all() if _is_sqlite(connection) else []
    return [
        name
        for name in inspect(connection).get_table_names()
        if name != "alembic_version" and not any(name.startswith(search) for search in searches)
    ]


def _is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"


def _damage(connection: Connection) -> str:
    """What SQLite finds broken in the file, or in the references between rows; PostgreSQL watches both."""
    found = str(connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar())
    if found != "ok":
        return " ".join(found.split())
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    return f"{lost[0]}:{lost[1]} → {lost[2]}" if lost else ""


def contents_of_file(file: Path) -> Contents:
    """Read all of a SQLite file that nobody writes to. Raises sqlite3.Error."""
    with opened(file) as connection:
        return contents_of(connection)


async def contents_of_server(url: URL) -> Contents:
    """Read all of a database on a PostgreSQL server. Raises SQLAlchemyError, OSError."""
    async with engine_for_now(url) as engine, engine.connect() as connection:
        return await connection.run_sync(contents_of)


@contextlib.contextmanager
def opened(file: Path) -> Iterator[Connection]:
    """A connection that only reads, and leaves nothing beside the file. Raises sqlite3.Error."""
    # Immutable: without it a file in WAL mode would get a -shm beside it.
    address = f"file:{quote(str(file.resolve()))}?mode=ro&immutable=1"
    engine = create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(address, uri=True), poolclass=NullPool
    )
    with _unwrapped(), engine.connect() as connection:
        yield connection


@contextlib.contextmanager
def _unwrapped() -> Iterator[None]:
    """The driver's own error instead of SQLAlchemy's around it."""
    try:
        yield
    except DBAPIError as error:
        raise error.orig if error.orig is not None else error from None
