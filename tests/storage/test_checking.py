"""What `mcu check` finds in a database that was changed past the program."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.storage.checking import is_read_only, orphans, stuck
from bot.storage.database import Database
from bot.storage.meetings.tables import meetings
from bot.storage.trouble import passes
from domain.meetings.meeting import Meeting
from domain.office.outbox import Screen
from domain.office.profile import OfficeProfile
from tests.conftest import SetClock


async def test_files_whose_owner_is_gone_are_found(database: Database) -> None:
    async with database.write() as uow:
        kept, lost = Meeting(id=0, established=9), Meeting(id=0, established=9)
        await uow.meetings.add(kept)
        await uow.meetings.add(lost)
        for meeting in (kept, lost):
            await uow.attachments.add(f"{meeting.entity}:1", "AAA", "смета.pdf", 10, 1, photo=False)
        await uow.documents.add(kept.entity, "act", "act.pdf", b"%PDF-")
        await uow.documents.add("report:of-no-table", "xlsx", "report.xlsx", b"PK")
        assert await orphans(uow.connection) == []
        await uow.connection.execute(meetings.delete().where(meetings.c.id == lost.id))
        assert await orphans(uow.connection) == [f"{lost.entity}:1"]


async def test_what_waits_for_an_hour_is_stuck(database: Database, clock: SetClock) -> None:
    async with database.write() as uow:
        await uow.outbox.text(1, Screen("ждёт"))
        assert await stuck(uow.connection, clock) == 0
        clock.set(clock.now() + timedelta(minutes=61))
        await uow.outbox.text(1, Screen("ждёт недолго"))
        assert await stuck(uow.connection, clock) == 1


async def test_a_database_that_takes_nothing_is_known(
    database: Database, profile: OfficeProfile, clock: SetClock
) -> None:
    assert not await is_read_only(database)
    if database.sqlite:
        address = f"sqlite+aiosqlite:///file:{database.url.database}?mode=ro&uri=true"
    else:
        async with database.write() as uow:
            name = database.url.database
            await uow.connection.execute(
                text(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
            )
        address = database.url.render_as_string(hide_password=False)
    closed = Database(address, profile, clock)
    assert await is_read_only(closed)
    with pytest.raises(SQLAlchemyError) as failed:
        async with closed.write() as uow:
            await uow.outbox.text(1, Screen("не записать"))
    assert passes(failed.value)  # what comes meanwhile is put off, not lost
    await closed.close()
