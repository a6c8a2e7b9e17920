"""Edits are written down together: for all that were under way, without waiting for a slow one for long."""

from __future__ import annotations

import asyncio

from sqlalchemy import event

from bot.delivery.marks import Marks
from bot.storage.database import Database
from bot.storage.outbox.delivery import Shown
from domain.office.outbox import Card


async def shown_cards(database: Database, count: int) -> list[Card]:
    """Cards that are in their chats and wait to be shown anew, each of a subject of its own."""
    async with database.write() as uow:
        for chat in range(1, count + 1):
            row = await uow.outbox.card(chat, "vote", f"vote:1:{chat}:1")
            await uow.outbox.sent(Shown(row, 1, "old"), 100 + chat)
        await uow.outbox.touch(*(f"vote:1:{chat}:1" for chat in range(1, count + 1)))
        return list(await uow.outbox.waiting(100))


async def waiting(database: Database) -> list[int]:
    """Chats for which something waits."""
    async with database.read() as uow:
        return [card.chat_id for card in await uow.outbox.waiting(100)]


async def edit(marks: Marks, card: Card, seconds: float = 0) -> None:
    """An edit that takes so long, and its mark."""
    with marks.awaiting():
        await asyncio.sleep(seconds)
    await marks.write(card, Shown(card.id, 2, "new"))


async def test_edits_that_end_one_after_another_are_one_transaction(database: Database) -> None:
    cards, begun = await shown_cards(database, 5), list[object]()
    event.listen(database.engine.sync_engine, "begin", begun.append)
    marks = Marks(database)
    await asyncio.gather(*(edit(marks, card, index / 100) for index, card in enumerate(cards)))
    assert len(begun) == 1 and await waiting(database) == []


async def test_a_slow_edit_keeps_no_mark_from_the_others(database: Database) -> None:
    slow, *others = await shown_cards(database, 4)
    marks = Marks(database)
    under_way = asyncio.create_task(edit(marks, slow, 60))
    await asyncio.sleep(0)
    async with asyncio.timeout(10):
        await asyncio.gather(*(edit(marks, card) for card in others))
    assert await waiting(database) == [slow.chat_id]
    under_way.cancel()


async def test_marks_and_changes_in_another_order_do_not_lock_each_other_out(database: Database) -> None:
    first, second = await shown_cards(database, 2)
    begun = asyncio.Event()

    async def change() -> None:
        async with database.write() as uow:
            await uow.outbox.touch(second.subject)
            begun.set()
            await asyncio.sleep(0.3)
            await uow.outbox.touch(first.subject)

    async def mark() -> None:
        await begun.wait()
        async with database.write() as uow:
            await uow.outbox.shown(Shown(first.id, 2, "new"), Shown(second.id, 2, "new"))

    await asyncio.gather(change(), mark())
    assert await waiting(database) == [first.chat_id, second.chat_id]


async def test_a_mark_waits_for_who_changes_its_card(database: Database) -> None:
    """Or the card, come out the same after the change, would be edited once more to what its chat shows."""
    first, second = await shown_cards(database, 2)
    marks, begun = Marks(database), asyncio.Event()

    async def change() -> None:
        async with database.write() as uow:
            await uow.outbox.touch(second.subject)
            begun.set()
            await asyncio.sleep(0.3)

    async def mark() -> None:
        await begun.wait()
        await asyncio.gather(edit(marks, first), edit(marks, second))

    await asyncio.gather(change(), mark())
    async with database.read() as uow:
        (left,) = (await uow.outbox.take(first.id, second.id)).values()
    assert left.card.id == second.id and left.shown_hash == "new"
