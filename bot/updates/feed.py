"""Gives updates to the intake. An update is done with when it was committed, or parked."""

from __future__ import annotations

import asyncio
from weakref import WeakValueDictionary

import structlog
from aiogram.types import Update

from bot.storage.trouble import collided, passes
from bot.updates.intake import Intake
from bot.updates.parking import Parking
from bot.updates.subject import chat_of, subject_of

log = structlog.get_logger("feed")

# Bot API, allowed_updates: what the bot asks for.
ALLOWED = ["message", "callback_query", "my_chat_member"]

_COLLISIONS = 3


class Feed:
    """Takes one update at a time or several, from wherever they come; those of one chat in turn.

    A failure of the database is nobody's fault: the update comes again until the database is back. After any
    other failure the office keeps the update and tries it again by itself, while it takes what comes next.
    """

    def __init__(self, intake: Intake, parking: Parking) -> None:
        self._intake = intake
        self._parking = parking
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def take(self, update: Update) -> bool:
        """Whether the update is done with. False: it must come again."""
        subject = subject_of(update)
        turn = self._turns.setdefault(chat_of(subject), asyncio.Lock()) if subject else asyncio.Lock()
        async with turn:
            with structlog.contextvars.bound_contextvars(update_id=update.update_id):
                return await self._take(update)

    async def _take(self, update: Update) -> bool:
        collisions = 0
        while True:
            try:
                done = await self._intake.take(update)
            except Exception as error:
                collisions += 1
                if collided(error) and collisions <= _COLLISIONS:
                    continue
                if passes(error):
                    log.warning("update put off", error=type(error).__name__)
                    return False
                log.exception("update failed")
                return await self._parking.park(update, type(error).__name__)
            if not done:
                self._parking.waits(update)
            return True
