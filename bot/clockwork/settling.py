"""Waiting until an office has nothing left to do or send."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Protocol

from bot.delivery.line import Line

_OUTAGE = 10.0  # seconds


class Busy(Protocol):
    """What may have something left to do."""

    async def idle(self) -> None:
        """Return when there is nothing left to do now."""

    @property
    def is_idle(self) -> bool:
        """Whether there is nothing left to do now."""


class Settling:
    """Waits for all of these together: what one has done may be work for another."""

    def __init__(self, busy: Sequence[Busy], line: Line) -> None:
        self._busy = busy
        self._line = line

    async def settle(self) -> None:
        """Return when nothing is left to do or send now."""
        while True:
            for one in self._busy:
                await one.idle()
            await asyncio.sleep(0)
            if all(one.is_idle for one in self._busy):
                return

    async def settle_or_outage(self) -> None:
        """Settle; but time goes on where the messenger is away, and what waits is sent when it is back."""
        settled = asyncio.create_task(self.settle())
        while not settled.done() and self._line.down_for() < _OUTAGE:
            await asyncio.wait({settled}, timeout=0.2)
        if settled.done():
            await settled
        settled.cancel()
