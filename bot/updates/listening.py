"""After the office was away for longer than the messenger keeps taps, cards ask for another one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import structlog

from bot.runtime import Runtime
from bot.storage.listening import Away
from bot.storage.trouble import passes
from bot.storage.unit_of_work import StoredUnitOfWork
from domain.office.outbox import Card, Screen

log = structlog.get_logger("listening")

_NOTED_EVERY = timedelta(seconds=30)
_SAID_FOR = timedelta(minutes=10)


Heard = Callable[[], Awaitable[None]]


async def nobody_notes() -> None:
    """Where no office notes that the messenger is heard."""


class Listening:
    """Notes twice a minute that the messenger is heard; a longer silence is said on cards for a while.

    On those of meetings ahead and under way: there a tap lost unseen is an answer, a presence or a vote.
    """

    def __init__(self, office: Runtime, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._office = office
        self._now = now
        self._noted: datetime | None = None
        self._away: Away | None = None
        self._subjects: frozenset[str] = frozenset()

    async def heard(self) -> None:
        """The messenger has answered. Never raises what passes: the next time notes it."""
        now = self._now()
        if self._noted is not None and timedelta() <= now - self._noted < _NOTED_EVERY:
            return
        self._noted = now
        try:
            async with self._office.database.write() as uow:
                found = await uow.listening.heard(now)
                lately = found if found is not None and now - found.back_at < _SAID_FOR else None
                if lately != self._away:
                    self._subjects = await _in_motion(uow)
                    await uow.outbox.touch(*self._subjects)
        except Exception as error:
            if not passes(error):
                raise
            log.warning("not noted", error=type(error).__name__)
            return
        self._away = lately

    def asking_again(self, card: Card, screen: Screen | None) -> Screen | None:
        """The card with a word that taps may have been lost, where they may."""
        if screen is None or self._away is None or card.subject not in self._subjects:
            return screen
        if not any(button.data for row in screen.rows for button in row):
            return screen
        minutes = round(self._away.lasted.total_seconds() / 60)
        return replace(screen, text=f"{screen.text}\n\n{self._office.texts('tap-again', minutes=minutes)}")


async def _in_motion(uow: StoredUnitOfWork) -> frozenset[str]:
    """Names of the meetings ahead and under way, and of the vote that goes on."""
    found = set()
    for meeting in await uow.meetings.current():
        found.add(meeting.entity)
        if (item := meeting.voting_item()) is not None:
            found.add(meeting.vote_entity(item))
    return frozenset(found)
