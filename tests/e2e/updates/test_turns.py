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

MANY = 150


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
    taken = [[one.update_id for one in together] for _, together in turns(batch)]
    assert taken == [*([number] for number in range(1, 11)), [11, 12, 13, 14, 16], [], [], [], [15], [], [17]]
    assert [one.update_id for one, _ in turns(batch)] == list(range(1, 18))


def test_a_group_goes_by_the_order_in_which_its_updates_came() -> None:
    batch = [update(number, -100, 1 + number % 2) for number in range(40)]
    assert [[one.update_id for one in together] for _, together in turns(batch)] == [[n] for n in range(40)]


@pytest.mark.long
async def test_another_does_not_wait_for_one_who_floods(seeded: Town) -> None:
    people, flooder, other = seeded, seeded.seat[3], seeded.seat[4]
    start = await people.newest(flooder)

    async def write(person: int, text: str) -> None:
        await people.call("POST", "/api/messages", json={"from": person, "chat": person, "text": text})

    await asyncio.gather(*(write(flooder, "/help") for _ in range(MANY)))
    await write(other, "/help")
    before = await people.newest(other)
    while not await people.read(other, before):  # noqa: ASYNC110 — nothing rings when a message is there
        await asyncio.sleep(0.02)
    async with people.behind_its_back() as database:
        mine = select(func.count()).select_from(outbox).where(outbox.c.chat_id == flooder)
        done = await database.scalar(mine)
    assert done is not None and done < MANY // 2
    await people.settle()
    assert len(await people.read(flooder, start)) == MANY
    assert await people.violations() == []
