"""Updates that failed: kept in the database and tried again, while those of other chats go on."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any

import structlog
from aiogram.types import CallbackQuery, Update

from bot.delivery.answers import Answers
from bot.runtime import Runtime
from bot.storage.locks import Locks
from bot.storage.trouble import collided, passes
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.storage.updates import ParkedUpdate
from bot.updates.intake import Intake, kept
from bot.updates.subject import chat_of, subject_of
from bot.watching.keeping import Keep, start_once
from domain.office.outbox import Screen

log = structlog.get_logger("parking")

_PAUSES = tuple(timedelta(seconds=seconds) for seconds in (1, 2, 4, 8))
_TRIES = len(_PAUSES) + 1
_LOCK = "parked updates"
# Seconds, while anything is parked: another replica may be at it, people may move the clock.
_LOOK_AGAIN = 1.0


class Parking:
    """Tries the first that waits of each chat until it is done or has failed too often; then the next.

    One replica at a time. `look_again`: seconds after which it looks for what another replica parked and
    left; None where there is no other.
    """

    def __init__(
        self, office: Runtime, intake: Intake, answers: Answers, locks: Locks, look_again: float | None
    ) -> None:
        self._office = office
        self._intake = intake
        self._answers = answers
        self._locks = locks
        self._look_again = look_again
        self._awake = asyncio.Event()
        self._quiet = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self.chats: set[int] = set()
        """Of which chats anything is parked, as far as is known here: what comes of them goes behind it."""

    def start(self, keep: Keep = start_once) -> None:
        """Begin, with whatever a former run has left."""
        self._task = keep(self._run, "parking")

    async def stop(self) -> None:
        """Stop; what is parked is tried again at the next start."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def idle(self) -> None:
        """Return when nothing is parked."""
        await self._quiet.wait()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is parked."""
        return self._quiet.is_set()

    async def park(self, update: Update, failure: str) -> bool:
        """Keep an update that has failed for the first time; False when it cannot be kept."""
        subject = subject_of(update)
        assert subject is not None  # nothing is done, so nothing fails, for an update that is nobody's
        try:
            async with self._office.database.write() as uow:
                await uow.updates.park(
                    update.update_id,
                    chat_of(subject),
                    kept(update),
                    tries=1,
                    failure=failure,
                    pause=_PAUSES[0],
                )
        except Exception:
            # Nothing can be kept, so nothing may be acknowledged.
            log.exception("update cannot be parked")
            return False
        self.waits(update)
        return True

    async def line_up(self, updates: Sequence[Update]) -> bool:
        """Keep updates of one chat that came too many at once, to be taken one by one; False: not now."""
        try:
            async with self._office.database.write() as uow:
                for update in updates:
                    subject = subject_of(update)
                    assert subject is not None  # of a chat
                    await uow.updates.park(update.update_id, chat_of(subject), kept(update))
                    self.chats.add(chat_of(subject))
        except Exception as error:
            log.warning("updates cannot be lined up", error=type(error).__name__)
            return False
        for update in updates:
            self.waits(update, words="update-lined-up")
        return True

    def waits(self, update: Update, words: str = "update-parked") -> None:
        """An update was parked: a tap is answered now, for later would be too late."""
        self.say(update, words, alert=words == "update-parked")
        self._quiet.clear()
        self._awake.set()

    def say(self, update: Update, words: str, *, alert: bool = True) -> None:
        """Answer a tap with these words; it can be answered once."""
        subject = subject_of(update)
        if isinstance(subject, CallbackQuery):
            self._answers.give(subject.id, self._office.texts(words), alert=alert)

    async def _run(self) -> None:
        while True:
            self._awake.clear()
            pause = await self._look()
            with suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._awake.wait()

    async def _look(self) -> float | None:
        """Try what is due; after how many seconds to look again, None: when something is parked."""
        try:
            async with self._office.database.read() as uow:
                parked = await uow.updates.parked()
        except Exception:
            log.exception("parked updates cannot be read")
            return _LOOK_AGAIN
        self.chats = {one.chat_id for one in parked}
        if not parked:
            if not self._awake.is_set():
                self._quiet.set()
            return self._look_again
        self._quiet.clear()
        now = self._office.clock.now()
        due = [one for one in parked if one.is_due(now, _PAUSES[-1])]
        if due and await self._try_all(due):
            return 0
        return min([_LOOK_AGAIN, *((one.try_at - now).total_seconds() for one in parked if one.try_at > now)])

    async def _try_all(self, due: list[ParkedUpdate]) -> bool:
        """Try each once; False when now is not the time."""
        if not await self._locks.take(_LOCK):
            return False
        try:
            for one in due:
                with structlog.contextvars.bound_contextvars(update_id=one.update_id):
                    if not await self._try(one):
                        return False
        finally:
            await self._locks.release(_LOCK)
        return True

    async def _try(self, parked: ParkedUpdate) -> bool:
        try:
            update = Update.model_validate(parked.content, context={"bot": self._office.bot})
            await self._intake.take(update, parked=True)
        except Exception as error:
            if passes(error) or collided(error):
                log.warning("update put off", error=type(error).__name__)
                return False
            log.exception("update failed")
            return await self._failed(parked, type(error).__name__)
        return True

    async def _failed(self, parked: ParkedUpdate, failure: str) -> bool:
        """Put it off for longer, or for good; False when the database is away."""
        try:
            async with self._office.database.write() as uow:
                tries = await uow.updates.failed(parked.update_id, failure, _PAUSES)
                if tries >= _TRIES:
                    await self._set_aside(uow, parked, failure, tries)
        except Exception:
            log.exception("failure cannot be counted")
            return False
        return True

    async def _set_aside(self, uow: StoredUnitOfWork, parked: ParkedUpdate, failure: str, tries: int) -> None:
        """Never again: the person gets words, the administrators the update's number."""
        texts, number = self._office.texts, parked.update_id
        await uow.updates.set_aside(number, failure, tries)
        person = await _author(uow, parked.content)
        if person is not None:
            words = texts("update-set-aside", id=str(number), tries=tries)
            await uow.outbox.text(person, Screen(words), key=f"aside:{number}")
        told = texts("update-set-aside-admin", id=str(number), failure=failure, tries=tries)
        await self._office.tell_admins(uow, told, f"aside:{number}")


async def _author(uow: StoredUnitOfWork, content: Mapping[str, Any]) -> int | None:
    """The chat of a message; of a tap the person's own, unless it is a stranger's to the bot."""
    if "message" in content:
        return int(content["message"]["chat"]["id"])
    if "callback_query" not in content:
        return None
    tap = content["callback_query"]
    person = int(tap["from"]["id"])
    own_chat = "message" not in tap or tap["message"]["chat"]["id"] == person
    return person if own_chat or await uow.roster.identify(person) is not None else None
