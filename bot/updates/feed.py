"""Gives updates to the intake. An update is done with when it was committed, or parked."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from weakref import WeakValueDictionary

import structlog
from aiogram.types import Update

from bot.storage.trouble import collided, passes
from bot.updates.intake import Intake
from bot.updates.parking import Parking
from bot.updates.subject import chat_of, subject_of
from bot.updates.unwritable import Unwritable

log = structlog.get_logger("feed")

# Bot API, allowed_updates: what the bot asks for.
ALLOWED = ["message", "callback_query", "my_chat_member"]

_COLLISIONS = 3
# Of one chat in one batch (Bot API, getUpdates: 100): nobody taps or writes as fast by hand.
_SHARE = 10


def turns(updates: Sequence[Update], in_line: Collection[int]) -> Iterator[tuple[Update, Sequence[Update]]]:
    """Each update of a batch, with those to be taken in its turn.

    Of one person's chat so many at once, the rest together: they wait in line while others are served. Whose
    chat is `in_line` from a batch before has all of them there. An update that went with one before has
    nothing left to be taken.
    """
    by_chat = Counter[int]()
    gone = set[int]()
    for position, update in enumerate(updates):
        chat = _own_chat(update)
        by_chat[chat] += 1
        if update.update_id in gone:
            yield update, ()
        elif chat and (by_chat[chat] > _SHARE or chat in in_line):
            rest = [one for one in updates[position:] if _own_chat(one) == chat]
            gone |= {one.update_id for one in rest}
            yield update, rest
        else:
            yield update, (update,)


def _own_chat(update: Update) -> int:
    """The private chat that an update is of; 0 for a group, whose updates go by the order they came in."""
    subject = subject_of(update)
    chat = chat_of(subject) if subject is not None else 0
    return max(chat, 0)


class Feed:
    """Takes one update at a time or several, from wherever they come; those of one chat in turn.

    A failure of the database is nobody's fault: the update comes again until the database is back. After any
    other failure the office keeps the update and tries it again by itself, while it takes what comes next.
    """

    def __init__(self, intake: Intake, parking: Parking, unwritable: Unwritable) -> None:
        self._intake = intake
        self._parking = parking
        self._unwritable = unwritable
        self._refused: str | None = None
        self._told: set[int] = set()
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    @property
    def in_line(self) -> Collection[int]:
        """Chats whose updates wait for others of theirs."""
        return self._parking.chats

    async def take(self, update: Update) -> bool:
        """Whether the update is done with. False: it must come again."""
        subject = subject_of(update)
        turn = self._turns.setdefault(chat_of(subject), asyncio.Lock()) if subject else asyncio.Lock()
        async with turn:
            with structlog.contextvars.bound_contextvars(update_id=update.update_id):
                return await self._take(update)

    async def take_all(self, updates: Sequence[Update]) -> bool:
        """Whether these are done with: one was taken, several of one chat wait for their turns."""
        if len(updates) > 1:
            return await self._parking.line_up(updates)
        return all([await self.take(update) for update in updates])

    def tell_waiting(self, updates: Iterable[Update]) -> None:
        """Whoever sent these hears why they wait, where the database will take nothing for long."""
        if self._refused is None:
            return
        for update in updates:
            if update.update_id in self._told:
                continue
            self._told.add(update.update_id)
            self._parking.say(update, self._refused)
            self._unwritable.tell(update, self._refused)

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
                    self._refused = self._unwritable.words(error)
                    self.tell_waiting([update])
                    return False
                log.exception("update failed")
                return await self._parking.park(update, type(error).__name__)
            self._told.clear()
            if not done:
                self._parking.waits(update)
            return True
