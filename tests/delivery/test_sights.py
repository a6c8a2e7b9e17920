"""Cards of one subject are looked at together, and what fails for one keeps nothing from the others."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError

from bot.delivery.sights import Sight, Sights
from bot.storage.database import Database
from bot.storage.unit_of_work import StoredUnitOfWork
from domain.meetings.agenda import Agenda, AgendaItem
from domain.meetings.meeting import Meeting
from domain.office.outbox import Card, Screen

CHATS = range(1, 11)


async def cards_of_a_meeting(database: Database) -> list[Card]:
    """Ten chats wait for their cards of one meeting."""
    async with database.write() as uow:
        meeting = Meeting(id=0, established=9, agenda=Agenda([AgendaItem(1, "Вопрос")]))
        await uow.meetings.add(meeting)
        for chat in CHATS:
            await uow.outbox.card(chat, "meeting", meeting.entity)
        return list(await uow.outbox.waiting(100))


async def render(uow: StoredUnitOfWork, card: Card) -> Screen:
    """The first question, and whose chat it is; the third one's view asks for what is not there."""
    if card.chat_id == 3:
        await uow.connection.execute(text("SELECT 1 FROM nowhere"))
    meeting = await uow.meetings.get(int(card.key))
    assert meeting is not None
    return Screen(f"{meeting.item(1).question} {card.chat_id}")


async def look(database: Database, cards: list[Card]) -> list[Sight | BaseException | None]:
    """What all of them show, asked for at once."""
    sights = Sights(database, render, frozenset())
    return await asyncio.gather(*(sights.of(card) for card in cards), return_exceptions=True)


async def test_each_reader_sees_their_own_from_one_read(database: Database) -> None:
    cards = [card for card in await cards_of_a_meeting(database) if card.chat_id != 3]
    begun: list[object] = []
    said: list[str] = []
    event.listen(database.engine.sync_engine, "begin", begun.append)
    event.listen(
        database.engine.sync_engine, "before_cursor_execute", lambda *given: said.append(str(given[2]))
    )
    seen = await look(database, cards)
    texts = [sight.screen.text for sight in seen if isinstance(sight, Sight) and sight.screen]
    assert texts == [f"Вопрос {card.chat_id}" for card in cards]
    assert len(begun) == 1 and sum("FROM meetings" in statement for statement in said) == 1


async def test_a_view_that_fails_keeps_nothing_from_the_others(database: Database) -> None:
    seen = await look(database, await cards_of_a_meeting(database))
    assert [index for index, sight in zip(CHATS, seen, strict=True) if isinstance(sight, DBAPIError)] == [3]
    assert sum(isinstance(sight, Sight) for sight in seen) == 9


async def test_what_waits_no_more_is_not_shown(database: Database) -> None:
    first, *others = await cards_of_a_meeting(database)
    async with database.write() as uow:
        await uow.outbox.retire(first)
    assert (await look(database, [first, others[0]]))[0] is None


async def test_everyone_learns_that_the_database_is_away(database: Database) -> None:
    cards = await cards_of_a_meeting(database)
    async with database.write() as uow:
        await uow.connection.execute(text("ALTER TABLE outbox RENAME TO outbox_away"))
    seen = await look(database, cards)
    assert len(seen) == 10 and all(isinstance(error, DBAPIError) for error in seen)


async def test_who_goes_away_takes_the_others_no_time(database: Database) -> None:
    cards = [card for card in await cards_of_a_meeting(database) if card.chat_id != 3]
    sights = Sights(database, render, frozenset())
    gone, *stay = [asyncio.create_task(sights.of(card)) for card in cards]
    await asyncio.sleep(0)
    gone.cancel()
    async with asyncio.timeout(5):
        assert all(isinstance(sight, Sight) for sight in await asyncio.gather(*stay))
    with pytest.raises(asyncio.CancelledError):
        await gone
