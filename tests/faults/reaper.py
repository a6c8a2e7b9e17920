"""Kills the bot at random moments and starts it again."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from multiprocessing.context import ForkServerProcess
from random import Random
from statistics import median

from bot.sandbox.server import Sandbox
from tests.faults import nursery

_QUICK_START = 0.6  # seconds that a start takes on a machine that has nothing else to do
_PITY = 20.0  # seconds that somebody waits for one thing until a bot may live twice as long


class Reaper:
    """One bot after another, each killed with SIGKILL some seconds after it is up, `mean` on average.

    The seconds are those of a quick machine: on one that is slow a bot lives longer by as much as it takes
    longer to start, and the longer somebody waits in vain. Every tenth dies while it still starts. Few live
    long, but some do, so that long work ends as well. `kills` counts those that were alive when they were
    hit. Without `kills` to make it lets the bot live and only starts it again when it ends.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        start: Callable[[], ForkServerProcess],
        random: Random,
        *,
        kills: bool,
        mean: float,
        waited: Callable[[], float],
    ) -> None:
        self._kills = kills
        self._sandbox = sandbox
        self._start = start
        self._random = random
        self._mean = mean
        self._waited = waited
        self._task: asyncio.Task[None] | None = None
        self._process: ForkServerProcess | None = None
        self._starts: deque[float] = deque(maxlen=5)
        self.kills = 0

    @property
    def slowness(self) -> float:
        """How many times longer a bot takes to start, of late, than on a quick machine; 1 at least."""
        return max(1.0, median(self._starts) / _QUICK_START) if self._starts else 1.0

    async def begin(self) -> None:
        """Start the first bot, which has tables to make; kills begin when it is up, however long it takes."""
        await self._up()
        assert self._process is not None and self._process.is_alive(), "the first bot ended before it was up"
        self._task = asyncio.create_task(self._run(), name="reaper")

    async def spare(self) -> None:
        """Kill no more; a bot that ends, by the last kill or of itself, is started again as before."""
        await self._leave_off()
        self._task = asyncio.create_task(self._keep(), name="keeper")

    async def finish(self) -> None:
        """Tell the bot to stop, and start none any more."""
        await self._leave_off()
        if self._process is not None:
            self._process.terminate()
            await nursery.gone(self._process)

    async def _leave_off(self) -> None:
        assert self._task is not None
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _keep(self) -> None:
        while True:
            while self._process and self._process.is_alive():  # noqa: ASYNC110 — nothing tells of it
                await asyncio.sleep(0.2)
            await self._up()

    async def _run(self) -> None:
        if not self._kills:
            await self._keep()
        while True:
            longer = self.slowness * (1 + self._waited() / _PITY)
            await asyncio.sleep(self._random.expovariate(1 / self._mean) * longer)
            await self._kill()
            while self._random.random() < 0.1:
                self._process = self._start()
                await asyncio.sleep(self._random.random() / 2 * self.slowness)
                await self._kill()
            await self._up()

    async def _kill(self) -> None:
        assert self._process is not None
        self.kills += self._process.is_alive()
        self._process.kill()
        await nursery.gone(self._process)

    async def _up(self) -> None:
        """Return when the next bot is up, or ended before."""
        begun, lives = time.monotonic(), self._sandbox.world.bot_life
        process = self._process = self._start()
        # The sandbox knows a bot by its first question; nothing tells of it.
        while process.is_alive():
            if self._sandbox.world.bot_life > lives:
                self._starts.append(time.monotonic() - begun)
                break
            await asyncio.sleep(0.02)
