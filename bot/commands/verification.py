"""`mcu verify`: whether a file is a signed original. No messenger is loaded for it."""

from __future__ import annotations

import argparse

from bot.commands.command import Refused
from bot.commands.common import kept_office
from bot.commands.given import settings_given
from bot.commands.words import say
from bot.documents.verification import examine
from bot.plain_file import plain_file
from domain.office.wording import plain
from domain.protocols.verdict import finding_text
from domain.protocols.verification import Verdict


async def verify_command(arguments: argparse.Namespace) -> int:
    """Say whether a file is a signed original; refused for any other."""
    content = plain_file(arguments.file).read_bytes()
    async with kept_office(settings_given(arguments)) as office:
        async with office.database.read() as uow:
            finding = await examine(uow, content)
        said = finding_text(office.texts, finding)
        if finding.verdict not in (Verdict.SIGNED, Verdict.ACT):
            raise Refused(plain(said, 1000))
        say(said)
    return 0
