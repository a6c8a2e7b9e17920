"""Jobs rung twice in one minute, and again after the machine's clock was set back: nothing is said twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.clockwork import schedule
from bot.clockwork.disk import Disk
from bot.clockwork.schedule import office_rings, trigger_of
from bot.profiles import fingerprint, profile_text
from bot.runtime import Runtime
from bot.sandbox.run import SandboxOptions, prepare, sandbox_settings
from bot.storage.audit import audit
from bot.storage.outbox.tables import outbox
from domain.office.outbox import Screen
from domain.office.profile import OfficeProfile
from domain.unit_of_work import Office, UnitOfWork
from jobs.every import JOBS
from jobs.job import Job, When
from tests.conftest import SetClock


def test_offices_ring_by_the_same_triggers(profile: OfficeProfile) -> None:
    other = replace(profile, key="other")
    for when in (When.OFTEN, When.MORNING):
        assert trigger_of(when, profile) is trigger_of(when, other)


async def ring_all(office: Runtime) -> None:
    """Every job of the rooms once, as the bell does."""
    for one in office_rings(office):
        if one.name == "often" or one.name in {job.name for job in JOBS}:
            await one.run()


async def said(office: Runtime) -> tuple[int, int]:
    """How much was put in the outbox, and written in the log."""
    async with office.database.read() as uow:
        counted = [select(func.count()).select_from(table) for table in (outbox, audit)]
        rows, entries = [await uow.connection.scalar(count) or 0 for count in counted]
    return rows, entries


async def test_rung_twice_and_with_the_clock_set_back_nothing_is_said_twice(
    tmp_path: Path, profile: OfficeProfile
) -> None:
    morning = datetime(2026, 11, 24, 8, 30, 5, tzinfo=profile.time_zone)
    clock = SetClock(morning - timedelta(days=1, hours=2))
    options = SandboxOptions(0, tmp_path / "office.db", clock.now())
    office = Runtime.of(sandbox_settings(options, "http://127.0.0.1"), profile, clock)
    await prepare(office, empty=False)
    try:
        async with office.database.write() as uow:
            await uow.profiles.keep(fingerprint(profile_text()), profile_text())  # the office is at work
        before = await said(office)
        for day in (morning - timedelta(days=1), morning):
            clock.set(day)
            await ring_all(office)
        once = await said(office)
        assert once[0] > before[0]  # the digests
        for moment in (
            *(morning, morning + timedelta(seconds=20)),  # two in one minute
            *(morning - timedelta(hours=1), morning + timedelta(seconds=30)),  # set back, and come to again
            *(morning - timedelta(days=1), morning + timedelta(minutes=2)),
        ):
            clock.set(moment)
            await ring_all(office)
        assert await said(office) == once
    finally:
        await office.close()


async def test_a_job_that_fails_holds_up_none_of_those_that_come_with_it(
    tmp_path: Path, profile: OfficeProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def noting(word: str) -> Job:
        async def note(_: Office, uow: UnitOfWork) -> bool:
            await uow.outbox.text(1, Screen(word), key=f"noted:{word}")
            return True

        return Job(word, When.OFTEN, note)

    async def fail(_: Office, uow: UnitOfWork) -> bool:
        await uow.outbox.text(1, Screen("half"), key="noted:half")
        raise ValueError

    clock = SetClock(datetime(2026, 11, 24, 9, 0, tzinfo=profile.time_zone))
    options = SandboxOptions(0, tmp_path / "office.db", clock.now())
    office = Runtime.of(sandbox_settings(options, "http://127.0.0.1"), profile, clock)
    await prepare(office, empty=True)
    jobs = (noting("before"), Job("failing", When.OFTEN, fail), noting("after"))
    monkeypatch.setattr(schedule, "JOBS", jobs)
    (often,) = (one for one in office_rings(office) if one.name == "often")
    try:
        with pytest.raises(ExceptionGroup) as raised:
            await often.run()
        assert [error.__notes__ for error in raised.value.exceptions] == [["job: failing"]]
        async with office.database.read() as uow:
            keys = list(await uow.connection.scalars(select(outbox.c.unique_key).order_by(outbox.c.id)))
        assert keys == ["noted:before", "noted:after"]
    finally:
        await office.close()


async def test_of_a_disk_that_runs_full_the_administrators_learn_once_a_day(
    tmp_path: Path, profile: OfficeProfile
) -> None:
    clock = SetClock(datetime(2026, 11, 24, 9, 0, tzinfo=profile.time_zone))
    options = SandboxOptions(0, tmp_path / "office.db", clock.now())
    office = Runtime.of(sandbox_settings(options, "http://127.0.0.1"), profile, clock)
    await prepare(office, empty=False)
    try:
        assert not await Disk(office, least=0).look()
        before = await said(office)
        for _ in range(2):
            assert await Disk(office, least=2**62).look()
        assert (await said(office))[0] == before[0] + len(office.settings.admins)
        clock.set(clock.now() + timedelta(days=1))
        await Disk(office, least=2**62).look()
        assert (await said(office))[0] == before[0] + 2 * len(office.settings.admins)
        async with office.database.read() as uow:
            newest = await uow.connection.scalar(
                select(outbox.c.content).order_by(outbox.c.id.desc()).limit(1)
            )
        assert newest is not None and str(tmp_path) in newest["text"] and "Освободите место" in newest["text"]
    finally:
        await office.close()
