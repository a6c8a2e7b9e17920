"""`mcu invite`, `mcu import`, `mcu digest`: what one office is asked at a keyboard."""

from __future__ import annotations

import argparse
import asyncio
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from aiogram.exceptions import AiogramError

from bot.commands.command import Refused
from bot.commands.common import office_of
from bot.commands.given import settings_given, sound
from bot.commands.messenger import messenger_trouble
from bot.commands.words import command_texts, say
from bot.plain_file import plain_file
from bot.runtime import Runtime
from domain.office.outbox import Card
from domain.office.wording import plain

if TYPE_CHECKING:
    from bot.works.imports.importing import ImportReport


async def invite_command(arguments: argparse.Namespace) -> int:
    """Print a one-time invitation link to a seat."""
    from handlers.chat.links import new_invitation  # noqa: PLC0415

    settings = sound(settings_given(arguments), messenger=True)
    async with office_of(settings) as office:
        if arguments.seat not in [seat.number for seat in office.profile.seats]:
            raise Refused(
                command_texts()("cli-no-such-seat", seat=arguments.seat, seats=office.profile.established)
            )
        try:
            await office.links.learn()
        except AiogramError as error:
            raise Refused(messenger_trouble(settings, command_texts(), error)) from None
        async with office.database.write() as uow:
            link = await new_invitation(uow, office.shared, seat=arguments.seat)
    say(link)
    return 0


_MOST_REASONS = 20


async def import_command(arguments: argparse.Namespace) -> int:
    """Read a registry file; with --apply put it in."""
    from bot.registries.unreadable import hidden_in  # noqa: PLC0415
    from bot.works.imports.importing import import_file  # noqa: PLC0415

    async with office_of(settings_given(arguments)) as office:
        content = plain_file(arguments.file).read_bytes()
        if arguments.channel and arguments.channel not in [one.key for one in office.profile.channels]:
            keys = ", ".join(one.key for one in office.profile.channels)
            raise Refused(command_texts()("cli-no-such-channel", channel=arguments.channel, channels=keys))
        report = await import_file(
            office.database,
            office.profile,
            office.calendar,
            content,
            arguments.file.name,
            arguments.channel,
            apply=arguments.apply,
            explain=lambda problem: plain(office.texts(problem.key, **problem.arguments), 500),
        )
        if report.problem is not None:
            problem = hidden_in(report.problem)
            raise Refused(plain(office.texts(problem.key, **problem.arguments), 1000))
        _say_found(office, report)
        if report.table is not None:
            table = Path(f"{arguments.file.stem}-unread.xlsx")
            await asyncio.to_thread(table.write_bytes, report.table)
            say(command_texts()("cli-import-unread-rows", count=len(report.aside), name=str(table)))
        if arguments.apply:
            say(command_texts()("cli-import-applied"))
        elif report.counts["new"] or report.counts["changed"]:
            say(command_texts()("cli-import-dry"))
    return 0


def _say_found(office: Runtime, report: ImportReport) -> None:
    """What the file holds, as the chat's preview says it: without personal data, for logs keep it."""
    from bot.names import masked  # noqa: PLC0415
    from bot.registries.unreadable import hidden_in  # noqa: PLC0415
    from handlers.imports.questions import question_words  # noqa: PLC0415

    texts, own = office.texts, command_texts()
    say(texts("import-counts", **report.counts))
    if "open" in report.counts:
        say(texts("import-outcome", **report.counts))
    if report.counts.get("conflicts"):
        say(own("cli-import-conflicts", count=report.counts["conflicts"]))
    for row in report.aside[:_MOST_REASONS]:
        problem = hidden_in(row.problem)
        reason = plain(texts(problem.key, **problem.arguments), 500)
        named = "yes" if row.sheet else "no"
        say(own("cli-import-row", named=named, sheet=masked(row.sheet), row=str(row.row), reason=reason))
    if report.unread:
        say(plain(texts("import-unread", headers="; ".join(map(masked, report.unread)), more=0), 2000))
    if report.skipped:
        say(plain(texts("import-skipped", sheets="; ".join(map(masked, report.skipped)), more=0), 2000))
    for question in report.questions:
        hidden = replace(question, subject=masked(question.subject), example=masked(question.example))
        say(plain(question_words(texts, hidden), 500))
    if report.questions:
        say(own("cli-import-asked"))


async def digest_command(arguments: argparse.Namespace) -> int:
    """Print the digest of a seat, or of every seat, and send nothing."""
    from handlers import CONVERSATIONS  # noqa: PLC0415
    from handlers.chat.view import View  # noqa: PLC0415

    async with office_of(settings_given(arguments)) as office:
        seats = [seat.number for seat in office.profile.seats]
        if arguments.seat is not None and arguments.seat not in seats:
            raise Refused(command_texts()("cli-no-such-seat", seat=arguments.seat, seats=len(seats)))
        now = office.clock.now().astimezone(office.profile.time_zone)
        async with office.database.read() as uow:
            roster = await uow.roster.load()
            for seat in [arguments.seat] if arguments.seat else seats:
                card = Card(0, 0, "digest", "digest", {"seat": seat, "day": now.date().isoformat()})
                screen = await CONVERSATIONS.render(View(office.shared, uow, roster, now, card))
                if screen is not None:
                    say(f"{screen.text}\n")
    return 0
