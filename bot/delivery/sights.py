"""What rows of the outbox show now: those of one subject are looked at in one reading transaction."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from weakref import WeakValueDictionary

from bot.delivery.arranging import ARRANGED
from bot.storage.database import Database
from bot.storage.outbox.delivery import DOCUMENT, FILE, NOTED, PICTURE, TEXT, Waiting
from bot.storage.outbox.store import kept_screen
from bot.storage.together import Together
from bot.storage.unit_of_work import StoredUnitOfWork
from domain.office.outbox import Card, Screen

Render = Callable[[StoredUnitOfWork, Card], Awaitable[Screen | None]]


@dataclass(frozen=True, slots=True)
class Sight:
    """A row that waits, what its chat is to see (None: nothing), the name and bytes of its file, if any."""

    row: Waiting
    screen: Screen | None
    file: tuple[str, bytes] | None = None


class Sights:
    """Looks at what is due. Ten cards of a vote are rendered each for its own reader, from one read."""

    def __init__(self, database: Database, render: Render, admins: frozenset[int]) -> None:
        self._database = database
        self._render = render
        self._admins = admins
        self._subjects: WeakValueDictionary[str, Together[Card, Sight | None]] = WeakValueDictionary()

    async def of(self, card: Card) -> Sight | None:
        """The latest state for the row's chat; None when it waits no more. Raises what the view raises."""
        together = self._subjects.get(card.subject)
        if together is None:
            together = self._subjects[card.subject] = Together(self._look)
        return await together.of(card)

    async def _look(self, cards: Sequence[Card]) -> Sequence[Sight | Exception | None]:
        seen: list[Sight | Exception | None] = []
        while len(seen) < len(cards):
            left = cards[len(seen) :]
            async with self._database.read() as uow:
                rows = await uow.outbox.take(*(card.id for card in left))
                for card in left:
                    row = rows.get(card.id)
                    try:
                        seen.append(await self._sight(uow, row) if row else None)
                    except Exception as error:
                        seen.append(error)
                        break  # it may have spoilt the transaction: the others get another one
        return seen

    async def _sight(self, uow: StoredUnitOfWork, row: Waiting) -> Sight:
        card = row.card
        if card.kind in ARRANGED:
            return Sight(row, None)
        if card.kind in (TEXT, NOTED):
            return Sight(row, kept_screen(card.content))
        if card.kind not in (DOCUMENT, PICTURE, FILE):
            return Sight(row, await self._render(uow, card))
        if not await self._known(uow, card.chat_id):
            return Sight(row, None)  # bound when the file was asked for, and no more
        screen = kept_screen(card.content)
        if card.kind == FILE:
            return Sight(row, screen)
        return Sight(row, screen, await uow.documents.content(int(card.content["document"])))

    async def _known(self, uow: StoredUnitOfWork, chat_id: int) -> bool:
        """Whether files may go there: to a group or channel, or to somebody the office knows."""
        return chat_id < 0 or chat_id in self._admins or await uow.roster.identify(chat_id) is not None
