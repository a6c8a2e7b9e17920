"""Restores a copy to a temporary place, as it would be restored in need, and reads all of it."""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

from sqlalchemy import text
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

from bot.storage.copies.failure import CopyFailed
from bot.storage.copies.making import sqlite_file
from bot.storage.copies.postgresql import put_back
from bot.storage.copies.proof import Contents, contents_of_file, contents_of_server
from bot.storage.copies.restoring import restore_sqlite
from bot.storage.engine import engine_for_now


def contents_restored(url: URL, copy: Path) -> Contents:
    """What a copy holds once it is restored: SQLite beside it, PostgreSQL as a database of its own.

    Nothing of it is left. Raises CopyFailed.
    """
    if url.get_backend_name() == "sqlite":
        with tempfile.TemporaryDirectory(prefix=".drill-", dir=copy.parent) as folder:
            target = Path(folder) / sqlite_file(url).name
            restore_sqlite(target, copy, "drill")
            return contents_of_file(target)
    return asyncio.run(_restored_aside(url, copy))


async def _restored_aside(url: URL, copy: Path) -> Contents:
    try:
        async with _temporary_database(url) as aside:
            put_back(aside, copy)
            return await contents_of_server(aside)
    except (SQLAlchemyError, OSError) as error:
        raise CopyFailed("drill-no-database", type(error).__name__) from None


@contextlib.asynccontextmanager
async def _temporary_database(url: URL) -> AsyncIterator[URL]:
    name = f"drill_{uuid4().hex[:12]}"
    async with engine_for_now(url) as engine, engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0"))
        try:
            yield url.set(database=name)
        finally:
            await connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
