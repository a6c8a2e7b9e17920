"""Copies a database in use, and proves the copy: SQLite by its own backup, PostgreSQL by `pg_dump`."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sqlite3
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

from bot.storage.copies.failure import Away, CopyFailed, Damaged, whole_or_nothing
from bot.storage.copies.postgresql import postgresql
from bot.storage.copies.proof import Contents, contents_of, contents_of_file
from bot.storage.engine import engine_for_now
from bot.storage.trouble import damage_of, damaged

# What SQLite and the bot keep beside a database: a copy there would be taken for a part of it.
_KEPT = ("-wal", "-shm", "-journal", ".lock")
# What is not proven never has a copy's name.
DOUBTFUL = ".damaged"


def copy_database(url: URL, target: Path) -> Contents:
    """Copy the database to a new file while the bot runs, and read all that was written.

    Raises CopyFailed and leaves no half of a copy; Damaged where the database is broken. Where only its audit
    log was changed past the program, what was copied stays under a name of its own.
    """
    if target.exists():
        raise CopyFailed("cli-file-exists", str(target))
    if url.get_backend_name() == "sqlite" and _belongs_to(sqlite_file(url).resolve(), target.absolute()):
        raise CopyFailed("cli-name-kept", str(target))
    with whole_or_nothing(target) as growing:
        if url.get_backend_name() == "sqlite":
            contents = _copy_sqlite(sqlite_file(url), growing)
        else:
            contents = asyncio.run(_dump(url, growing))
        if contents.damage:
            raise Damaged(str(sqlite_file(url)), contents.damage)
        if contents.broken_entry is not None:
            doubtful = growing.replace(target.with_name(target.name + DOUBTFUL))
            raise CopyFailed("cli-copy-doubtful", str(doubtful), entry=str(contents.broken_entry))
    return contents


def sqlite_file(url: URL) -> Path:
    """The file of a SQLite database."""
    assert url.database  # a database in memory is for no office
    return Path(url.database)


def _belongs_to(database: Path, file: Path) -> bool:
    """Whether a file's name is one that this database keeps for itself."""
    place = file.parent.resolve() / file.name
    return any(place == database.with_name(database.name + suffix) for suffix in _KEPT)


def _copy_sqlite(source: Path, target: Path) -> Contents:
    if not source.exists():
        raise CopyFailed("cli-no-file", str(source))
    try:
        with (
            contextlib.closing(sqlite3.connect(source)) as old,
            contextlib.closing(sqlite3.connect(target)) as new,
        ):
            old.backup(new)
        return contents_of_file(target)
    except sqlite3.Error as error:
        if damaged(error):
            raise Damaged(str(source), damage_of(error)) from None
        raise


async def _dump(url: URL, target: Path) -> Contents:
    """What is dumped and what is read are one snapshot; then the dump is read through."""
    try:
        async with engine_for_now(url) as engine, engine.connect() as connection:
            await connection.execution_options(isolation_level="REPEATABLE READ")
            snapshot = await connection.scalar(select(func.pg_export_snapshot()))
            contents = await connection.run_sync(contents_of)
            postgresql("pg_dump", url, "--format=custom", f"--snapshot={snapshot}", f"--file={target}")
    except (SQLAlchemyError, OSError) as error:
        raise Away(url.database or "", error) from None
    postgresql("pg_restore", None, f"--file={os.devnull}", str(target))
    return contents
