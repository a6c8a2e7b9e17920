"""An office at rest keeps one connection: one that was needed beside it goes once nobody did for a while.

A connection to SQLite is a thread and, with its statements, its schema and its pages, a third of a megabyte
at least; one that is opened again takes some milliseconds.
"""

from __future__ import annotations

import asyncio
from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

_QUIET = 5.0  # seconds


class Resting:
    """Closes what an engine has open beside one connection."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._open = 0
        self._later: asyncio.TimerHandle | None = None
        self._closing: asyncio.Task[None] | None = None
        pool = engine.sync_engine.pool
        event.listen(pool, "connect", self._opened)
        event.listen(pool, "close", self._closed)
        event.listen(pool, "checkin", self._given_back)

    async def stop(self) -> None:
        """Close nothing any more."""
        if self._later is not None:
            self._later.cancel()
        if self._closing is not None:
            await self._closing

    def _opened(self, *_: Any) -> None:
        self._open += 1

    def _closed(self, *_: Any) -> None:
        self._open -= 1

    def _given_back(self, *_: Any) -> None:
        if self._open > 1 and self._later is None:
            self._later = asyncio.get_running_loop().call_later(_QUIET, self._look)

    def _look(self) -> None:
        self._later = None
        pool: Any = self._engine.sync_engine.pool
        if self._open > 1 and pool.checkedout() == 0:
            self._closing = asyncio.create_task(self._close_spare())

    async def _close_spare(self) -> None:
        async with self._engine.connect(), self._engine.connect() as spare:
            await spare.invalidate()
