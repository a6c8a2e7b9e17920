"""Copies of a database in use, taken and put back, on both engines; which nightly ones stay."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import make_url, select, text

from bot.storage.audit import audit
from bot.storage.columns import metadata
from bot.storage.copies.drilling import contents_restored
from bot.storage.copies.failure import CopyFailed, whole_or_nothing
from bot.storage.copies.making import copy_database, sqlite_file
from bot.storage.copies.naming import dated_copies, newest_day
from bot.storage.copies.restoring import Restored, restore_database, restore_sqlite
from bot.storage.database import Database
from bot.storage.serving import Served, serving_of, unserved
from domain.messages.keeping import copies_to_keep
from domain.office.act import Act
from domain.office.outbox import Screen
from domain.office.profile import OfficeProfile
from domain.proposals.proposal import Proposal
from tests.conftest import SetClock, migrated, missing
from tests.templates import Templates


async def everything(database: Database) -> dict[str, Sequence[Any]]:
    """Every row of every table."""
    async with database.read() as uow:
        return {
            table.name: [tuple(row) for row in await uow.connection.execute(select(table))]
            for table in metadata.sorted_tables
        }


NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


def names(folder: Path) -> list[str]:
    """Names of the files there."""
    return sorted(path.name for path in folder.iterdir())


async def restore(database: Database, copy: Path, now: datetime = NOW) -> Restored:
    """Put a copy in the database's place."""
    folder = copy.parent
    return await asyncio.to_thread(
        restore_database, database.url, copy, now, lambda dated: folder / f"office-{dated}.dump"
    )


async def copied(database: Database, copy: Path) -> Path:
    """A copy of the database."""
    await asyncio.to_thread(copy_database, database.url, copy)
    return copy


@pytest.fixture(autouse=True)
def programs(request: pytest.FixtureRequest) -> None:
    """Copies of PostgreSQL need its programs."""
    if "database" in request.fixturenames and shutil.which("pg_dump") is None:
        missing("pg_dump")


async def test_a_copy_made_in_use_comes_back_whole(database: Database, tmp_path: Path) -> None:
    async with database.write() as uow:
        await uow.proposals.add(Proposal(0, 4, "Уборка дворов"))
        await uow.record(None, Act("did", "test:1"))
    before = await everything(database)
    copy = tmp_path / "copy"
    async with database.read():  # somebody reads meanwhile
        contents = await asyncio.to_thread(copy_database, database.url, copy)
    assert contents.rows == {table: len(rows) for table, rows in before.items()}
    async with database.write() as uow:
        await uow.outbox.text(1, Screen("после копии"))
        await uow.connection.execute(audit.delete())
    assert await everything(database) != before
    await database.close()
    await restore(database, copy)
    assert await everything(database) == before


async def test_every_row_is_counted_whatever_a_command_has_loaded(database: Database, tmp_path: Path) -> None:
    async with database.write() as uow:
        await uow.outbox.text(1, Screen("Записка"))
        await uow.proposals.add(Proposal(0, 4, "Уборка дворов"))
        await uow.record(None, Act("proposed", "proposal:1"))
    there = sum(len(rows) for rows in (await everything(database)).values())
    url = database.url.render_as_string(hide_password=False)
    program = (
        "import sys; from pathlib import Path; from sqlalchemy import make_url\n"
        "from bot.storage.copies.making import copy_database\n"
        "print(copy_database(make_url(sys.argv[1]), Path(sys.argv[2])).total)"
    )
    counted = await asyncio.to_thread(
        subprocess.check_output, [sys.executable, "-c", program, url, str(tmp_path / "copy")]
    )
    assert int(counted) == there > 2


async def test_what_is_no_copy_changes_nothing(database: Database, tmp_path: Path) -> None:
    async with database.write() as uow:
        await uow.proposals.add(Proposal(0, 4, "Уборка дворов"))
    before = await everything(database)
    broken = tmp_path / "broken"
    broken.write_bytes(b"no copy of anything" * 100)
    for source in (broken, tmp_path / "nowhere"):
        with pytest.raises(CopyFailed):
            await restore(database, source)
    assert await everything(database) == before


async def test_a_copy_that_was_cut_off_or_has_other_columns_is_refused(
    tmp_path: Path, templates: Templates
) -> None:
    """Cut off in the midst of its last page, which SQLite reads as an empty one."""
    url = make_url(await templates.copy(None, "migrated", migrated, tmp_path / "office.db"))
    copy, there = tmp_path / "copy.db", tmp_path / "there.db"
    await asyncio.to_thread(copy_database, url, copy)
    whole = copy.read_bytes()
    for lost in (1, 777, 4095):
        copy.write_bytes(whole[:-lost])
        with pytest.raises(CopyFailed, match="cli-bad-backup"):
            restore_sqlite(there, copy, "before-restore")
    copy.write_bytes(whole)
    with contextlib.closing(sqlite3.connect(copy)) as foreign:
        foreign.execute("ALTER TABLE audit RENAME COLUMN hash TO mark")
    with pytest.raises(CopyFailed, match="cli-not-ours"):
        restore_sqlite(there, copy, "before-restore")
    assert not there.exists()


