"""SQLite: an office at rest has one connection, which is a thread; one more is there while it is needed."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage import resting
from bot.storage.database import Database
from domain.office.profile import OfficeProfile
from tests.conftest import SetClock, migrated
from tests.templates import Templates


@pytest.fixture
async def office(
    tmp_path: Path,
    templates: Templates,
    profile: OfficeProfile,
    clock: SetClock,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Database]:
    """A database of an office that is at rest as soon as nobody asks it anything."""
    monkeypatch.setattr(resting, "_QUIET", 0.01)
    opened = Database(
        await templates.copy(None, "migrated", migrated, tmp_path / "office.db"), profile, clock
    )
    yield opened
    await opened.close()


async def _until_threads_are(count: int) -> None:
    for _ in range(200):
        if threading.active_count() == count:
            return
        await asyncio.sleep(0.01)
    pytest.fail("a spare connection stays open")


async def test_what_two_needed_at_once_is_one_connection_afterwards(office: Database) -> None:
    before = threading.active_count()
    async with office.read() as one, office.read() as other:
        await one.roster.load()
        await other.roster.load()
        assert threading.active_count() == before + 2
    await _until_threads_are(before + 1)


async def test_two_are_served_again_after_a_rest(office: Database) -> None:
    before = threading.active_count()
    for _ in range(3):
        async with office.write() as writing, office.read() as reading:
            await writing.roster.load()
            await reading.roster.load()
        await _until_threads_are(before + 1)


async def test_whoever_holds_a_connection_keeps_it(office: Database) -> None:
    before = threading.active_count()
    async with office.read() as long:
        async with office.read() as short:
            await short.roster.load()
        await asyncio.sleep(0.05)
        await long.roster.load()
    await _until_threads_are(before + 1)


async def test_one_connection_is_left_alone(office: Database) -> None:
    before = threading.active_count()
    for _ in range(3):
        async with office.read() as uow:
            await uow.roster.load()
        await asyncio.sleep(0.03)
    assert threading.active_count() == before + 1
