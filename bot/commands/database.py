"""`bot migrate`, `bot backup`, `bot restore`."""

from __future__ import annotations

import argparse
import contextlib
import sqlite3
from pathlib import Path

from bot.commands.common import Refused, command_texts, migrated, office_of, say
from bot.settings import Settings


async def migrate_command(_: argparse.Namespace) -> int:
    """Bring the database to this program's schema."""
    async with office_of(Settings(), migrating=False) as office:
        before, after = await migrated(office)
    say(command_texts()("cli-migrated", before=before or "—", after=after or "—"))
    return 0


async def backup_command(arguments: argparse.Namespace) -> int:
    """Copy a SQLite database while the bot runs."""
    source = _sqlite_path(Settings())
    if not source.exists():
        raise Refused(command_texts()("cli-no-file", name=str(source)))
    if arguments.path.exists():
        raise Refused(command_texts()("cli-file-exists", name=str(arguments.path)))
    _copy(source, arguments.path)
    say(command_texts()("cli-backed-up", name=str(arguments.path)))
    return 0


async def restore_command(arguments: argparse.Namespace) -> int:
    """Put a copy in the place of the database; the former one is kept beside it."""
    target = _sqlite_path(Settings())
    if not arguments.path.exists():
        raise Refused(command_texts()("cli-no-file", name=str(arguments.path)))
    with contextlib.closing(sqlite3.connect(arguments.path)) as copy:
        try:
            healthy = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        except sqlite3.DatabaseError:
            healthy = False
    if not healthy:
        raise Refused(command_texts()("cli-bad-backup", name=str(arguments.path)))
    if target.exists():
        former = target.with_name(f"{target.name}.before-restore")
        former.unlink(missing_ok=True)
        _copy(target, former)
    target.parent.mkdir(parents=True, exist_ok=True)
    for suffix in ("", "-wal", "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)
    _copy(arguments.path, target)
    say(command_texts()("cli-restored", name=str(target)))
    return 0


def _sqlite_path(settings: Settings) -> Path:
    from sqlalchemy.engine import make_url  # noqa: PLC0415

    url = make_url(settings.database)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise Refused(command_texts()("cli-backup-sqlite-only"))
    return Path(url.database)


def _copy(source: Path, target: Path) -> None:
    with (
        contextlib.closing(sqlite3.connect(source)) as old,
        contextlib.closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new)
