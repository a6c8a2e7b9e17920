"""What one vote costs: transactions from the tap until every copy of the card is right."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Engine, event

from bot.storage.transaction import Store
from domain.office.profile import OfficeProfile
from tests.e2e.conftest import Town

CONVENE = "/convene 25.11.2026 15:00 каб. 12\n1. Уборка снега | место 4 | Усилить контроль подрядчика"


class Cost:
    """Transactions begun on any database of this process, statements in them, stores made for them."""

    transactions = statements = stores = 0

    def begun(self, *_: Any) -> None:
        """One more transaction, reading or writing."""
        self.transactions += 1

    def executed(self, *_: Any) -> None:
        """One more statement."""
        self.statements += 1


@contextmanager
def counting(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cost]:
    """What is spent while the block runs."""
    cost, make = Cost(), Store.__init__

    def counted(store: Store, *given: Any) -> None:
        cost.stores += 1
        make(store, *given)

    heard = (("begin", cost.begun), ("before_cursor_execute", cost.executed))
    for name, hear in heard:
        event.listen(Engine, name, hear)
    try:
        with monkeypatch.context() as patched:
            patched.setattr(Store, "__init__", counted)
            yield cost
    finally:
        for name, hear in heard:
            event.remove(Engine, name, hear)


async def test_one_vote_with_nine_present_takes_few_transactions(
    on_the_day: Town, profile: OfficeProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    await people.say(head, CONVENE)
    await people.press(head, "Разослать")
    await people.move_clock(datetime(2026, 11, 25, 15, 0, tzinfo=profile.time_zone))
    await people.gather(*people.seat)
    await people.press(head, "Открыть заседание")
    await people.press(head, "На голосование")
    card = await people.card(people.seat[5], "Вопрос 1")

    with counting(monkeypatch) as cost:
        await people.tap(people.seat[5], people.seat[5], card["message_id"], "За")
    for chat in (people.group, *people.seat.values()):
        assert "За 1: Мальцева" in await people.text(chat, "Вопрос 1")
    print(f"one vote: {cost.transactions} transactions, {cost.statements} statements, {cost.stores} stores")
    assert cost.transactions <= 15