async def test_a_copy_never_takes_the_place_of_another_file(database: Database, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_text("важное")
    with pytest.raises(CopyFailed, match="cli-file-exists"):
        await asyncio.to_thread(copy_database, database.url, there)
    assert there.read_text() == "важное"
    assert not there.with_name("there.part").exists()


async def test_nothing_takes_the_place_of_a_database_that_is_served(
    database: Database, tmp_path: Path
) -> None:
    copy = await copied(database, tmp_path / "copy")
    before = await everything(database)
    first, second = (serving_of(database.url, database.engine) for _ in range(2))
    await first.take()
    if database.sqlite:
        with pytest.raises(Served):
            await second.take()
    else:
        await second.take()  # replicas serve together
    await first.release()
    await second.take()
    with pytest.raises(CopyFailed, match="cli-served"):
        await restore(database, copy)
    assert await everything(database) == before
    await second.release()
    await database.close()
    await restore(database, copy)
    await first.take()
    await first.release()


async def test_nobody_begins_to_serve_while_a_copy_is_put_back(database: Database) -> None:
    serving = serving_of(database.url, database.engine)
    inside, done = threading.Event(), threading.Event()

    def put_back() -> None:
        with unserved(database.url):
            inside.set()
            done.wait(20)

    putting = asyncio.create_task(asyncio.to_thread(put_back))
    await asyncio.to_thread(inside.wait, 20)
    with pytest.raises(Served):
        await serving.take()
    done.set()
    await putting
    await serving.take()
    await serving.release()


@pytest.mark.long
async def test_each_restore_keeps_what_stood_there_under_its_own_name(
    database: Database, tmp_path: Path
) -> None:
    copy = await copied(database, tmp_path / "copy")
    kept = []
    for number in range(3):
        async with database.write() as uow:
            await uow.record(None, Act("did", f"test:{number}"))
        before = await everything(database)
        await database.close()
        restored = await restore(database, copy, NOW)
        assert restored.aside is not None and "before-restore-2026-11-24" in restored.aside.name
        kept.append((restored.aside, before))
    for aside, before in kept:
        await database.close()
        await restore(database, aside)
        assert await everything(database) == before
    assert len({aside for aside, _ in kept}) == 3


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        pytest.param("DROP TABLE alembic_version", "cli-not-ours", marks=pytest.mark.long),
        ("DROP TABLE outbox", "cli-not-ours"),
        pytest.param("DELETE FROM alembic_version", "cli-not-ours", marks=pytest.mark.long),
        ("UPDATE alembic_version SET version_num = '9999'", "cli-copy-newer"),
    ],
)
async def test_what_is_not_of_this_program_or_of_a_newer_one_is_refused(
    database: Database, tmp_path: Path, statement: str, why: str
) -> None:
    before = await everything(database)
    whole = await copied(database, tmp_path / "whole")
    async with database.write() as uow:
        await uow.connection.execute(text(statement))
    foreign = await copied(database, tmp_path / "foreign")
    await database.close()
    await restore(database, whole)
    with pytest.raises(CopyFailed, match=why):
        await restore(database, foreign)
    assert await everything(database) == before


async def test_a_log_changed_past_the_program_gives_no_copy_but_is_kept_aside(
    database: Database, tmp_path: Path
) -> None:
    async with database.write() as uow:
        await uow.record(None, Act("did", "test:1"))
        await uow.record(None, Act("did", "test:2"))
        await uow.connection.execute(audit.update().where(audit.c.entity == "test:1").values(kind="undone"))
    with pytest.raises(CopyFailed, match="cli-copy-doubtful"):
        await copied(database, tmp_path / "copy")
    doubtful = tmp_path / "copy.damaged"
    assert doubtful.exists() and not (tmp_path / "copy").exists()
    await database.close()
    restored = await restore(database, doubtful)  # whoever looks into it may
    assert restored.contents.broken_entry == 1


async def test_a_copy_is_restored_on_trial_and_leaves_nothing(database: Database, tmp_path: Path) -> None:
    async with database.write() as uow:
        await uow.proposals.add(Proposal(0, 4, "Уборка дворов"))
    copy = tmp_path / "copy"
    made = await asyncio.to_thread(copy_database, database.url, copy)
    beside = names(tmp_path)
    assert await asyncio.to_thread(contents_restored, database.url, copy) == made
    assert names(tmp_path) == beside
    if not database.sqlite:
        async with database.read() as uow:
            there = await uow.connection.scalars(text("SELECT datname FROM pg_database"))
            assert not [name for name in there if name.startswith("drill_")]


def spoil(file: Path) -> None:
    """Overwrite pages in the middle, as a bad disk does."""
    content = bytearray(file.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 5 * 4096] = b"\xff" * 5 * 4096
    file.write_bytes(content)


