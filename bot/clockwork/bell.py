"""Whose clock an office goes by, and what rings its jobs."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clockwork.clock import SystemClock
from bot.clockwork.settling import Settling
from bot.runtime import Runtime
from bot.watching.keeping import Keeper
from domain.office.ports import Clock

log = structlog.get_logger("bell")

# Seconds between tries: the day's digests wait for the database through a working day.
_PERSISTENT = (1.0, 10.0, *(60.0,) * 600)
_LOOK_AGAIN = 60.0  # seconds: whether the machine's clock was set back


@dataclass(frozen=True, slots=True)
class Ring:
    """Something the clock starts. `run` looks at what is due and not done; True when it did anything."""

    name: str
    trigger: Any
    run: Callable[[], Awaitable[bool]]


class WrongTime(Exception):
    """The office was given another time than its server goes by: it has to be made anew."""


class Bell(Protocol):
    """Rings at the right time."""

    async def start(self) -> None:
        """Ring what an outage may have missed, then everything at its time."""

    async def stop(self) -> None:
        """Ring no more."""


class Time(Protocol):
    """A clock, and the bell that goes with it: the system's, or one that people move."""

    @property
    def clock(self) -> Clock:
        """What time it is."""

    async def bell(self, runtime: Runtime, rings: Sequence[Ring], settling: Settling) -> Bell:
        """The bell of an office that is starting. Raises WrongTime."""


async def ring(one: Ring, pauses: Sequence[float]) -> bool:
    """Run what is due, after a failure again with these pauses in seconds; at last the next time tries."""
    for pause in (*pauses, None):
        try:
            return await one.run()
        except Exception:
            log.exception("job failed", job=one.name)
        if pause is not None:
            await asyncio.sleep(pause)
    return False


async def _ring_until_stopped(one: Ring) -> None:
    """A stop in the middle is no failure, as the scheduler would say: the next start rings."""
    with suppress(asyncio.CancelledError):
        await ring(one, _PERSISTENT)


class SystemBell:
    """Rings by the system's clock."""

    def __init__(self, rings: Sequence[Ring]) -> None:
        self._rings = rings
        self._scheduler = AsyncIOScheduler()
        self._clock = SystemClock()
        self._watch: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Ring what an outage may have missed, then everything at its time."""
        for one in self._rings:
            for name, trigger in ((f"{one.name} at the start", None), (one.name, one.trigger)):
                # However late: each job looks for itself whether what it does is still due.
                self._scheduler.add_job(
                    _ring_until_stopped, trigger, args=[one], id=name, coalesce=True, misfire_grace_time=None
                )
        self._scheduler.start()
        self._watch = Keeper(lambda _: None)(self._follow_the_clock, "bell")

    async def _follow_the_clock(self) -> None:
        """After a clock was set back the scheduler would be silent until the time it had reckoned before."""
        while True:
            await asyncio.sleep(_LOOK_AGAIN)
            for job in self._scheduler.get_jobs():
                sooner = job.trigger.get_next_fire_time(None, self._clock.now())
                if sooner is not None and sooner < job.next_run_time:
                    log.warning("clock set back", job=job.name, rings=sooner.isoformat())
                    job.modify(next_run_time=sooner)

    async def stop(self) -> None:
        """Ring no more."""
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.gather(self._watch, return_exceptions=True)
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)


class SystemTime:
    """The system's clock and its bell."""

    def __init__(self, clock: Clock | None = None) -> None:
        self.clock: Clock = clock or SystemClock()

    async def bell(self, runtime: Runtime, rings: Sequence[Ring], settling: Settling) -> Bell:
        """APScheduler rings."""
        return SystemBell(rings)
