"""`bot migrate`, `bot backup`, `bot restore`."""

from __future__ import annotations

import argparse
from functools import partial

from sqlalchemy.engine import make_url

from bot.clockwork.bell import SystemClock
from bot.clockwork.nightly import copies_folder, copy_name
from bot.commands.common import copying, migrated, office_of, sound
from bot.commands.words import command_texts, say
from bot.settings import Settings
from bot.storage.copies.making import copy_database
from bot.storage.copies.restoring import restore_database


async def migrate_command(_: argparse.Namespace) -> int:
    """Bring the database to this program's schema."""
    async with office_of(Settings(), migrating=False) as office:
        before, after = await migrated(office)
    say(command_texts()("cli-migrated", before=before or "—", after=after or "—"))
    return 0


async def backup_command(arguments: argparse.Namespace) -> int:
    """Copy the database while the bot runs, and read all of the copy."""
    settings = sound(Settings())
    contents = await copying(settings, partial(copy_database, make_url(settings.database), arguments.path))
    say(command_texts()("cli-backed-up", name=str(arguments.path), rows=contents.total))
    return 0


async def restore_command(arguments: argparse.Namespace) -> int:
    """Put a copy in the place of the database; what stood there is kept under a dated name."""
    settings, texts = sound(Settings()), command_texts()
    url, moment = make_url(settings.database), SystemClock().now().astimezone()
    folder = copies_folder(settings, url)
    restored = await copying(
        settings,
        partial(restore_database, url, arguments.path, moment, lambda dated: folder / copy_name(url, dated)),
    )
    aside = str(restored.aside) if restored.aside else ""
    say(texts("cli-restored", name=url.database or "", aside=aside or "—", kept="yes" if aside else "no"))
    if restored.broken_entry is not None:
        say(texts("cli-audit-broken", entry=restored.broken_entry))
    return 0
