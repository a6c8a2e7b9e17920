"""Copies of a database in use: SQLite by its own backup, PostgreSQL by `pg_dump` and `pg_restore`.

Everything here blocks: call it in a thread.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.engine import URL

_ASIDE = ".before-restore"
_PASSWORD = "PGPASSWORD"  # noqa: S105 — the variable's name


class CopyFailed(Exception):
    """The copy was not made or not taken; `key` names the locale's `cli-*` sentence, `name` the file."""

    def __init__(self, key: str, name: str) -> None:
        super().__init__(f"{key}: {name}")
        self.key = key
        self.name = name


def copy_database(url: URL, target: Path) -> None:
    """Copy the database to a new file while the bot runs. Raises CopyFailed; leaves no half of a copy."""
    if target.exists():
        raise CopyFailed("cli-file-exists", str(target))
    with _whole_or_nothing(target) as growing:
        if url.get_backend_name() == "sqlite":
            source = sqlite_file(url)
            if not source.exists():
                raise CopyFailed("cli-no-file", str(source))
            _copy_sqlite(source, growing)
        else:
            _postgresql("pg_dump", url, "--format=custom", f"--file={growing}")


def restore_database(url: URL, source: Path) -> None:
    """Put a copy in the database's place, whole or not at all; a SQLite file that stood there is kept.

    Raises CopyFailed.
    """
    if not source.is_file():
        raise CopyFailed("cli-no-file", str(source))
    if url.get_backend_name() != "sqlite":
        options = ("--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error")
        _postgresql("pg_restore", url, *options, str(source))
        return
    if not _sound(source):
        raise CopyFailed("cli-bad-backup", str(source))
    target = sqlite_file(url)
    with _whole_or_nothing(target) as growing:
        _copy_sqlite(source, growing)
        if target.exists():
            with _whole_or_nothing(target.with_name(target.name + _ASIDE)) as kept:
                _copy_sqlite(target, kept)
        for suffix in ("-wal", "-shm"):  # of the one that stood there, all of it kept by now
            target.with_name(target.name + suffix).unlink(missing_ok=True)


def sqlite_file(url: URL) -> Path:
    """The file of a SQLite database."""
    assert url.database  # a database in memory is for no office
    return Path(url.database)


@contextlib.contextmanager
def _whole_or_nothing(target: Path) -> Iterator[Path]:
    """A file to be filled, which takes the target's place in the end. Raises CopyFailed; leaves no half."""
    growing = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        growing.unlink(missing_ok=True)
        yield growing
        growing.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise CopyFailed("cli-copy-failed", f"{target} ({type(error).__name__})") from None
    finally:
        for suffix in ("", "-journal"):
            target.with_name(growing.name + suffix).unlink(missing_ok=True)


def _copy_sqlite(source: Path, target: Path) -> None:
    with (
        contextlib.closing(sqlite3.connect(source)) as old,
        contextlib.closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new)


def _sound(source: Path) -> bool:
    try:
        with contextlib.closing(sqlite3.connect(source)) as copy:
            return bool(copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
    except sqlite3.DatabaseError:
        return False


def _postgresql(program: str, url: URL, *options: str) -> None:
    """Run a program of PostgreSQL; the password goes by the environment, where other users do not see it."""
    found = shutil.which(program)
    if found is None:
        raise CopyFailed("cli-no-program", program)
    address = url.set(drivername="postgresql", password=None).render_as_string()
    environment = {**os.environ, **({_PASSWORD: url.password} if url.password else {})}
    done = subprocess.run(  # noqa: S603 — the program is PostgreSQL's, the words are ours
        [found, f"--dbname={address}", *options], env=environment, capture_output=True, check=False
    )
    if done.returncode != 0:
        raise CopyFailed("cli-copy-failed", program)
