"""The time of an office whose messenger is a sandbox: people move the clock there, and the office follows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.clockwork.bell import Bell, Ring, SystemTime, Time, WrongTime
from bot.clockwork.settling import Settling
from bot.runtime import Runtime
from bot.sandbox.clock import SandboxClock
from bot.sandbox.link import SandboxLink, find_sandbox
from bot.sandbox.stepping import SteppedBell


async def time_at(server: str) -> Time:
    """The sandbox's time where the server is one, else the system's."""
    moment = await find_sandbox(server)
    return SandboxTime(server, moment) if moment else _NoSandboxYet(server)


class SandboxTime:
    """The sandbox's clock, from the moment it showed, and a bell that rings as it is moved."""

    def __init__(self, server: str, moment: datetime) -> None:
        self._server = server
        self.clock = SandboxClock(moment)

    async def bell(self, runtime: Runtime, rings: Sequence[Ring], settling: Settling) -> Bell:
        """A bell on a link to the sandbox, once the clock shows what the sandbox's does."""
        moment = await find_sandbox(self._server)
        if moment is not None:
            self.clock.set(moment)
        return _LinkedBell(self._server, self.clock, runtime, rings, settling)


class _NoSandboxYet(SystemTime):
    """The system's time, unless the server turns out to be a sandbox that started late."""

    def __init__(self, server: str) -> None:
        super().__init__()
        self._server = server

    async def bell(self, runtime: Runtime, rings: Sequence[Ring], settling: Settling) -> Bell:
        """The system's bell. Raises WrongTime."""
        if await find_sandbox(self._server):
            raise WrongTime
        return await super().bell(runtime, rings, settling)


class _LinkedBell:
    def __init__(
        self,
        server: str,
        clock: SandboxClock,
        runtime: Runtime,
        rings: Sequence[Ring],
        settling: Settling,
    ) -> None:
        self._runtime = runtime
        self._bell = SteppedBell(rings, clock, settling.settle_or_outage, self._step)
        self._link = SandboxLink(server, self._bell.move, settling.settle, self._bound)

    async def start(self) -> None:
        await self._link.start()
        await self._bell.start()

    async def stop(self) -> None:
        await self._bell.stop()
        await self._link.stop()

    async def _step(self, now: datetime) -> None:
        await self._link.report_clock(now)

    async def _bound(self) -> dict[int, int | None]:
        async with self._runtime.database.read() as uow:
            roster = await uow.roster.load()
        return {binding.user_id: binding.seat for binding in roster.bindings}
