"""SQLite: what is short takes no other thread, what is long holds nobody up, and nothing is done twice."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path
from typing import Any

import aiosqlite
import pytest
from sqlalchemy import text

from bot.storage import database as database_module
from bot.storage.database import Database
from bot.storage.in_place import InPlaceConnection
from domain.office.profile import OfficeProfile
from tests.conftest import SetClock, migrated
from tests.templates import Templates

_NUMBERS = "(WITH RECURSIVE numbers(one) AS (SELECT 1 UNION ALL SELECT one + 1 FROM numbers WHERE one < {})"
_COUNTED = "SELECT count(*) FROM " + _NUMBERS + " SELECT one FROM numbers)"
_LONG = text(_COUNTED.format(1_000_000))


@pytest.fixture
async def on_sqlite(tmp_path: Path, templates: Templates, profile: OfficeProfile, clock: SetClock) -> Any:
    """A migrated database."""
    opened = Database(
        await templates.copy(None, "migrated", migrated, tmp_path / "office.db"), profile, clock
    )
    async with opened.read():
        pass
    yield opened
    await opened.close()


@pytest.fixture
def hops(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was handed to a connection's thread since."""
    made: list[str] = []
    execute: Any = aiosqlite.Connection._execute

    async def counted(connection: aiosqlite.Connection, do: Any, *given: Any, **named: Any) -> Any:
        made.append(getattr(do, "__qualname__", str(do)))
        return await execute(connection, do, *given, **named)

    monkeypatch.setattr(aiosqlite.Connection, "_execute", counted)
    return made


async def test_a_tap_goes_to_the_thread_for_its_commit_alone(on_sqlite: Database, hops: list[str]) -> None:
    async with on_sqlite.write(in_place=True) as uow:
        assert await uow.updates.take(7, 1)
        await uow.roster.load()
    assert len(hops) == 1 and "commit" in hops[0]


async def test_a_file_is_closed_however_long_that_takes(
    on_sqlite: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """No server has to answer: of hundreds that are closed at once none is given up."""
    monkeypatch.setattr(database_module, "_LONGEST_FAREWELL", 0.0)
    await on_sqlite.close()
    assert caplog.messages == []


async def test_a_short_read_goes_to_no_thread(on_sqlite: Database, hops: list[str]) -> None:
    async with on_sqlite.read() as uow:
        await uow.roster.load()
    assert hops == []


async def test_a_long_read_holds_nobody_up(on_sqlite: Database) -> None:
    beats = 0

    async def beat() -> None:
        nonlocal beats
        while True:
            await asyncio.sleep(0)
            beats += 1

    beating = asyncio.create_task(beat())
    for transaction in (on_sqlite.write(in_place=True), on_sqlite.read()):
        async with transaction as uow:
            before = beats
            assert await uow.connection.scalar(_LONG) == 1_000_000 and beats > before + 10
    beating.cancel()


async def test_a_statement_executed_often_is_cut_off_no_sooner(on_sqlite: Database, hops: list[str]) -> None:
    """SQLite counts the steps of a prepared statement over all its executions."""
    few = text(_COUNTED.format(300))
    async with on_sqlite.read() as uow:
        for _ in range(200):
            assert await uow.connection.scalar(few) == 300
    assert hops == []


async def test_who_writes_from_another_process_is_waited_for_aside(
    on_sqlite: Database, tmp_path: Path
) -> None:
    other = sqlite3.connect(tmp_path / "office.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    async def take() -> bool:
        async with on_sqlite.write(in_place=True) as uow:
            return await uow.updates.take(7, 1)

    taking = asyncio.create_task(take())
    for _ in range(10):
        await asyncio.sleep(0.01)  # or the loop would be held
    assert not taking.done()
    other.execute("ROLLBACK")
    other.close()
    assert await taking


async def test_what_still_goes_on_in_the_thread_is_not_disturbed(on_sqlite: Database) -> None:
    """Whoever waited was cancelled: the connection goes on with what it does, then it is rolled back."""
    begun = asyncio.Event()

    async def read() -> None:
        async with on_sqlite.read() as uow:
            begun.set()
            await uow.connection.scalar(_LONG)

    reading = asyncio.create_task(read())
    await begun.wait()
    await asyncio.sleep(0)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    for number in range(5):
        async with on_sqlite.write(in_place=True) as uow:
            assert await uow.updates.take(number, 1)


async def test_many_rows_are_written_aside(on_sqlite: Database, hops: list[str]) -> None:
    async with on_sqlite.write(in_place=True) as uow:
        await uow.connection.execute(
            text("INSERT INTO processed_updates VALUES (:id, '2026-11-24 00:00:00.000000')"),
            [{"id": number} for number in range(1000)],
        )
    assert len(hops) == 2 and InPlaceConnection._hop.__qualname__ in hops[0]
