"""Citizens' words go after the profile's years; figures stay."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from sqlalchemy import select
from sqlalchemy.engine import make_url

from bot.documents.calendar_file import CalendarFiles
from bot.messengers.telegram import TelegramLinks
from bot.names import masked_aside
from bot.production_calendar import ProductionCalendar
from bot.storage.audit import audit
from bot.storage.database import Database
from bot.storage.messages.tables import messages
from bot.storage.migrating import migrate
from bot.storage.updates import processed_updates
from bot.works.imports.placing import place_rows
from domain.imports.understanding import Asked, Question
from domain.messages.message import ImportRecord, ImportState, RegistryRow, Status
from domain.office.profile import MessageKeeping, OfficeProfile
from domain.unit_of_work import Office
from jobs.messages import blank_old_words, forget_old
from tests.conftest import SetClock


def row(number: str, clock: SetClock, years: float, *, answered: bool = True, place: str = "") -> RegistryRow:
    """A message that came and was answered so long ago."""
    moment = clock.now() - timedelta(days=365.25 * years)
    return RegistryRow(
        "social",
        number,
        moment - timedelta(hours=5),
        topic="Дороги",
        text="Текст с телефоном",
        author="Имя",
        place=place,
        url="https://example.org/1",
        status=Status.ANSWERED if answered else Status.OPEN,
        answered_at=moment if answered else None,
    )


def office_of(profile: OfficeProfile) -> Office:
    """What the jobs need of an office."""
    calendar_file = CalendarFiles(profile.time_zone, profile.key, profile.short_name)
    return Office(
        profile,
        lambda key, **_: key,
        ProductionCalendar(profile),
        calendar_file,
        TelegramLinks(Bot("1:t")),
        masked_aside,
    )


async def blank_all(database: Database, office: Office) -> int:
    """As at night; in how many transactions anything was done."""
    for done in count():
        async with database.write() as uow:
            if not await blank_old_words(office, uow):
                return done
    raise AssertionError


async def test_old_words_go_and_figures_stay(
    database: Database, profile: OfficeProfile, clock: SetClock
) -> None:
    kept = replace(profile, keeping=MessageKeeping(blank_after_years=5))
    office = office_of(kept)
    rows = [
        replace(
            row("old", clock, 5.1, place="Марково, ул. Ленина, 1, кв. 2"), said_status="Ответ Сорокопудовой"
        ),
        row("old-town", clock, 6, place="ул. Мира"),
        row("young", clock, 4.9, place="Марково, ул. Ленина, 1"),
        row("open", clock, 7, answered=False),
    ]
    async with database.write() as uow:
        await uow.rows.upsert(place_rows(rows, kept, office.calendar, {}))
    await blank_all(database, office)
    async with database.read() as uow:
        found = {
            one.number: one for one in await uow.connection.execute(select(messages).order_by(messages.c.id))
        }
        assert {number for number, one in found.items() if not one.text} == {"old", "old-town"}
        assert (found["old"].author, found["old"].url, found["old"].place) == ("", "", "")
        assert found["old"].said_status == ""  # a cell of a file, whatever stood there
        assert "Марково" in found["old"].settlement
        assert found["old"].topic == "Дороги" and found["old"].answered_at is not None
        assert found["young"].place.startswith("Марково, ул.")
        log = [one.kind for one in await uow.connection.execute(select(audit))]
        assert log == ["words-blanked"]


@pytest.mark.parametrize("batch", [2000, 2, 1])  # the last one is full, too
async def test_words_that_are_blanked_are_nowhere_in_the_file(
    batch: int, tmp_path: Path, profile: OfficeProfile, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor in pages that nothing uses any more, nor in the log beside it; PostgreSQL clears its own in time.

    Some builds of SQLite wipe what is deleted, others leave it: here all are of the second kind.
    """
    connect = sqlite3.connect

    def careless(*given: Any, **named: Any) -> sqlite3.Connection:
        made: sqlite3.Connection = connect(*given, **named)
        made.execute("PRAGMA secure_delete=OFF")
        return made

    monkeypatch.setattr(sqlite3, "connect", careless)
    kept = replace(profile, keeping=MessageKeeping(blank_after_years=5))
    file = tmp_path / "office.db"
    await migrate(make_url(f"sqlite+aiosqlite:///{file}"))
    database = Database(f"sqlite+aiosqlite:///{file}", kept, clock)
    words = ["Пишет Сорокопудова с улицы Вымышленной", "Снегопадов требует " + "ответа " * 2000]
    async with database.write() as uow:
        rows = [replace(row(str(at), clock, 5.2), text=said) for at, said in enumerate(words)]
        await uow.rows.upsert(place_rows(rows, kept, office_of(kept).calendar, {}))
    monkeypatch.setattr("jobs.messages._BATCH", batch)
    assert await blank_all(database, office_of(kept)) > 1
    clock.set(clock.now() + timedelta(days=1))
    assert await blank_all(database, office_of(kept)) == 0  # all is done
    await database.close()
    left = b"".join(one.read_bytes() for one in file.parent.glob(f"{file.name}*"))
    searched = ("рокопуд", "егопад")  # the index of words shortens what its neighbours begin with
    assert [said for said in searched if said.encode() in left] == []


