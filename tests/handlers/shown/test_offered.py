"""Nothing is offered that would be refused: every button of every card is tapped, and nothing of it kept."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram.types import CallbackQuery, User
from sqlalchemy import select, update

from bot.delivery.calls import screen_hash
from bot.runtime import Runtime
from bot.storage.outbox.delivery import known_card
from bot.storage.outbox.tables import outbox
from bot.storage.unit_of_work import StoredUnitOfWork
from domain.office.outbox import Card, Screen
from domain.office.refusal import Refusal
from domain.people.roster import Actor, Standing
from handlers import CONVERSATIONS
from handlers.chat.request import Request
from handlers.chat.taps import NOTHING
from handlers.chat.view import View
from tests.handlers.shown.office import BLOCK_HEAD, GUEST, HEAD, NOW, make, office_of
from tests.handlers.shown.ways import WAYS, Way
from tests.templates import Templates

# Cards of the shown office that nobody has: somebody else's draft, a vote that no guest is sent.
NOBODYS = {
    (HEAD, "proposal:3"),
    (BLOCK_HEAD, "materials:1"),
    (GUEST, "vote:2:1:1"),
    (BLOCK_HEAD, "protocol:1"),
}
# What a button is there for although it may be refused, and why it stays.
ANSWERED = {
    "same-vote": "one's own vote, marked: said by a line that passes",
    "same-answer": "one's own answer: said by a line that passes",
    "no-quorum": "«Открыть заседание» says how many are missing (п. 4.3.1)",
    "others-are-coming": "the same before the time of the meeting",
}
# The shown office keeps no files of papers, and somebody absent on record is in its room.
NOT_SO = {"not-signed-yet", "no-such-protocol", "seat-not-present"}

Path_ = tuple[tuple[Card, str], ...]


class _GivenUp(Exception):
    """Nothing of the transaction is kept."""


@pytest.fixture
async def office(templates: Templates, tmp_path: Path) -> AsyncIterator[Runtime]:
    opened = office_of(await templates.copy(None, "shown", make, tmp_path / "office.db"))
    yield opened
    await opened.close()


async def shown(office: Runtime, uow: StoredUnitOfWork, *, changed: bool) -> list[tuple[Card, Screen]]:
    """Live private cards and what they show: all of them, or those that are to be shown anew."""
    now = NOW.astimezone(office.profile.time_zone)
    await uow.outbox.show_changes(uow.changes, CONVERSATIONS.shown_in)
    cards = select(outbox).where(outbox.c.live, outbox.c.chat_id > 0).order_by(outbox.c.id)
    rows = await uow.connection.execute(
        cards.where(outbox.c.version > outbox.c.shown_version) if changed else cards
    )
    roster, found = await uow.roster.load(), []
    for row in rows.all():
        screen = await CONVERSATIONS.render(View(office.shared, uow, roster, now, known_card(row)))
        if screen is not None and (row.chat_id, row.subject) not in NOBODYS:
            found.append((known_card(row), screen))
    return found


async def tap(office: Runtime, uow: StoredUnitOfWork, card: Card, data: str) -> None:
    """What the intake does with a tap. Raises Refusal."""
    binding = await uow.roster.identify(card.chat_id)
    request = Request(
        office.shared,
        uow,
        binding.actor() if binding else Actor(card.chat_id, Standing.STRANGER),
        NOW.astimezone(office.profile.time_zone),
        card.chat_id,
        private=True,
        message_id=card.message_id,
    )
    who = User(id=card.chat_id, is_bot=False, first_name="-")
    await CONVERSATIONS.tapped(CallbackQuery(id="1", from_user=who, chat_instance="1", data=data), request)
    await uow.connection.execute(
        update(outbox).where(outbox.c.message_id.is_(None)).values(message_id=outbox.c.id)
    )


class Walk:
    """Goes through the cards of the office, each look of a card once, and notes what was refused."""

    def __init__(self, office: Runtime) -> None:
        self.office = office
        self.taps = 0
        self.refused: dict[str, str] = {}
        self._seen: set[tuple[int, str, str]] = set()

    async def go(self, name: str, change: Way | None, depth: int) -> None:
        """Tap what is offered after the change, then what is offered after each tap, and so on."""
        paths: list[Path_] = [()]
        for _ in range(depth):
            following: list[Path_] = []
            for path in paths:
                cards: list[tuple[Card, Screen]] = []
                await self._after(change, path, look=cards)
                for card, screen in cards:
                    look = (card.chat_id, card.kind, screen_hash(screen))
                    if look in self._seen:
                        continue
                    self._seen.add(look)
                    for button in (
                        one for row in screen.rows for one in row if one.data not in ("", NOTHING)
                    ):
                        self.taps += 1
                        step = (*path, (card, button.data))
                        why = await self._after(change, step)
                        if why is True:
                            following.append(step)
                        elif why not in {*ANSWERED, *NOT_SO}:
                            steps = " > ".join(data for _, data in step)
                            self.refused[f"{name} {card.kind} in {card.chat_id}: {button.text} ({steps})"] = (
                                str(why)
                            )
            paths = following

    async def _after(
        self, change: Way | None, path: Path_, look: list[tuple[Card, Screen]] | None = None
    ) -> bool | str:
        """Whether these taps go through, one after another; else why the last did not."""
        try:
            async with self.office.database.write() as uow:
                if change is not None:
                    await change(uow, self.office)
                for card, data in path:
                    await tap(self.office, uow, card, data)
                if look is not None:
                    look += await shown(self.office, uow, changed=change is not None or bool(path))
                raise _GivenUp
        except _GivenUp:
            return True
        except Refusal as refusal:
            return refusal.key


@pytest.mark.long
async def test_every_button_that_is_offered_does_something(office: Runtime) -> None:
    walk = Walk(office)
    await walk.go("", None, depth=1)  # two deep, it is nine times as many taps
    for name, way in WAYS.items():
        await walk.go(name, way, depth=1)
    assert walk.refused == {}
    assert walk.taps > 3000
