"""Offices to be treated badly: nine people about to vote, and the accounts afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from bot.running import RunningOffice
from bot.sandbox.run import SandboxOptions, running_sandbox, sandbox_settings
from bot.sandbox.server import Sandbox
from bot.sandbox.time import SandboxTime
from bot.storage.database import Database
from domain.office.profile import OfficeProfile
from tests.conftest import SetClock
from tests.faults.account import acts, settle_accounts
from tests.faults.day import MORNING
from tests.faults.people import Patient
from tests.faults.witness import Witness
from tests.templates import drop_database

AFTERNOON = MORNING.replace(hour=15, minute=0)


class Office:
    """An office in a sandbox: its people, the bot, and its database seen from behind."""

    def __init__(self, sandbox: Sandbox, people: Patient, bot: RunningOffice) -> None:
        self.sandbox, self.people, self.bot = sandbox, people, bot
        self._witness = Witness(sandbox.world)

    def waiting(self) -> int:
        """Updates that the bot has not acknowledged."""
        return len(self.sandbox.world.updates.pending)

    async def everyone_votes(self) -> list[asyncio.Task[str]]:
        """Each of the nine taps once, and nobody waits for the others."""
        people = self.people
        return [asyncio.create_task(people.choose(one, "За", people.group)) for one in people.seat.values()]

    async def counted_once(self) -> None:
        """Nine votes on the card and in the log, each once; all that was due is there."""
        await self.people.sees(self.people.group, "За 9")
        await self.people.choose(self.people.seat[1], "Закрыть голосование")
        await self.people.sees(self.people.group, "Вопрос 1 · принято")
        await self.people.settle()
        database = Database(self.people.database, self.bot.runtime.profile, SetClock(AFTERNOON))
        found = await acts(database)
        account = await settle_accounts(database, self.sandbox.world, self._witness)
        await database.close()
        assert [found["meeting-vote-cast", "meeting:1", seat] for seat in range(1, 10)] == [1] * 9
        # A tap may be too old to be answered by then: the effect stands, and the card shows it.
        violations = [one for one in account.violations if "query is too old" not in one]
        assert account.losses == account.mistakes == violations == []


async def put_off(logs: Sequence[Mapping[str, Any]], error: str = "DBAPIError") -> bool:
    """Whether an update was put off because of this error of the database."""
    return any(one["event"] == "update put off" and one["error"] == error for one in logs)


@asynccontextmanager
async def living(
    folder: Path, profile: OfficeProfile, url: str = "", **settings: Any
) -> AsyncIterator[Office]:
    """An office for the length of the block; `url`: kept there instead of in a file in the folder."""
    options = SandboxOptions(0, folder / "office.db", MORNING, url, limits=False, server_only=True)
    async with running_sandbox(options) as sandbox, aiohttp.ClientSession() as session:
        chosen = sandbox_settings(options, sandbox.url).model_copy(update=settings)
        bot = RunningOffice(chosen, profile, SandboxTime(sandbox.url, MORNING))
        await bot.start()
        people = Patient(session, sandbox.url)
        people.database = chosen.database
        office = Office(sandbox, people, bot)
        try:
            await people.meet()
            yield office
        finally:
            await office.bot.stop()  # another one may serve by now
    if url.startswith("postgresql"):
        await drop_database(url)
