"""Puts a copy in the database's place; what stood there is kept."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from glob import escape
from pathlib import Path

from sqlalchemy import Connection, inspect
from sqlalchemy.engine import URL
from sqlalchemy.exc import OperationalError

from bot.storage.copies.failure import CopyFailed, whole_or_nothing
from bot.storage.copies.making import copy_database, sqlite_file
from bot.storage.copies.naming import BEFORE_RESTORE, before_restore
from bot.storage.copies.postgresql import put_back, revision_in, tables_in
from bot.storage.copies.proof import Contents, contents_of, contents_of_server, opened
from bot.storage.migrating import known_revisions, revision_of
from bot.storage.serving import Served, unserved
from bot.storage.trouble import damaged, lacks_something
from bot.storage.unlike import OURS, UnlikeOurs


@dataclass(frozen=True, slots=True)
class Restored:
    """`aside` is what stood there before; None where nothing did. `contents` of what stands there now."""

    aside: Path | None
    contents: Contents


def restore_database(url: URL, source: Path, moment: datetime, aside: Callable[[str], Path]) -> Restored:
    """Put a copy in the database's place, whole or not at all; what stood there is kept under a dated name.

    `moment` dates that name; `aside` gives the file for it on PostgreSQL, on SQLite it stands beside.
    Raises CopyFailed: a bot serves the database, or the copy is damaged, another program's or a newer one's.
    """
    if not source.is_file():
        raise CopyFailed("cli-no-file", str(source))
    dated = before_restore(moment)
    try:
        with unserved(url):
            if url.get_backend_name() == "sqlite":
                return restore_sqlite(_led_to(sqlite_file(url)), source, dated)
            return _restore_postgresql(url, source, aside(dated))
    except Served:
        raise CopyFailed("cli-served", url.database or "") from None


def restore_sqlite(target: Path, source: Path, dated: str) -> Restored:
    """Put a copy in this file's place; what stood there is kept, `dated`. Raises CopyFailed."""
    with whole_or_nothing(target) as growing:
        _take(source, growing)
        contents = _examine(growing, source)
        kept = _set_aside(target, _free(target.with_name(f"{target.name}.{dated}")))
        for suffix in ("-wal", "-shm"):  # of the one that stood there, all of it kept by now
            target.with_name(target.name + suffix).unlink(missing_ok=True)
    _clear_away(target)
    return Restored(kept, contents)


def _clear_away(target: Path) -> None:
    """What a restore that was killed had begun to keep: as large as the database, and of no use."""
    for half in target.parent.glob(f"{escape(target.name)}.{BEFORE_RESTORE}*.part"):
        half.unlink(missing_ok=True)


def _led_to(file: Path) -> Path:
    """Where a link leads: the database stays on the disk that was chosen for it."""
    return file.resolve() if file.is_symlink() else file


def _take(source: Path, target: Path) -> None:
    """A copy stands alone, perhaps where nobody may write; a file in use has the newest of it in a WAL."""
    in_use = source.with_name(source.name + "-wal").exists()
    address = source.resolve().as_uri() + ("" if in_use else "?mode=ro&immutable=1")
    try:
        with (
            contextlib.closing(sqlite3.connect(address, uri=True)) as old,
            contextlib.closing(sqlite3.connect(target)) as new,
        ):
            (page,) = old.execute("PRAGMA page_size").fetchone()
            if source.stat().st_size % page:  # its last page was cut off, and is read as if it were empty
                raise CopyFailed("cli-bad-backup", str(source))
            old.backup(new)
    except sqlite3.Error as error:
        _say_bad(error, source)
        raise


def _examine(copy: Path, source: Path) -> Contents:
    """What the copy holds. Raises CopyFailed where it must not take the database's place."""
    try:
        with opened(copy) as connection:
            _refuse_foreign(*_schema(connection), source)
            contents = contents_of(connection)
    except UnlikeOurs:
        raise CopyFailed("cli-not-ours", str(source)) from None
    except (sqlite3.Error, OperationalError) as error:
        _say_bad(error, source)
        raise
    if contents.damage:
        raise CopyFailed("cli-bad-backup", str(source))
    return contents


def _say_bad(error: Exception, source: Path) -> None:
    if damaged(error):
        raise CopyFailed("cli-bad-backup", str(source)) from None
    if lacks_something(error):  # tables of our names, with other columns
        raise CopyFailed("cli-not-ours", str(source)) from None


def _schema(connection: Connection) -> tuple[set[str], str]:
    return set(inspect(connection).get_table_names()), revision_of(connection) or ""


def _refuse_foreign(tables: set[str], revision: str, source: Path) -> None:
    if not tables >= OURS or not revision:
        raise CopyFailed("cli-not-ours", str(source))
    if revision not in known_revisions():
        raise CopyFailed("cli-copy-newer", str(source), revision=revision)


def _set_aside(target: Path, kept: Path) -> Path | None:
    """Keep the file as it is, damaged or not, with what its WAL still holds."""
    if not target.exists():
        return None
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(target)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for suffix in ("", "-wal"):
        file = target.with_name(target.name + suffix)
        if file.exists() and (file == target or file.stat().st_size):
            with whole_or_nothing(kept.with_name(kept.name + suffix)) as growing:
                shutil.copyfile(file, growing)
    return kept


def _free(path: Path) -> Path:
    """This path, or with a number after it the first that is not taken."""
    numbered = (path.with_name(f"{path.name}-{number}") for number in itertools.count(2))
    return next(one for one in itertools.chain([path], numbered) if not one.exists())


def _restore_postgresql(url: URL, source: Path, aside: Path) -> Restored:
    tables = tables_in(source)
    if not tables:
        raise CopyFailed("cli-bad-backup", str(source))
    _refuse_foreign(tables, revision_in(source) if tables >= OURS else "", source)
    kept = _free(aside)
    try:
        copy_database(url, kept)
    except CopyFailed as failed:
        if failed.key != "cli-copy-doubtful":
            raise
        kept = Path(failed.said["name"])
    put_back(url, source)
    return Restored(kept, asyncio.run(contents_of_server(url)))
