"""Offices side by side in one process: what fails in one is not felt in another."""

from __future__ import annotations

import asyncio
import ctypes
import sys
from collections.abc import Awaitable, Callable, Mapping

import structlog

from bot.running import RunningOffice
from bot.runtime import Runtime
from bot.settings import Settings

log = structlog.get_logger("hosting")

_PAUSE, _LONGEST_PAUSE = 15.0, 300.0
# Hundreds that start at once are none of them up before all are, and meanwhile wait in vain for a processor.
_AT_ONCE = 2
# Seconds: one that takes longer waits for its messenger, and lets others go on.
_LONGEST_TURN = 5.0
_M_ARENA_MAX = -8  # malloc.h of glibc

Open = Callable[[Settings], Awaitable[RunningOffice]]


class Hosting:
    """Keeps each office running: one that cannot start or falls is tried again, the others go on."""

    def __init__(self, settings: Mapping[str, Settings], open_office: Open, *, pause: float = _PAUSE) -> None:
        self._settings = settings
        self._open = open_office
        self._pause = pause
        self.offices: dict[str, RunningOffice | None] = dict.fromkeys(settings)
        self._tasks: list[asyncio.Task[None]] = []
        self._turns = asyncio.Semaphore(_AT_ONCE)

    def runtimes(self) -> dict[str, Runtime | None]:
        """What each office has; None while it is down."""
        return {key: office.runtime if office else None for key, office in self.offices.items()}

    async def start(self) -> None:
        """Begin to start every office."""
        _share_one_heap()
        self._tasks = [asyncio.create_task(self._keep(key), name=f"office {key}") for key in self._settings]

    async def stop(self) -> None:
        """Stop every office; one that stops badly keeps none of the others."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        running = [office for office in self.offices.values() if office is not None]
        await asyncio.gather(*(office.stop() for office in running), return_exceptions=True)

    async def _keep(self, key: str) -> None:
        pause = self._pause
        while True:
            try:
                self.offices[key] = await self._started(self._settings[key])
            except Exception as error:
                reason = str(error) or type(error).__name__
                log.error("office cannot start", office=key, reason=reason, tried_again_in=pause)
                await asyncio.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)
            else:
                return

    async def _started(self, settings: Settings) -> RunningOffice:
        async with self._turns:
            starting = asyncio.ensure_future(self._open(settings))
            try:
                await asyncio.wait({starting}, timeout=_LONGEST_TURN)
            except asyncio.CancelledError:
                starting.cancel()
                await asyncio.wait({starting})
                raise
        return await starting


def _share_one_heap() -> None:
    """glibc gives threads heaps of their own, and each keeps what is freed there: 0.3 MB an office."""
    if sys.platform == "linux":
        adjust = getattr(ctypes.CDLL(None), "mallopt", None)  # other C libraries have no such thing
        if adjust is not None:
            adjust(_M_ARENA_MAX, 1)
