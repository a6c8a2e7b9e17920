"""`mcu migrate`."""

from __future__ import annotations

import argparse

from bot.commands.common import migrated, office_of
from bot.commands.given import settings_given
from bot.commands.words import command_texts, say


async def migrate_command(arguments: argparse.Namespace) -> int:
    """Bring the database to this program's schema; make it where there is none."""
    async with office_of(settings_given(arguments), migrating=False) as office:
        before, after = await migrated(office)
    say(command_texts()("cli-migrated", before=before or "—", after=after or "—"))
    return 0
