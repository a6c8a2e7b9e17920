"""`mcu serve`: run one office, or several side by side, until told to stop."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Awaitable, Mapping
from contextlib import asynccontextmanager

from aiogram.exceptions import AiogramError
from sqlalchemy.exc import SQLAlchemyError

from bot.clockwork.bell import WrongTime
from bot.commands.command import Refused
from bot.commands.common import database_answering, migrated, profile_of, time_of
from bot.commands.given import offices_given, own_settings, sound
from bot.commands.messenger import messenger_trouble
from bot.commands.wording import change_lines, database_trouble, page_clashes
from bot.commands.words import command_texts, say
from bot.hosting import Hosting
from bot.running import RunningOffice
from bot.runtime import Runtime
from bot.settings import Settings
from bot.storage.living import ProfileClash, remembered
from bot.storage.serving import Served
from bot.storage.unlike import expect_whole
from bot.watching.health import Health, Offices
from bot.watching.holding import watched_loop
from bot.watching.logs import set_up_logs
from bot.watching.meter import Meter
from bot.watching.redaction import Redaction


async def serve_command(arguments: argparse.Namespace) -> int:
    """Run until told to stop."""
    settings, stopped, meter = sound(own_settings(arguments)), _told_to_stop(), Meter()
    hidden = Redaction(settings.secrets())
    logs = set_up_logs(settings.log_format, hidden=hidden)
    meter.lost_lines = lambda: logs.lost
    if arguments.profiles is not None:
        several = _several(offices_given(arguments))
        for one in several.values():
            hidden.hide(one.secrets())
        hosting = Hosting(several, lambda one: open_office(one, meter))
        async with _watched(settings, hosting.runtimes, meter), _with_page(settings, hosting.runtimes):
            await hosting.start()
            await stopped.wait()
            await hosting.stop()
        return 0
    opened: dict[str, Runtime | None] = {}
    async with _watched(settings, lambda: opened, meter), _with_page(settings, lambda: opened):
        office = await _unless(stopped, open_office(settings, meter))
        if office is not None:
            opened[office.runtime.profile.key] = office.runtime
            await stopped.wait()
            await office.stop()
    return 0


async def open_office(settings: Settings, meter: Meter) -> RunningOffice:
    """A started office. Refused with the reason where it cannot be, and then nothing of it goes on."""
    settings = sound(settings, messenger=True)
    with database_answering(settings):
        return await _opened(settings, meter)


async def _opened(settings: Settings, meter: Meter) -> RunningOffice:
    time = await time_of(settings)
    profile = await remembered(settings.database, profile_of(settings), time.clock)
    office = RunningOffice(settings, profile, time, meter)
    try:
        await _take(office)
        await migrated(settings)
        async with office.runtime.database.read() as uow:
            await uow.connection.run_sync(expect_whole)
        await office.start()
    except WrongTime:
        await office.stop()
        return await _opened(settings, meter)
    except ProfileClash as clash:
        await office.stop()
        raise Refused("\n".join(change_lines(command_texts(), clash.changes))) from None
    except AiogramError as error:
        await office.stop()
        raise Refused(messenger_trouble(settings, command_texts(), error)) from None
    except BaseException:
        await office.stop()
        raise
    return office


async def _take(office: RunningOffice) -> None:
    """The right to serve the database; Refused where another has it."""
    settings = office.runtime.settings
    try:
        await office.serving.take()
    except Served:
        name = office.runtime.database.url.database or ""
        raise Refused(command_texts()("cli-served", name=name)) from None
    except (SQLAlchemyError, OSError) as error:
        raise Refused(database_trouble(settings, command_texts(), error)) from None


async def _unless(stopped: asyncio.Event, opening: Awaitable[RunningOffice]) -> RunningOffice | None:
    """The office once it has started; None when the process was told to stop before."""
    told, opened = asyncio.create_task(stopped.wait()), asyncio.ensure_future(opening)
    await asyncio.wait({told, opened}, return_when=asyncio.FIRST_COMPLETED)
    told.cancel()
    if opened.done():
        return await opened
    opened.cancel()
    await asyncio.gather(opened, return_exceptions=True)
    return None


def _several(settings: Mapping[str, Settings]) -> Mapping[str, Settings]:
    """The offices, each with a bot and an address of its own; one without a token is named."""
    tokens: dict[str, str] = {}
    for key, one in settings.items():
        token = one.token.get_secret_value()
        if token in tokens:
            raise Refused(command_texts()("cli-one-token", first=tokens[token], second=key))
        if token:
            tokens[token] = key
        else:
            say(command_texts()("cli-office-without-token", name=key))
    if clashes := page_clashes(settings, command_texts()):
        raise Refused("\n".join(clashes))
    return settings


@asynccontextmanager
async def _watched(settings: Settings, offices: Offices, meter: Meter) -> AsyncIterator[None]:
    """With an eye on the loop, and `/healthz` and `/metrics` where an address is set for them."""
    with watched_loop(meter.holds):
        if not settings.metrics:
            yield
            return
        health = Health(settings.metrics, offices, meter)
        await health.start()
        try:
            yield
        finally:
            await health.stop()


@asynccontextmanager
async def _with_page(settings: Settings, offices: Offices) -> AsyncIterator[None]:
    """With the office's own page, where an address is set for it."""
    if not settings.page:
        yield
        return
    from bot.page.server import PageServer  # noqa: PLC0415 — templates are loaded where there is a page

    page = PageServer(settings.page, offices)
    await page.start()
    try:
        yield
    finally:
        await page.stop()


def _told_to_stop() -> asyncio.Event:
    stopped = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows has no such handlers
            asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    return stopped
