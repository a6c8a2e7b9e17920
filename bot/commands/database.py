"""`bot migrate`, `bot backup`, `bot restore`."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Callable
from pathlib import Path

from sqlalchemy.engine import URL, make_url

from bot.commands.command import Refused
from bot.commands.words import command_texts, say
from bot.settings import Settings
from bot.storage.copies import CopyFailed, copy_database, restore_database


async def migrate_command(_: argparse.Namespace) -> int:
    """Bring the database to this program's schema."""
    from bot.commands.common import migrated, office_of  # noqa: PLC0415 — a copy needs no office

    async with office_of(Settings(), migrating=False) as office:
        before, after = await migrated(office)
    say(command_texts()("cli-migrated", before=before or "—", after=after or "—"))
    return 0


async def backup_command(arguments: argparse.Namespace) -> int:
    """Copy the database while the bot runs."""
    await _copied(copy_database, arguments.path)
    say(command_texts()("cli-backed-up", name=str(arguments.path)))
    return 0


async def restore_command(arguments: argparse.Namespace) -> int:
    """Put a copy in the place of the database; a SQLite file that stood there is kept beside it."""
    url = await _copied(restore_database, arguments.path)
    say(command_texts()("cli-restored", name=url.database or "", engine=url.get_backend_name()))
    return 0


async def _copied(work: Callable[[URL, Path], None], path: Path) -> URL:
    url = make_url(Settings().database)
    try:
        await asyncio.to_thread(work, url, path)
    except CopyFailed as failed:
        raise Refused(command_texts()(failed.key, name=failed.name)) from None
    return url
