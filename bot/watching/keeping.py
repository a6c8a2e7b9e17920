"""Lasting tasks of an office: one that ends unasked is started again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

import structlog

log = structlog.get_logger("keeping")

_PAUSE, _LONGEST_PAUSE = 1.0, 60.0  # seconds

Work = Callable[[], Awaitable[None]]


class Keep(Protocol):
    """Starts a lasting task."""

    def __call__(self, work: Work, name: str) -> asyncio.Task[None]:
        """The task; to cancel it is to ask it to end."""


class Keeper:
    """Keeps tasks going; `ended` is called with the name of one that ended unasked."""

    def __init__(self, ended: Callable[[str], None]) -> None:
        self._ended = ended

    def __call__(self, work: Work, name: str) -> asyncio.Task[None]:
        """Start a task that goes on until it is cancelled."""
        return asyncio.create_task(self._keep(work, name), name=name)

    async def _keep(self, work: Work, name: str) -> None:
        pause = _PAUSE
        while True:
            try:
                await work()
                log.error("task ended", task=name)
            except asyncio.CancelledError:
                task = asyncio.current_task()
                if task is None or task.cancelling():
                    raise
                log.error("task cancelled by nobody", task=name)  # by a call in it that was cancelled
            except Exception:
                log.exception("task failed", task=name)
            self._ended(name)
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)


def start_once(work: Work, name: str) -> asyncio.Task[None]:
    """Start a task that nobody starts again."""

    async def run() -> None:
        await work()

    return asyncio.create_task(run(), name=name)