@pytest.fixture
async def spoilt(tmp_path: Path, templates: Templates, profile: OfficeProfile, clock: SetClock) -> Database:
    """A SQLite database that a bad disk has damaged; PostgreSQL finds such a page by itself."""
    database = Database(
        await templates.copy(None, "migrated", migrated, tmp_path / "office.db"), profile, clock
    )
    spoil(sqlite_file(database.url))
    return database


async def test_a_damaged_database_is_called_damaged_and_leaves_no_copy(
    spoilt: Database, tmp_path: Path
) -> None:
    with pytest.raises(CopyFailed, match="cli-database-damaged"):
        await copied(spoilt, tmp_path / "copy.db")
    assert names(tmp_path) == ["office.db"]


async def test_rows_that_refer_to_nothing_are_damage(
    tmp_path: Path, templates: Templates, profile: OfficeProfile, clock: SetClock
) -> None:
    url = await templates.copy(None, "migrated", migrated, tmp_path / "office.db")
    with contextlib.closing(sqlite3.connect(tmp_path / "office.db")) as behind, behind:
        behind.execute("INSERT INTO meeting_words (meeting_id, words) VALUES (77, '')")
    with pytest.raises(CopyFailed, match="cli-database-damaged"):
        await copied(Database(url, profile, clock), tmp_path / "copy.db")


async def test_a_damaged_database_gives_way_to_a_copy_and_is_kept_as_it_is(
    spoilt: Database, tmp_path: Path, templates: Templates
) -> None:
    await templates.copy(None, "migrated", migrated, tmp_path / "good.db")
    damaged = sqlite_file(spoilt.url).read_bytes()
    restored = await restore(spoilt, tmp_path / "good.db")
    assert restored.aside is not None and restored.aside.read_bytes() == damaged
    assert await everything(spoilt)
    await spoilt.close()


async def test_what_a_killed_restore_had_begun_to_keep_is_cleared_away(
    tmp_path: Path, templates: Templates, profile: OfficeProfile, clock: SetClock
) -> None:
    url = await templates.copy(None, "migrated", migrated, tmp_path / "office.db")
    await templates.copy(None, "migrated", migrated, tmp_path / "good.db")
    half = tmp_path / "office.db.before-restore-2026-11-20-101500.part"
    whole = tmp_path / "office.db.before-restore-2026-11-21-101500"
    for one in (half, whole):
        one.write_bytes(b"kept")
    restored = await restore(Database(url, profile, clock), tmp_path / "good.db")
    assert restored.aside is not None and restored.aside.exists()
    assert whole.exists() and not half.exists()


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


def test_what_only_bears_the_name_of_a_nightly_copy_is_none(tmp_path: Path) -> None:
    for name in ("office-2026-99-99.db", "office-2026-02-30.db", "office-2026-11-29.db"):
        (tmp_path / name).touch()
    (tmp_path / "office-2026-11-30.db").mkdir()
    found = dated_copies(tmp_path, make_url("sqlite:///office.db"))
    assert set(found) == {date(2026, 11, 29)}


def test_a_copy_of_a_day_to_come_is_not_the_newest() -> None:
    days = {date(2026, 11, 29): Path("one"), date(2099, 1, 1): Path("ahead")}
    assert newest_day(days, date(2026, 11, 30)) == date(2026, 11, 29)
    assert newest_day(days, date(2026, 1, 1)) == date(2099, 1, 1)  # it is the clock that is behind
    assert newest_day({}, date(2026, 1, 1)) is None


@pytest.mark.parametrize("suffix", ["-wal", "-shm", "-journal", ".lock"])
async def test_no_copy_takes_a_name_that_a_database_keeps_for_itself(
    templates: Templates, tmp_path: Path, suffix: str
) -> None:
    office = tmp_path / "office.db"
    await templates.copy(None, "migrated", migrated, office)
    (tmp_path / "link.db").symlink_to(office)
    for named in ("office.db", "link.db"):
        with pytest.raises(CopyFailed, match="cli-name-kept"):
            copy_database(make_url(f"sqlite:///{tmp_path}/{named}"), tmp_path / f"office.db{suffix}")
    assert names(tmp_path) == ["link.db", "office.db"]


async def test_a_copy_is_put_where_a_link_leads_to(templates: Templates, tmp_path: Path) -> None:
    office, copy, link = tmp_path / "disk" / "office.db", tmp_path / "copy.db", tmp_path / "link.db"
    office.parent.mkdir()
    for file in (office, copy):
        await templates.copy(None, "migrated", migrated, file)
    with sqlite3.connect(copy) as database:
        database.execute("PRAGMA user_version = 7")
    link.symlink_to(office)
    restored = await asyncio.to_thread(
        restore_database, make_url(f"sqlite:///{link}"), copy, NOW, lambda dated: tmp_path / dated
    )
    assert link.is_symlink() and restored.aside is not None and restored.aside.parent == office.parent
    with sqlite3.connect(office) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (7,)


def test_a_disk_without_room_is_named_so_whatever_sqlite_calls_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=0))
    with pytest.raises(CopyFailed) as failed, whole_or_nothing(tmp_path / "copy.db"):
        raise sqlite3.OperationalError("unable to open database file")
    assert failed.value.said["code"] == "ENOSPC"
