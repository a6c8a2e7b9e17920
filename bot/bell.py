"""What rings the jobs: APScheduler by the system's clock, or the sandbox stepping through its own."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from domain.office.ports import Clock

log = structlog.get_logger("bell")

# Seconds between tries. The day's digests wait for the database through a working day; in the sandbox people
# wait for the clock.
_PERSISTENT = (1.0, 10.0, *(60.0,) * 600)
_BRISK = (0.5, 1.0, 2.0)


@dataclass(frozen=True, slots=True)
class Job:
    """Something the clock starts. `run` looks at what is due and not done; True when it did anything."""

    name: str
    trigger: Any
    run: Callable[[], Awaitable[bool]]


class Bell(Protocol):
    """Rings jobs at their time."""

    async def start(self) -> None:
        """Ring what an outage may have missed, then everything at its time."""

    async def stop(self) -> None:
        """Ring no more."""


async def ring(job: Job, pauses: Sequence[float]) -> bool:
    """Run a job, after a failure again with these pauses in seconds; at last the next ring tries."""
    for pause in (*pauses, None):
        try:
            return await job.run()
        except Exception:
            log.exception("job failed", job=job.name)
        if pause is not None:
            await asyncio.sleep(pause)
    return False


class SystemBell:
    """Rings by the system's clock."""

    def __init__(self, jobs: Sequence[Job]) -> None:
        self._jobs = jobs
        self._scheduler = AsyncIOScheduler()

    async def start(self) -> None:
        """Ring what an outage may have missed, then everything at its time."""
        for job in self._jobs:
            for name, trigger in ((f"{job.name} at the start", None), (job.name, job.trigger)):
                # However late: each job looks for itself whether what it does is still due.
                self._scheduler.add_job(
                    ring, trigger, args=[job, _PERSISTENT], id=name, coalesce=True, misfire_grace_time=None
                )
        self._scheduler.start()

    async def stop(self) -> None:
        """Ring no more."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)


class MovableClock(Clock, Protocol):
    """A clock that the sandbox moves."""

    def set(self, now: datetime) -> None:
        """The clock shows this moment from now on."""


class SteppedBell:
    """Rings by the sandbox's clock: moved forward, it rings everything between, in order and once."""

    def __init__(
        self,
        jobs: Sequence[Job],
        clock: MovableClock,
        settle: Callable[[], Awaitable[None]],
        on_step: Callable[[datetime], Awaitable[None]],
    ) -> None:
        self._jobs = jobs
        self._clock = clock
        self._settle = settle
        self._on_step = on_step
        self._rung_until = clock.now()
        self._lock = asyncio.Lock()
        self._ticking: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Ring what an outage may have missed, then everything at its time."""
        for job in self._jobs:
            await ring(job, _BRISK)
        self._rung_until = self._clock.now()
        self._ticking = asyncio.create_task(self._tick(), name="bell")

    async def stop(self) -> None:
        """Ring no more."""
        if self._ticking:
            self._ticking.cancel()
            await asyncio.gather(self._ticking, return_exceptions=True)

    async def move(self, target: datetime) -> None:
        """Step the clock to the target, ringing what falls between at its own moment."""
        async with self._lock:
            for moment, jobs in iter(lambda: self._next(target), None):
                self._clock.set(moment)
                await self._on_step(moment)
                did = [await ring(job, _BRISK) for job in jobs]
                self._rung_until = moment
                if any(did):
                    await self._settle()
            self._clock.set(target)
            self._rung_until = target

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(0.5)
            async with self._lock:
                for moment, jobs in iter(lambda: self._next(self._clock.now()), None):
                    for job in jobs:
                        await ring(job, _BRISK)
                    self._rung_until = moment

    def _next(self, until: datetime) -> tuple[datetime, list[Job]] | None:
        """The next moment after the last rung one at which jobs are due, and these jobs."""
        after = self._rung_until + timedelta(microseconds=1)
        due = [(job.trigger.get_next_fire_time(None, after), job) for job in self._jobs]
        moment = min((fire for fire, _ in due if fire is not None and fire <= until), default=None)
        if moment is None:
            return None
        return moment, [job for fire, job in due if fire == moment]
