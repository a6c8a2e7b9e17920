"""Rings an office's jobs by the sandbox's clock, which people move."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

from bot.clockwork.bell import Ring, ring
from bot.sandbox.clock import SandboxClock

# Seconds between tries: people wait for the clock.
_BRISK = (0.5, 1.0, 2.0)


class SteppedBell:
    """Moved forward, it rings everything between, in order and once."""

    def __init__(
        self,
        rings: Sequence[Ring],
        clock: SandboxClock,
        settle: Callable[[], Awaitable[None]],
        on_step: Callable[[datetime], Awaitable[None]],
    ) -> None:
        self._rings = rings
        self._clock = clock
        self._settle = settle
        self._on_step = on_step
        self._rung_until = clock.now()
        self._fires: dict[str, datetime | None] = {}
        self._lock = asyncio.Lock()
        self._ticking: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Ring what an outage may have missed, then everything at its time."""
        for one in self._rings:
            await ring(one, _BRISK)
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
            for moment, due in iter(lambda: self._next(target), None):
                self._clock.set(moment)
                await self._on_step(moment)
                did = [await ring(one, _BRISK) for one in due]
                self._rung_until = moment
                if any(did):
                    await self._settle()
            self._clock.set(target)
            self._rung_until = target

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(0.5)
            async with self._lock:
                for moment, due in iter(lambda: self._next(self._clock.now()), None):
                    for one in due:
                        await ring(one, _BRISK)
                    self._rung_until = moment

    def _next(self, until: datetime) -> tuple[datetime, list[Ring]] | None:
        """The next moment after the last rung one at which something is due, and what is."""
        after = self._rung_until + timedelta(microseconds=1)
        for one in self._rings:
            if (known := self._fires.get(one.name)) is None or known < after:
                self._fires[one.name] = one.trigger.get_next_fire_time(None, after)
        moment = min(
            (fire for fire in self._fires.values() if fire is not None and fire <= until), default=None
        )
        if moment is None:
            return None
        return moment, [one for one in self._rings if self._fires[one.name] == moment]
