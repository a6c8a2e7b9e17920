"""A failing Telegram: a share of all calls meets a fault of every kind in turn, and whole outages."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.sandbox.updates import TAP_LIVES
from bot.sandbox.world import World
from tests.faults.people import Patient

KINDS = ("429", "500", "strange", "drop", "lost", "late")
_TAP_LIVES = 0.5  # seconds in an outage, instead of the messenger's 150
_FOR_EVER = 10**9
_SECONDS = {"429": 2, "late": 1}
_UNLISTED = 3  # messages a day


class Storm:
    """`share` of the calls fail, polling and downloads too; 0 is fair weather, without outages.

    An outage outlasts the taps made in it: the messenger has forgotten them when it is over. The first
    messages after it are refused in words that nobody listed.
    """

    def __init__(self, people: Patient, share: float, world: World) -> None:
        self._people = people
        self._world = world
        self._outages = 0
        self.share = share

    async def begin(self) -> None:
        """From here on calls fail."""
        for method in ("*", "getUpdates") if self.share else ():
            for number, kind in enumerate(KINDS):
                # Each kind has its chance after the former ones, so a later one needs more of what is left.
                each = self.share / len(KINDS)
                share = each / (1 - number * each)
                await self._ask(method, kind, share)

    async def end(self) -> None:
        """All calls work again."""
        await self._people.call("DELETE", "/api/faults")

    @asynccontextmanager
    async def outage(self) -> AsyncIterator[None]:
        """Nothing gets through for the length of the block."""
        if not self.share:
            yield
            return
        self._outages += 1
        await self.end()
        await self._ask("*", "outage", 1)
        updates = self._world.updates
        updates.tap_lives = _TAP_LIVES
        try:
            yield
        finally:
            await asyncio.sleep(_TAP_LIVES)
            updates.expire()
            updates.tap_lives = TAP_LIVES
            await self.end()
            await self._ask("sendMessage", "unlisted", 1, _UNLISTED)
            await self.begin()

    async def refused(self) -> None:
        """Return when what the messenger refuses after an outage has been refused."""
        if self.share:
            await self._people.until("refusals", self._all_refused)

    async def _all_refused(self) -> bool:
        return self._world.faults.met["unlisted"] == _UNLISTED * self._outages

    async def _ask(self, method: str, kind: str, share: float, times: int = _FOR_EVER) -> None:
        seconds = _SECONDS.get(kind, 1)
        body = {"method": method, "kind": kind, "times": times, "seconds": seconds, "share": share}
        await self._people.call("POST", "/api/faults", json=body)
