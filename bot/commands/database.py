"""`mcu migrate`."""

from __future__ import annotations

import argparse

from bot.commands.common import migrated, profile_of
from bot.commands.given import settings_given, sound
from bot.commands.words import command_texts, say


async def migrate_command(arguments: argparse.Namespace) -> int:
    """Bring the database to this program's schema; make it where there is none."""
    settings = sound(settings_given(arguments))
    profile_of(settings)  # its mistakes are named before anything is made
    before, after = await migrated(settings)
    say(command_texts()("cli-migrated", before=before or "—", after=after or "—"))
    return 0
