"""`bot invite`, `bot import`, `bot digest`, `bot verify`: what one office is asked at a keyboard."""

from __future__ import annotations

import argparse
import hashlib

from aiogram.exceptions import TelegramAPIError

from bot.commands.common import Refused, command_texts, office_of, say, with_token
from bot.delivery.calls import plain
from bot.settings import Settings
from domain.ports import Card


async def invite_command(arguments: argparse.Namespace) -> int:
    """Print a one-time invitation link to a seat."""
    from handlers.invitations import new_invitation  # noqa: PLC0415

    settings = with_token(Settings())
    async with office_of(settings) as office:
        if arguments.seat not in [seat.number for seat in office.profile.seats]:
            raise Refused(
                command_texts()("cli-no-such-seat", seat=arguments.seat, seats=office.profile.established)
            )
        try:
            me = await office.bot.get_me()
        except TelegramAPIError as error:
            raise Refused(command_texts()("cli-no-telegram", reason=type(error).__name__)) from None
        async with office.database.write() as uow:
            link = await new_invitation(uow, me.username or "", seat=arguments.seat)
    say(link)
    return 0


async def import_command(arguments: argparse.Namespace) -> int:
    """Read a registry file; with --apply put it in."""
    from bot.importing import import_file  # noqa: PLC0415

    async with office_of(Settings()) as office:
        try:
            content = arguments.file.read_bytes()
        except OSError:
            raise Refused(command_texts()("cli-no-file", name=str(arguments.file))) from None
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
        )
        if report.problem is not None:
            raise Refused(plain(office.texts(report.problem.key, **report.problem.arguments), 1000))
        say(office.texts("import-counts", **report.counts))
        if arguments.apply:
            say(office.texts("cli-import-applied"))
        elif report.counts["new"] or report.counts["changed"]:
            say(office.texts("cli-import-dry"))
    return 0


async def digest_command(arguments: argparse.Namespace) -> int:
    """Print the digest of a seat, or of every seat, and send nothing."""
    from handlers.views import render  # noqa: PLC0415
    from handlers.views.context import View  # noqa: PLC0415

    async with office_of(Settings()) as office:
        seats = [seat.number for seat in office.profile.seats]
        if arguments.seat is not None and arguments.seat not in seats:
            raise Refused(command_texts()("cli-no-such-seat", seat=arguments.seat, seats=len(seats)))
        now = office.clock.now().astimezone(office.profile.time_zone)
        async with office.database.read() as uow:
            roster = await uow.roster.load()
            for seat in [arguments.seat] if arguments.seat else seats:
                card = Card(0, 0, "digest", "digest", {"seat": seat, "day": now.date().isoformat()})
                screen = await render(View(office.shared, uow, roster, now, card))
                if screen is not None:
                    say(f"{screen.text}\n")
    return 0


async def verify_command(arguments: argparse.Namespace) -> int:
    """Say whether a file is a signed original."""
    try:
        digest = hashlib.sha256(arguments.file.read_bytes()).hexdigest()
    except OSError:
        raise Refused(command_texts()("cli-no-file", name=str(arguments.file))) from None
    async with office_of(Settings()) as office:
        async with office.database.read() as uow:
            document = await uow.document_by_hash(digest)
            number = document.entity.partition(":")[2] if document else ""
            protocol = await uow.protocols.get(int(number)) if document and number else None
        if document is None or protocol is None or document.kind != "signed" or not protocol.signature:
            raise Refused(office.texts("cli-not-original"))
        say(
            office.texts(
                "verify-signed",
                number=protocol.number,
                moment=protocol.record.opened_at,
                name=protocol.signature.name,
                signed=protocol.signature.signed_at,
                acting="yes" if protocol.signature.acting else "no",
            )
        )
    return 0
