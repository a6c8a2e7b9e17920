"""`mcu status`: what a person on call wants to know of an office, in ten lines."""

from __future__ import annotations

import argparse
import asyncio
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

from bot import __version__
from bot.commands.command import Refused
from bot.commands.common import KeptOffice, existing, kept_office
from bot.commands.given import database_shown, settings_given
from bot.commands.machine import nearest
from bot.commands.wording import database_trouble
from bot.commands.words import command_texts, on_the_clock, say
from bot.localisation import Locale
from bot.storage.copies.drilled import newest_drill
from bot.storage.copies.naming import copies_folder, dated_copies, newest_day
from bot.storage.migrating import current_revision, newest_revision
from bot.storage.serving import Served, unserved
from bot.storage.unit_of_work import StoredUnitOfWork


async def status_command(arguments: argparse.Namespace) -> int:
    """Print how the office fares; 1 when nobody serves it or something waits for too long."""
    settings, texts = settings_given(arguments), command_texts()
    async with kept_office(settings, migrating=False) as office:
        await existing(settings)
        url = office.database.url
        try:
            served = await asyncio.to_thread(_is_served, url)
            revision = await current_revision(url)
            say(texts("status-program", version=__version__, name=office.profile.short_name))
            say(texts("status-served", served="yes" if served else "no"))
            for line in _of_files(office, texts, revision or "—"):
                say(line)
            if revision == newest_revision():
                async with office.database.read() as uow:
                    for line in await _of_rows(office, uow, texts):
                        say(line)
        except (SQLAlchemyError, OSError) as error:
            raise Refused(database_trouble(settings, texts, error)) from None
    return 0 if served else 1


def _is_served(url: URL) -> bool:
    try:
        with unserved(url):
            return False
    except Served:
        return True


def _of_files(office: KeptOffice, texts: Locale, revision: str) -> Iterator[str]:
    """The database, the disk it is on, and the newest copy."""
    url = office.database.url
    file = Path(url.database or "")
    size = file.stat().st_size // 2**20 if office.database.sqlite else 0
    yield texts(
        "status-database",
        name=database_shown(office.settings),
        revision=revision,
        fresh="yes" if revision == newest_revision() else "no",
        size=size,
    )
    folder = copies_folder(office.settings, url)
    disk = nearest(folder)
    yield texts("status-disk", name=str(disk), free=shutil.disk_usage(disk).free // 2**20)
    copies = dated_copies(folder, url)
    newest = newest_day(copies, datetime.now().astimezone().date())
    yield texts("status-copy", name=str(copies[newest])) if newest else texts("status-no-copy")


async def _of_rows(office: KeptOffice, uow: StoredUnitOfWork, texts: Locale) -> list[str]:
    """What waits, what was not delivered, who is bound, when the last digest and the last trial were."""
    backlog = await uow.outbox.backlog()
    failures = await uow.outbox.failures()
    digest, drilled = await uow.outbox.newest("digest:"), await newest_drill(uow)
    roster = await uow.roster.load()
    bound = sum(roster.binding(seat.number) is not None for seat in office.profile.seats)
    return [
        texts("status-bound", bound=bound, seats=office.profile.established),
        texts("status-waiting", count=backlog.waiting, since=_since(office, backlog.oldest)),
        texts("cli-undelivered", count=len(failures)),
        texts("status-digest", at=_since(office, digest)),
        drilled.told(texts) if drilled else texts("drill-none"),
    ]


def _since(office: KeptOffice, moment: datetime | None) -> str:
    """A moment on the office's clock."""
    return on_the_clock(office.profile.time_zone, moment) if moment else "—"
