"""The bell by the system's clock: what was missed is rung late rather than never."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

import pytest
from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.date import DateTrigger

from bot.clockwork.bell import Ring, SystemBell

LONG = timedelta(hours=5)


class Asleep(BaseTrigger):  # type: ignore[misc]  # APScheduler has no types
    """Fires once, at a moment that passed hours ago while the machine slept."""

    def get_next_fire_time(self, previous_fire_time: datetime | None, now: datetime) -> datetime | None:
        """The moment that was missed, then nothing more."""
        return now - LONG if previous_fire_time is None else None


class Ringer:
    """Tells of each run; fails in the first `failures` of them."""

    def __init__(self, failures: int = 0) -> None:
        self.runs: asyncio.Queue[str] = asyncio.Queue()
        self._failures = failures

    async def __call__(self) -> bool:
        if self._failures:
            self._failures -= 1
            self.runs.put_nowait("failed")
            raise ConnectionError("the database is away")
        self.runs.put_nowait("done")
        return True

    async def run(self) -> str:
        """What came of the next run."""
        return await asyncio.wait_for(self.runs.get(), 5)


async def started(trigger: BaseTrigger, ringer: Ringer) -> SystemBell:
    bell = SystemBell([Ring("digests", trigger, ringer)])
    await bell.start()
    return bell


async def test_what_an_outage_missed_is_rung_at_the_start_and_again_when_that_fails() -> None:
    ringer = Ringer(failures=1)
    bell = await started(DateTrigger(datetime.now(UTC) + LONG), ringer)
    assert [await ringer.run(), await ringer.run()] == ["failed", "done"]
    await bell.stop()


async def test_a_moment_slept_through_for_hours_is_rung_on_waking() -> None:
    ringer = Ringer()
    bell = await started(Asleep(), ringer)
    assert [await ringer.run(), await ringer.run()] == ["done", "done"]  # at the start, and what was missed
    await bell.stop()


async def test_a_stop_while_a_job_runs_is_no_failure(caplog: pytest.LogCaptureFixture) -> None:
    begun = asyncio.Event()

    async def endless() -> bool:
        begun.set()
        return await asyncio.Future[bool]()

    bell = SystemBell([Ring("digests", DateTrigger(datetime.now(UTC) + LONG), endless)])
    await bell.start()
    await begun.wait()
    await bell.stop()
    await asyncio.sleep(0.05)
    assert [one.getMessage() for one in caplog.records if one.levelname == "ERROR"] == []


async def test_a_clock_set_back_does_not_silence_the_bell(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine started a year ahead, and then its clock was put right."""

    class Moved(datetime):
        ahead = timedelta(days=365)

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Any:
            return datetime.now(tz) + cls.ahead

    monkeypatch.setattr("apscheduler.schedulers.base.datetime", Moved)
    monkeypatch.setattr("bot.clockwork.clock.datetime", Moved)
    monkeypatch.setattr("bot.clockwork.bell._LOOK_AGAIN", 0.05)
    ringer = Ringer()
    bell = await started(CronTrigger(second="*"), ringer)
    assert [await ringer.run(), await ringer.run()] == ["done", "done"]  # at the start, and in time
    Moved.ahead = timedelta()
    while not ringer.runs.empty():
        ringer.runs.get_nowait()
    assert [await ringer.run(), await ringer.run()] == ["done", "done"]
    await bell.stop()
