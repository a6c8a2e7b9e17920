"""Kills the bot at random moments and starts it again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from multiprocessing.context import ForkServerProcess
from random import Random

from bot.sandbox.server import Sandbox
from tests.faults import nursery

_LONGEST_START = 60.0


class Reaper:
    """One bot after another, each killed with SIGKILL some seconds after it is up, `mean` on average.

    Every tenth dies while it still starts. Few live long, but some do, so that long work ends as well.
    `kills` counts those that were alive when they were hit. Without `kills` to make it lets the bot live and
    only starts it again when it ends.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        start: Callable[[], ForkServerProcess],
        random: Random,
        *,
        kills: bool,
        mean: float,
    ) -> None:
        self._kills = kills
        self._sandbox = sandbox
        self._start = start
        self._random = random
        self._mean = mean
        self._task: asyncio.Task[None] | None = None
        self._process: ForkServerProcess | None = None
        self.kills = 0

    def begin(self) -> None:
        """Start the first bot."""
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
            if self._process is None or not self._process.is_alive():
                self._process = self._start()
            await self._ended(self._process)

    async def _run(self) -> None:
        if not self._kills:
            await self._keep()
        while True:
            lives = self._sandbox.world.bot_life
            self._process = self._start()
            if self._random.random() < 0.1:
                await asyncio.sleep(self._random.random() / 2)
            else:
                await self._up(lives)
                await asyncio.sleep(self._random.expovariate(1 / self._mean))
            self.kills += self._process.is_alive()
            self._process.kill()
            await nursery.gone(self._process)

    @staticmethod
    async def _ended(process: ForkServerProcess) -> None:
        while process.is_alive():  # noqa: ASYNC110 — nothing tells of it
            await asyncio.sleep(0.2)

    async def _up(self, lives: int) -> None:
        async with asyncio.timeout(_LONGEST_START):
            # The sandbox knows a bot by its first question; nothing tells of it.
            while self._sandbox.world.bot_life == lives and self._process and self._process.is_alive():  # noqa: ASYNC110
                await asyncio.sleep(0.02)
