"""The composition root: one object on which everything hangs that one office needs at run time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import structlog
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError

from bot.bell import Bell, SteppedBell, SystemBell
from bot.delivery.answers import Answers
from bot.delivery.line import Line
from bot.delivery.pace import Pace
from bot.delivery.post import Post
from bot.delivery.sender import Delivery
from bot.documents.calendar_file import CalendarFiles
from bot.localisation import LANGUAGES, Locale
from bot.messengers.telegram import OfficeSession
from bot.meter import Meter
from bot.production_calendar import ProductionCalendar
from bot.profiles import fingerprint, profile_text
from bot.sandbox.link import SandboxCameLate, SandboxClock, SandboxLink, find_sandbox
from bot.schedule import office_jobs
from bot.settings import Settings
from bot.storage.claims import AdvisoryClaims, Claims, SoleClaims
from bot.storage.database import Database
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.updates.feed import Feed
from bot.updates.intake import Intake
from bot.updates.outer_json import read_json
from bot.updates.polling import Polling
from bot.updates.webhook import Webhook
from bot.works.every import office_works
from bot.works.messages.recounting import rules_mark
from bot.works.worker import Worker
from domain.office.act import Act
from domain.office.outbox import Card, Screen
from domain.office.ports import Clock
from domain.office.profile import OfficeProfile
from domain.unit_of_work import Office
from handlers.chat.menus import menu_commands
from handlers.chat.view import View
from handlers.rendering import render

log = structlog.get_logger("office")

T = TypeVar("T")

_START_TRIES = 5
_LOOK_AGAIN = 2.0  # seconds
_OUTAGE = 10.0  # seconds
_JUST_OVER = timedelta(days=7)


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
            languages={language: Locale(language, profile.time_zone) for language in LANGUAGES},
        )
        self.line = Line()
        self.claims: Claims = SoleClaims() if self.database.sqlite else AdvisoryClaims(self.database.engine)
        post = Post(
            self.bot,
            self.database,
            self._render,
            lambda menu, language: menu_commands(menu, self.shared.texts_in(language)),
            lambda: self.shared,
            Pace(enabled=settings.limits),
            self.line,
        )
        answers = Answers(self.bot, self.line)
        self.delivery = Delivery(self.database, self.claims, post, answers, self.line)
        look_again = None if self.database.sqlite else _LOOK_AGAIN
        self.worker = Worker(office_works(self), self.claims, look_again)
        self.intake = Intake(self)
        self.feed = Feed(self)
        self.polling = Polling(self.bot, self.feed, self.line)
        self.jobs = office_jobs(self)
        self.bell: Bell = SystemBell(self.jobs)
        self.webhook = Webhook(self.bot, self.feed, settings)
        self._link: SandboxLink | None = None

    async def start(self) -> None:
        """Learn the bot's name, then start in the order in which each needs the one before."""
        me = await self._insist(self.bot.get_me)
        self.shared = replace(self.shared, bot_name=me.username or "")
        await self._keep_profile()
        await self._try_template()
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
        await self.claims.close()
        await self.close()

    async def close(self) -> None:
        """Let go of the network and the database."""
        await self.bot.session.close()
        await self.database.close()

    async def _take_updates(self) -> None:
        if self.settings.mode == "webhook":
            await self._insist(self.webhook.start)
        else:
            await self._insist(self.bot.delete_webhook)
            self.polling.start()

    async def intake_stop(self) -> None:
        """Take no more updates; what was not committed comes again."""
        await self.polling.stop()
        await self.webhook.stop()

    async def _insist(self, call: Callable[[], Awaitable[T]]) -> T:
        """What a start needs of the messenger, tried again for a while where it does not answer."""
        failures = 0
        while True:
            try:
                return await call()
            except (TelegramNetworkError, TelegramServerError, TelegramRetryAfter) as error:
                failures += 1
                log.warning("no answer yet", error=type(error).__name__, failures=failures)
                if failures == _START_TRIES:
                    raise
                if isinstance(error, TelegramRetryAfter):
                    await self.line.pause(error.retry_after, whole=True)
                else:
                    await self.line.wait(failures)

    async def _try_template(self) -> None:
        """Tell in the log at once that the office's Word template is broken; the shipped one serves then."""
        if not self.profile.protocol_template:
            return
        from bot.documents import office_template  # noqa: PLC0415 — Word's library is loaded when there is one

        template = office_template.template_path(self.profile, self.settings.profile)
        trouble = await asyncio.to_thread(
            office_template.template_trouble, template, lambda key, said: self.texts(key, **said)
        )
        if trouble is not None:
            log.warning("template broken", file=trouble.file_name, placeholder=trouble.placeholder)

    async def _keep_profile(self) -> None:
        """Store the profile with its decree; show the cards of meetings ahead or just over as they are."""
        content = profile_text(self.settings.profile)
        async with self.database.write() as uow:
            new = await uow.profiles.keep(fingerprint(content), content)
            if new:
                decree = self.profile.decree
                data = {"decree": decree.number, "date": decree.date.isoformat()}
                await uow.record(None, Act("profile-stored", f"profile:{self.profile.key}", data))
            await uow.recounts.ask(rules_mark(content))
            over = await uow.meetings.closed_since(self.clock.now() - _JUST_OVER)
            shown = [*await uow.meetings.current(), *over]
            await uow.outbox.touch(*(meeting.entity for meeting in shown))

    async def _attach_sandbox(self) -> None:
        """Where the server is a sandbox, its clock is the office's and rings the jobs."""
        server = self.settings.api_server
        moment = await find_sandbox(server) if server else None
        if moment is None:
            return
        if not isinstance(self.clock, SandboxClock):
            raise SandboxCameLate
        self.clock.set(moment)
        clock = self.clock

        async def step(now: datetime) -> None:
            assert self._link is not None  # made below, before any step
            await self._link.report_clock(now)

        bell = SteppedBell(self.jobs, clock, self._settle_or_outage, step)
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

    async def _settle_or_outage(self) -> None:
        """Settle; but time goes on where the messenger is away, and what waits is sent when it is back."""
        settled = asyncio.create_task(self.settle())
        while not settled.done() and self.line.down_for() < _OUTAGE:
            await asyncio.wait({settled}, timeout=0.2)
        if settled.done():
            await settled
        settled.cancel()

    async def _render(self, uow: StoredUnitOfWork, card: Card) -> Screen | None:
        now = self.clock.now().astimezone(self.profile.time_zone)
        return await render(View(self.shared, uow, await uow.roster.load(), now, card))


def make_bot(settings: Settings) -> Bot:
    """The messenger: which server stands behind it is decided here and nowhere else."""
    server = TelegramAPIServer.from_base(settings.api_server) if settings.api_server else PRODUCTION
    session = OfficeSession(api=server, proxy=settings.proxy or None, json_loads=read_json)
    return Bot(
        settings.token.get_secret_value(),
        session=session,
        default=DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True),
    )