async def test_without_years_nothing_is_blanked(database: Database, profile: OfficeProfile) -> None:
    kept = replace(profile, keeping=MessageKeeping(blank_after_years=None))
    office = office_of(kept)
    async with database.write() as uow:
        assert not await blank_old_words(office, uow)


async def test_what_served_its_purpose_is_forgotten(
    database: Database, profile: OfficeProfile, clock: SetClock
) -> None:
    office = office_of(profile)
    async with database.write() as uow:
        await uow.updates.take(1, 1)
        record = ImportRecord(0, 1009, 1009, "AAA", "a.csv", ImportState.RECEIVED.value)
        import_id = await uow.imports.add(record)
        await uow.imports.keep_unreadable(import_id, b"rows", b"shown")
        await uow.documents.add(f"import:{import_id}", "unreadable", "unreadable.xlsx", b"rows")
    clock.set(clock.now() + timedelta(days=29))
    async with database.write() as uow:
        await uow.updates.take(2, 1)
        assert not await forget_old(office, uow)
        assert await uow.imports.unreadable(import_id) == b"rows"
        assert await uow.imports.unreadable(import_id, in_chat=True) == b"shown"
    clock.set(clock.now() + timedelta(days=2))
    async with database.write() as uow:
        assert await forget_old(office, uow)
        assert await uow.imports.unreadable(import_id) is None
        assert await uow.imports.unreadable(import_id, in_chat=True) is None
        assert await uow.documents.get(f"import:{import_id}", "unreadable") is None
        left = (await uow.connection.execute(select(processed_updates.c.update_id))).scalars().all()
        assert left == [2]


async def test_files_and_lists_with_peoples_words_are_given_up(
    database: Database, profile: OfficeProfile, clock: SetClock
) -> None:
    """A file that nobody put in, a list that was sent: what is blanked in messages would stand there."""
    office = office_of(profile)
    question = Question(Asked.STATUS, "Что-то", ("open",), 1, "Сорокопудова")
    async with database.write() as uow:
        import_ids = []
        for state in (ImportState.READY, ImportState.ASKING, ImportState.RECEIVED):
            import_ids.append(await uow.imports.add(ImportRecord(0, 9, 9, "AAA", "a.csv", state.value)))
            await uow.imports.keep_file(import_ids[-1], b"words")
            await uow.imports.move(import_ids[-1], state, questions=[question])
        for entity, kind in (("export:1", "list"), ("recount:1:2:3", "recount"), ("report:1", "xlsx")):
            await uow.documents.add(entity, kind, "a.xlsx", b"words")
    clock.set(clock.now() + timedelta(days=29))
    async with database.write() as uow:
        await forget_old(office, uow)
        assert [await uow.imports.file(one) for one in import_ids] == [b"words"] * 3
        assert await uow.documents.get("export:1", "list")
    clock.set(clock.now() + timedelta(days=2))
    async with database.write() as uow:
        assert await forget_old(office, uow)
        assert [await uow.imports.file(one) for one in import_ids] == [None, None, b"words"]
        assert [await uow.imports.questions(one) for one in import_ids] == [[], [], [question]]
        given_up = [await uow.imports.get(one) for one in import_ids]
        assert [one.state for one in given_up if one] == ["cancelled", "cancelled", "received"]
        assert await uow.documents.get("export:1", "list") is None
        assert await uow.documents.get("recount:1:2:3", "recount") is None
        assert await uow.documents.get("report:1", "xlsx")
        assert not await forget_old(office, uow)
