"""Regular meetings come back as they were kept, on both engines."""

from __future__ import annotations

from datetime import date, time

from bot.storage.database import Database
from domain.meetings.agenda import AgendaItem
from domain.meetings.regular import RegularMeeting, Rhythm

TUESDAY = date(2026, 12, 1)


async def test_a_regular_meeting_comes_back_whole_until_it_is_ended(database: Database) -> None:
    item = AgendaItem(1, "Ход работы", 8, draft_decision="Принять", executor_units=["zhkh"])
    kept = RegularMeeting(0, Rhythm.FORTNIGHTLY, TUESDAY, time(9, 30), "каб. 12", [item], TUESDAY)
    other = RegularMeeting(0, Rhythm.MONTHLY, TUESDAY, time(10))
    async with database.write() as uow:
        await uow.regulars.add(kept)
        await uow.regulars.add(other)
    async with database.write() as uow:
        assert await uow.regulars.active() == [kept, other]
        kept.end(TUESDAY)
        await uow.regulars.save(kept)
    async with database.read() as uow:
        assert await uow.regulars.active() == [other]
        assert await uow.regulars.get(kept.id) == kept
