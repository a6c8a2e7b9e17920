"""The composition root: one object on which everything hangs that one office needs at run time."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import structlog
from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.enums import ParseMode

from bot.bell import Bell, SteppedBell, SystemBell
from bot.delivery.pace import Pace
from bot.delivery.sender import Delivery
from bot.documents.calendar_file import CalendarFiles
from bot.intake import Intake
from bot.localisation import Locale
from bot.meter import Meter
from bot.polling import Feed, Polling
from bot.production_calendar import ProductionCalendar
from bot.profiles import fingerprint, profile_text
from bot.recounting import rules_mark
from bot.sandbox.link import SandboxClock, SandboxLink, find_sandbox
from bot.schedule import office_jobs
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.webhook import Webhook
from bot.worker import Worker
from bot.works import office_works
from domain.act import Act
from domain.ports import Card, Clock, Office, Screen
from domain.profile import OfficeProfile
from handlers import build_router
from handlers.menus import menu_commands
from handlers.views import render
from handlers.views.context import View

log = structlog.get_logger("office")


class SystemClock:
    """The system's time."""

    def now(self) -> datetime:
        """The moment, aware, UTC."""
        return datetime.now(UTC)


class RunningOffice:
    """One office at run time: profile, database, clock, delivery, worker, bell. Nothing is global."""

    def __init__(
        self, settings: Settings, profile: OfficeProfile, clock: Clock, meter: Meter | None = None
    ) -> None:
        self.settings = settings
        self.profile = profile
        self.clock = clock
        self.calendar = ProductionCalendar(profile)
        self.texts = Locale(profile.locale, profile.time_zone)
        self.database = Database(settings.database, profile, clock)
        self.bot = make_bot(settings)
        self.meter = (meter or Meter()).of(profile.key)
        self.meter.watch(self.bot)
        self.shared = Office(
            profile,
            self.texts,
            self.calendar,
            CalendarFiles(profile.time_zone, profile.key),
            bot_name="",
            admins=settings.admins,
        )
        self.delivery = Delivery(
            self.bot,
            self.database,
            self._render,
            lambda menu: menu_commands(menu, self.texts),
            self.texts,
            Pace(enabled=settings.limits),
        )
        self.worker = Worker(office_works(self))
        self.dispatcher = Dispatcher(disable_fsm=True)
        self.dispatcher.update.outer_middleware(self.meter.updates())
        self.dispatcher.update.outer_middleware(Intake(self))
        self.dispatcher.include_router(build_router())
        self.feed = Feed(self.bot, self.dispatcher, self.database)
        self.polling = Polling(self.bot, self.feed)
        self.jobs = office_jobs(self)
        self.bell: Bell = SystemBell(self.jobs)
        self.webhook = Webhook(self.bot, self.feed, settings)
        self._link: SandboxLink | None = None

    async def start(self) -> None:
        """Learn the bot's name, then start in the order in which each needs the one before."""
        me = await self.bot.get_me()
        self.shared = replace(self.shared, bot_name=me.username or "")
        await self._keep_profile()
        self.delivery.start()
        self.worker.start()
        await self._attach_sandbox()
        await self.bell.start()
        await self._take_updates()
        log.info("office started", bot=me.username, profile=self.profile.key, mode=self.settings.mode)

    async def stop(self) -> None:
        """Stop in the opposite order; what is unfinished goes on at the next start."""
        await self.intake_stop()
        await self.bell.stop()
        if self._link:
            await self._link.stop()
        await self.worker.stop()
        await self.delivery.stop()
        await self.close()

    async def close(self) -> None:
        """Let go of the network and the database."""
        await self.bot.session.close()
        await self.database.close()

    async def _take_updates(self) -> None:
        if self.settings.mode == "webhook":
            await self.webhook.start()
        else:
            await self.bot.delete_webhook()
            self.polling.start()

    async def intake_stop(self) -> None:
        """Take no more updates; what was not committed comes again."""
        await self.polling.stop()
        await self.webhook.stop()

    async def _keep_profile(self) -> None:
        """Store the profile with its decree; show the cards of meetings ahead as they are now."""
        content = profile_text(self.settings.profile)
        async with self.database.write() as uow:
            new = await uow.keep_profile(fingerprint(content), content)
            if new:
                decree = self.profile.decree
                data = {"decree": decree.number, "date": decree.date.isoformat()}
                await uow.record(None, Act("profile-stored", f"profile:{self.profile.key}", data))
            await uow.recounts.ask(rules_mark(content))
            subjects = [meeting.entity for meeting in await uow.meetings.current()]
            await uow.outbox.touch(*subjects)

    async def _attach_sandbox(self) -> None:
        """Where the server is a sandbox, its clock is the office's and rings the jobs."""
        server = self.settings.api_server
        moment = await find_sandbox(server) if server else None
        if moment is None:
            return
        if not isinstance(self.clock, SandboxClock):
            raise TypeError("an office in a sandbox lives by the sandbox's clock")
        self.clock.set(moment)
        clock = self.clock

        async def step(now: datetime) -> None:
            assert self._link is not None  # made below, before any step
            await self._link.report_clock(now)

        bell = SteppedBell(self.jobs, clock, self.settle, step)
        self.bell = bell
        self._link = SandboxLink(server, bell.move, self.settle, self._bound)
        await self._link.start()

    async def _bound(self) -> dict[int, int | None]:
        async with self.database.read() as uow:
            roster = await uow.roster.load()
        return {binding.user_id: binding.seat for binding in roster.bindings}

    async def settle(self) -> None:
        """Return when nothing is left to do or send now."""
        while True:
            await self.worker.idle()
            await self.delivery.idle()
            await asyncio.sleep(0)
            if self.worker.is_idle and self.delivery.is_idle:
                return

    async def _render(self, uow: StoredUnitOfWork, card: Card) -> Screen | None:
        now = self.clock.now().astimezone(self.profile.time_zone)
        return await render(View(self.shared, uow, await uow.roster.load(), now, card))


def make_bot(settings: Settings) -> Bot:
    """The messenger: which server stands behind it is decided here and nowhere else."""
    server = TelegramAPIServer.from_base(settings.api_server) if settings.api_server else PRODUCTION
    session = AiohttpSession(api=server, proxy=settings.proxy or None)
    return Bot(
        settings.token.get_secret_value(),
        session=session,
        default=DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True),
    )
