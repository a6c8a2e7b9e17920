"""Fair turns: one who sends very much at once waits in line, and others do not wait for it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiogram.types import Update
from sqlalchemy import func, select

from bot.storage.outbox.tables import outbox
from bot.updates.feed import turns
from tests.e2e.conftest import Town

MANY = 50


def update(number: int, chat: int, person: int | None = None) -> Update:
    """A message of a person in a chat."""
    sender = {"id": person or chat, "is_bot": False, "first_name": "Имя"}
    kind = "private" if chat > 0 else "supergroup"
    message: dict[str, Any] = {
        "message_id": number, "date": 1, "text": "x", "from": sender,
        "chat": {"id": chat, "type": kind, "title": "x"},
    }  # fmt: skip
    return Update.model_validate({"update_id": number, "message": message})


def test_what_is_too_much_of_one_person_goes_together() -> None:
    batch = [*(update(number, 1) for number in range(1, 15)), update(15, 2), update(16, 1), update(17, 2)]
    taken = [[one.update_id for one in together] for _, together in turns(batch, ())]
    assert taken == [*([number] for number in range(1, 11)), [11, 12, 13, 14, 16], [], [], [], [15], [], [17]]
    assert [one.update_id for one, _ in turns(batch, ())] == list(range(1, 18))


def test_whose_line_is_not_done_goes_behind_it_at_once() -> None:
    batch = [update(1, 1), update(2, 2), update(3, 1), update(4, 2)]
    taken = [[one.update_id for one in together] for _, together in turns(batch, {1})]
    assert taken == [[1, 3], [2], [], [4]]


def test_a_group_goes_by_the_order_in_which_its_updates_came() -> None:
    batch = [update(number, -100, 1 + number % 2) for number in range(40)]
    assert [[one.update_id for one in together] for _, together in turns(batch, ())] == [
        [n] for n in range(40)
    ]


@pytest.mark.long
async def test_another_does_not_wait_for_five_who_flood(seeded: Town) -> None:
    people, other = seeded, seeded.seat[8]
    flooders = [seeded.seat[seat] for seat in range(3, 8)]
    starts = {flooder: await people.newest(flooder) for flooder in flooders}

    async def write(person: int, text: str) -> None:
        await people.call("POST", "/api/messages", json={"from": person, "chat": person, "text": text})

    await asyncio.gather(*(write(flooder, "/help") for _ in range(MANY) for flooder in flooders))
    await asyncio.gather(*(write(flooder, "/roster") for flooder in flooders))
    await write(other, "/help")
    before = await people.newest(other)
    while not await people.read(other, before):  # noqa: ASYNC110 — nothing rings when a message is there
        await asyncio.sleep(0.02)
    async with people.behind_its_back() as database:
        theirs = select(func.count()).select_from(outbox).where(outbox.c.chat_id.in_(flooders))
        done = await database.scalar(theirs)
    assert done is not None and done < 2 * MANY
    await people.settle()
    for flooder, start in starts.items():
        *same, last = await people.read(flooder, start)
        # The same words are not said again while they wait to be sent; a command is never lost.
        assert 1 <= len(same) <= MANY and len(set(same)) == 1 and "Состав" in last
    assert await people.violations() == []
