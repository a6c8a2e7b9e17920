"""Long work, done after the commit that asked for it and off the event loop where it is heavy.

What is to be done is read from the database, so after a crash it goes on or starts again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import structlog

log = structlog.get_logger("worker")

Work = Callable[[], Awaitable[bool]]

_PAUSE = 5.0


class Worker:
    """Runs each kind of work until it finds nothing to do. A work returns True when it did something."""

    def __init__(self, works: Sequence[Work]) -> None:
        self._works = works
        self._awake = asyncio.Event()
        self._quiet = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin, with whatever a former run has left."""
        self._task = asyncio.create_task(self._run(), name="worker")
        self.wake()

    async def stop(self) -> None:
        """Stop; unfinished work starts again at the next start."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def wake(self) -> None:
        """Something was committed that may be work."""
        self._quiet.clear()
        self._awake.set()

    async def idle(self) -> None:
        """Return when there is nothing left to do now."""
        await self._quiet.wait()

    @property
    def is_idle(self) -> bool:
        """Whether there is nothing left to do now."""
        return self._quiet.is_set()

    async def _run(self) -> None:
        while True:
            await self._awake.wait()
            self._awake.clear()
            for work in self._works:
                await self._finish(work)
            if not self._awake.is_set():
                self._quiet.set()

    async def _finish(self, work: Work) -> None:
        try:
            while await work():
                pass
        except Exception:
            log.exception("work failed", work=getattr(work, "__name__", str(work)))
            asyncio.get_running_loop().call_later(_PAUSE, self._awake.set)
