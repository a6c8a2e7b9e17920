"""What one vote costs, and nine at once: counted from the tap until every copy of the card is right."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.methods import GetUpdates
from sqlalchemy import Engine, event

from bot.storage.transaction import Store
from domain.office.profile import OfficeProfile
from tests.e2e.conftest import Town, town

CONVENE = "/convene 25.11.2026 15:00 каб. 12\n1. Уборка снега | место 4 | Усилить контроль подрядчика"


class Cost:
    """Transactions begun on any database of this process, statements in them, stores made for them.

    And calls of the Bot API, with the bytes of what they say.
    """

    transactions = statements = stores = calls = bytes = 0

    def begun(self, *_: Any) -> None:
        """One more transaction, reading or writing."""
        self.transactions += 1

    def executed(self, *_: Any) -> None:
        """One more statement."""
        self.statements += 1


@contextmanager
def counting(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cost]:
    """What is spent while the block runs."""
    cost, make, say = Cost(), Store.__init__, AiohttpSession.build_form_data

    def counted(store: Store, *given: Any) -> None:
        cost.stores += 1
        make(store, *given)

    def said(session: AiohttpSession, bot: Any, method: Any) -> Any:
        form = say(session, bot, method)
        if not isinstance(method, GetUpdates):
            cost.calls += 1
            cost.bytes += sum(len(str(value).encode()) for *_, value in form._fields)
        return form

    heard = (("begin", cost.begun), ("before_cursor_execute", cost.executed))
    for name, hear in heard:
        event.listen(Engine, name, hear)
    try:
        with monkeypatch.context() as patched:
            patched.setattr(Store, "__init__", counted)
            patched.setattr(AiohttpSession, "build_form_data", said)
            yield cost
    finally:
        for name, hear in heard:
            event.remove(Engine, name, hear)


async def open_vote(people: Town, profile: OfficeProfile) -> None:
    """Nine are present; the first question is voted on."""
    head = people.seat[1]
    await people.say(head, CONVENE)
    await people.press(head, "Разослать")
    await people.move_clock(datetime(2026, 11, 25, 15, 0, tzinfo=profile.time_zone))
    await people.gather(*people.seat)
    await people.press(head, "Открыть заседание")
    await people.press(head, "На голосование")


async def test_one_vote_with_nine_present_costs_little(
    on_the_day: Town, profile: OfficeProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = on_the_day
    await open_vote(people, profile)
    card = await people.card(people.seat[5], "Вопрос 1")

    with counting(monkeypatch) as cost:
        await people.tap(people.seat[5], people.seat[5], card["message_id"], "За")
    for chat in (people.group, *people.seat.values()):
        assert "За 1: Мальцева" in await people.text(chat, "Вопрос 1")
    print(
        f"one vote: {cost.transactions} transactions, {cost.statements} statements, {cost.stores} stores, "
        f"{cost.calls} calls, {cost.bytes} bytes"
    )
    assert cost.transactions <= 15
    assert cost.statements <= 60
    assert cost.calls == 11  # ten cards and the answer to the tap
    assert cost.bytes <= 20_000


@pytest.mark.long
async def test_nine_votes_at_once_are_told_by_few_calls(
    tmp_path: Path, profile: OfficeProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the messenger's limits: a chat whose pace is used up is told the last state alone."""
    noon = datetime(2026, 11, 25, 12, 0, tzinfo=profile.time_zone)
    async with town(tmp_path, noon, limits=True) as people:
        await open_vote(people, profile)
        cards = {one: (await people.card(one, "Вопрос 1"))["message_id"] for one in people.seat.values()}
        with counting(monkeypatch) as cost:
            await asyncio.gather(*(people.tap(one, one, card, "За") for one, card in cards.items()))
        for chat in (people.group, *people.seat.values()):
            assert "За 9" in await people.text(chat, "Вопрос 1")
        assert await people.violations() == []
    print(f"nine votes: {cost.transactions} transactions, {cost.calls} calls, {cost.bytes} bytes")
    assert cost.calls <= 30
