"""Which cards were edited, written down for all chats that were served at once.

An edit done twice changes nothing, so its mark may come late. What was sent the courier marks at once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from bot.storage.database import Database
from bot.storage.outbox.delivery import PICTURE, Shown
from bot.storage.together import Together
from bot.storage.unit_of_work import StoredUnitOfWork
from domain.office.outbox import Card

_LATEST = 0.2  # seconds: a slow chat keeps the others waiting no longer


class Marks:
    """Marks of edits. They wait for the edits that are under way, then go in one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._under_way = 0
        self._all_here = asyncio.Event()
        self._together = Together(self._write)

    @contextmanager
    def awaiting(self) -> Iterator[None]:
        """While an edit is under way: marks wait for it."""
        self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._all_here.set()
                self._all_here = asyncio.Event()

    async def write(self, card: Card, shown: Shown) -> None:
        """Return once it is written down that this row's chat shows this."""
        if self._under_way:
            with suppress(TimeoutError):
                async with asyncio.timeout(_LATEST):
                    await self._all_here.wait()
        await self._together.of((card, shown))

    async def _write(self, marks: Sequence[tuple[Card, Shown]]) -> Sequence[None]:
        async with self._database.write(in_place=True) as uow:
            missed = await uow.outbox.shown(*(shown for _, shown in marks))
            for card, _ in marks:
                await tell_subject(uow, card)
        # Without its mark a card that comes out the same would be edited to what its chat shows already.
        for shown in missed:
            async with self._database.write(in_place=True) as uow:
                await uow.outbox.shown(shown, wait=True)
        return [None] * len(marks)


async def tell_subject(uow: StoredUnitOfWork, card: Card) -> None:
    """Cards about what a picture belongs to say now whether it came."""
    if card.kind == PICTURE and card.subject:
        await uow.outbox.touch(card.subject)
