"""Copies of a database in use, taken and put back, on both engines; which nightly ones stay."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from bot.storage.audit import audit
from bot.storage.columns import metadata
from bot.storage.copies import CopyFailed, copy_database, restore_database
from bot.storage.database import Database
from domain.messages.keeping import copies_to_keep
from domain.office.act import Act
from domain.office.outbox import Screen
from domain.proposals.proposal import Proposal
from tests.conftest import missing


async def everything(database: Database) -> dict[str, Sequence[Any]]:
    """Every row of every table."""
    async with database.read() as uow:
        return {
            table.name: [tuple(row) for row in await uow.connection.execute(select(table))]
            for table in metadata.sorted_tables
        }


async def test_a_copy_made_in_use_comes_back_whole(database: Database, tmp_path: Path) -> None:
    if not database.sqlite and shutil.which("pg_dump") is None:
        missing("pg_dump")
    async with database.write() as uow:
        await uow.proposals.add(Proposal(0, 4, "Уборка дворов"))
        await uow.record(None, Act("did", "test:1"))
    before = await everything(database)
    copy = tmp_path / "copy"
    async with database.read():  # somebody reads meanwhile
        await asyncio.to_thread(copy_database, database.url, copy)
    async with database.write() as uow:
        await uow.outbox.text(1, Screen("после копии"))
        await uow.connection.execute(audit.delete())
    assert await everything(database) != before
    await database.close()
    await asyncio.to_thread(restore_database, database.url, copy)
    assert await everything(database) == before


async def test_what_is_no_copy_changes_nothing(database: Database, tmp_path: Path) -> None:
    async with database.write() as uow:
        await uow.proposals.add(Proposal(0, 4, "Уборка дворов"))
    before = await everything(database)
    broken = tmp_path / "broken"
    broken.write_bytes(b"no copy of anything" * 100)
    for source in (broken, tmp_path / "nowhere"):
        with pytest.raises(CopyFailed):
            await asyncio.to_thread(restore_database, database.url, source)
    assert await everything(database) == before


async def test_a_copy_never_takes_the_place_of_another_file(database: Database, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_text("важное")
    with pytest.raises(CopyFailed, match="cli-file-exists"):
        await asyncio.to_thread(copy_database, database.url, there)
    assert there.read_text() == "важное"
    assert not there.with_name("there.part").exists()


@given(st.sets(st.dates(date(2024, 1, 1), date(2026, 12, 31)), max_size=400))
def test_the_rule_keeps_what_one_may_look_for(days: set[date]) -> None:
    kept = copies_to_keep(days)
    assert kept <= days
    assert len(kept) <= 7 + 5 + 12
    newest = sorted(days)[-7:]
    assert kept >= set(newest)
    for day in days - kept:
        # What goes has a younger copy of its week and of its month, or is older than the rule reaches.
        younger = [other for other in kept if other > day]
        assert any(other.isocalendar()[:2] == day.isocalendar()[:2] for other in younger) or len(younger) >= 5
        assert (
            any((other.year, other.month) == (day.year, day.month) for other in younger)
            or len({(other.year, other.month) for other in younger}) >= 12
        )


def test_a_year_of_nights_leaves_two_dozen_copies() -> None:
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    kept = copies_to_keep(days)
    assert {date(2026, 12, 31), date(2026, 12, 25), date(2026, 11, 30), date(2026, 1, 31)} <= kept
    assert 20 <= len(kept) <= 24
