"""The composition root: starts and stops one office, each part after those that it needs."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

import structlog
from aiogram.exceptions import AiogramError, TelegramRetryAfter, TelegramUnauthorizedError
from sqlalchemy.exc import SQLAlchemyError

from bot.clockwork.bell import Bell, Time
from bot.clockwork.schedule import office_rings
from bot.clockwork.settling import Settling
from bot.delivery.answers import Answers
from bot.delivery.courier import Courier
from bot.delivery.line import Line
from bot.delivery.pace import Pace
from bot.delivery.refusals import says_nothing
from bot.delivery.sender import Delivery
from bot.loading import loaded
from bot.messengers.telegram import TELEGRAM
from bot.names import mask_mark
from bot.profiles import fingerprint, profile_text
from bot.runtime import Runtime
from bot.settings import Settings
from bot.storage.living import ProfileClash, end_invitations, in_force, move_seats, profile_changes
from bot.storage.locks import AdvisoryLocks, Locks, NoLocks
from bot.storage.serving import serving_of
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.updates.feed import Feed
from bot.updates.hearing import Hearing
from bot.updates.intake import Intake
from bot.updates.listening import Listening
from bot.updates.parking import Parking
from bot.updates.polling import Polling
from bot.updates.unwritable import Unwritable
from bot.updates.webhook import Webhook
from bot.watching.keeping import Keeper
from bot.watching.meter import Meter
from bot.works.every import WORKS
from bot.works.imports.inbox import StillWritten
from bot.works.messages.recounting import rules_mark
from bot.works.worker import Worker
from domain.office.act import Act
from domain.office.outbox import Card, Screen
from domain.office.profile import OfficeProfile
from handlers import CONVERSATIONS
from handlers.chat.view import View

log = structlog.get_logger("office")

T = TypeVar("T")

_START_TRIES = 5
_LOOK_AGAIN = 2.0  # seconds
_JUST_OVER = timedelta(days=7)


class RunningOffice:
    """One office: its runtime, and what moves in it."""

    def __init__(
        self, settings: Settings, profile: OfficeProfile, time: Time, meter: Meter | None = None
    ) -> None:
        self.runtime = runtime = Runtime.of(settings, profile, time.clock, meter)
        database = runtime.database
        self._time = time
        self.line = Line()
        self.serving = serving_of(database.url, database.engine)
        self.locks: Locks = NoLocks() if database.sqlite else AdvisoryLocks(database.engine)
        courier = Courier(
            runtime.bot,
            database,
            self._render,
            lambda menu, language: CONVERSATIONS.menu(menu, runtime.shared.texts_in(language)),
            runtime.shared,
            Pace(enabled=settings.limits),
            self.line,
            TELEGRAM,
        )
        self.answers = Answers(runtime.bot, self.line)
        self.delivery = Delivery(database, self.locks, courier, self.answers, self.line)
        look_again = None if database.sqlite else _LOOK_AGAIN
        # Nothing in the database says that a file was dropped into a folder.
        self.worker = Worker(WORKS, runtime, self.locks, _LOOK_AGAIN if settings.inbox else look_again)
        database.tell(work=self.worker.wake, sending=self.delivery.wake)
        self.intake = Intake(runtime, self.answers)
        self.parking = Parking(runtime, self.intake, self.answers, self.locks, look_again)
        self.feed = Feed(self.intake, self.parking, Unwritable(runtime))
        still_written = StillWritten(settings.inbox, self.worker.wake)
        self.settling = Settling((still_written, self.worker, self.delivery, self.parking), self.line)
        self._listening = Listening(runtime)
        self._polling = Polling(
            runtime.bot, self.feed, self.line, self._listening.heard, self._tell_two_programs
        )
        self._webhook = Webhook(runtime.bot, self.feed, settings)
        self._hearing = Hearing(runtime, self._listening.heard)
        self._bell: Bell | None = None
        self._keep = Keeper(self._ended)
        self._telling: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Learn the bot's name, then start in the order in which each needs the one before.

        Raises Served, and ProfileClash where the profile does not fit what lives in the database.
        """
        runtime = self.runtime
        await self.serving.take()
        await self._keep_profile()
        name = await self._insist(runtime.links.learn)
        await self._try_template()
        # Whoever keeps the time of the office is told that it has started before anything goes out.
        self._bell = await self._time.bell(runtime, office_rings(runtime), self.settling)
        await self._bell.start()
        self.delivery.start(self._keep)
        self.worker.start(self._keep)
        self.parking.start(self._keep)
        await self._take_updates()
        log.info("office started", bot=name, profile=runtime.profile.key, mode=runtime.settings.mode)

    async def stop(self) -> None:
        """Stop in the opposite order; what is unfinished goes on at the next start."""
        await self._polling.stop()
        await self._hearing.stop()
        await self._webhook.stop()
        if self._bell is not None:
            await self._bell.stop()
        await self.parking.stop()
        await self.worker.stop()
        await self.delivery.stop()
        await self.locks.close()
        await self.serving.release()
        await self.runtime.close()

    def _ended(self, name: str) -> None:
        """A lasting task ended unasked; it is started again."""
        self.runtime.meter.task_ended(name)
        telling = asyncio.create_task(self._tell_ended(name))
        self._telling.add(telling)
        telling.add_done_callback(self._telling.discard)

    async def _tell_ended(self, name: str) -> None:
        await self._tell_once_an_hour(self.runtime.texts("task-ended", name=name), f"ended:{name}")

    async def _tell_two_programs(self) -> None:
        await self._tell_once_an_hour(self.runtime.texts("polling-conflict"), "conflict")

    async def _tell_once_an_hour(self, said: str, what: str) -> None:
        """Tell the administrators."""
        runtime = self.runtime
        hour = f"{runtime.clock.now():%Y-%m-%dT%H}"
        try:
            async with runtime.database.write() as uow:
                await runtime.tell_admins(uow, said, f"{what}:{hour}")
        except (SQLAlchemyError, OSError) as error:
            log.warning("cannot be told", what=what, error=type(error).__name__)

    async def _take_updates(self) -> None:
        if self.runtime.settings.mode == "webhook":
            await self._insist(self._webhook.start)
            self._hearing.start(self._keep)
        else:
            await self._insist(self.runtime.bot.delete_webhook)
            await self._listening.heard()
            self._polling.start(self._keep)

    async def _insist(self, call: Callable[[], Awaitable[T]]) -> T:
        """What a start needs of the messenger, tried again for a while where it does not answer."""
        failures = 0
        while True:
            try:
                return await call()
            except AiogramError as error:
                if isinstance(error, TelegramUnauthorizedError) or not says_nothing(error):
                    raise
                failures += 1
                log.warning("no answer yet", error=type(error).__name__, failures=failures)
                if failures == _START_TRIES:
                    raise
                if isinstance(error, TelegramRetryAfter):
                    await self.line.pause(error.retry_after, whole=True)
                else:
                    await self.line.wait(failures)

    async def _try_template(self) -> None:
        """Tell at once that the office's Word template is broken; the shipped one serves then."""
        runtime = self.runtime
        if not runtime.profile.protocol_template:
            return
        await loaded("bot.documents.office_template")
        from bot.documents import office_template  # noqa: PLC0415 — Word's library is loaded when there is one

        template = office_template.template_path(runtime.profile, runtime.settings.profile)
        trouble = await asyncio.to_thread(
            office_template.template_trouble, template, lambda key, said: runtime.texts(key, **said)
        )
        if trouble is not None:
            log.warning("template broken", file=trouble.file_name, placeholder=trouble.placeholder)
            said, day = office_template.trouble_text(runtime.texts, trouble), runtime.clock.now().date()
            async with runtime.database.write() as uow:
                await runtime.tell_admins(uow, said, f"template:{day}")

    async def _keep_profile(self) -> None:
        """Store the profile with its decree; show the cards of meetings ahead or just over as they are.

        Raises ProfileClash, and then nothing is stored.
        """
        runtime = self.runtime
        content = profile_text(runtime.settings.profile)
        async with runtime.database.write() as uow:
            found = await profile_changes(uow, content)
            if any(change.refused for change in found):
                raise ProfileClash(found)
            await end_invitations(uow)
            moves = await move_seats(uow)
            mark = fingerprint(content)
            new = await uow.profiles.keep(mark, content)
            if new or content != await in_force(uow):
                decree = runtime.profile.decree
                data = {"decree": decree.number, "date": decree.date.isoformat(), "fingerprint": mark}
                if moves:
                    data["moved"] = ", ".join(f"{number} → {to}" for number, to in moves.items())
                await uow.record(None, Act("profile-stored", f"profile:{runtime.profile.key}", data))
            for change in found:
                log.warning("profile changed", **change.said)
                told = runtime.texts(f"profile-change-{change.key}", **change.said)
                key = f"profile:{mark[:16]}:{change.said['kind']}:{change.said['what']}"
                await runtime.tell_admins(uow, told, key)
            if await uow.recounts.ask(rules_mark(content)):
                await uow.imports.read_anew()
            await uow.remasks.ask(mask_mark())
            over = await uow.meetings.closed_since(runtime.clock.now() - _JUST_OVER)
            shown = [*await uow.meetings.current(), *over]
            await uow.outbox.touch(*(meeting.entity for meeting in shown))

    async def _render(self, uow: StoredUnitOfWork, card: Card) -> Screen | None:
        now = self.runtime.clock.now().astimezone(self.runtime.profile.time_zone)
        view = View(self.runtime.shared, uow, await uow.roster.load(), now, card)
        return self._listening.asking_again(card, await CONVERSATIONS.render(view))
