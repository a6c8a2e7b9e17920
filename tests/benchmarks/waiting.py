"""How long a vote waits while a registry is masked and put in, against a vote when nothing else is done.

`WAIT_ROWS` sets how many rows the registry has.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import tempfile
from collections.abc import Coroutine, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any, TypeVar

from bot.production_calendar import ProductionCalendar
from bot.registries.reading import read_registry
from bot.storage.database import Database
from bot.turns import take_short_turns
from bot.works.imports.laying_by import lay_by
from bot.works.imports.putting_in import PuttingIn
from domain.messages.message import ImportRecord, ImportState, RegistryRow
from tests.benchmarks.imports import made_up_export
from tests.benchmarks.table import Line
from tests.benchmarks.vote import Ours

ROWS = int(os.environ.get("WAIT_ROWS", "10000"))
_IDLE = 100
_BETWEEN = 0.02  # seconds from one vote to the next

Done = TypeVar("Done")


async def run() -> list[Line]:
    """Votes one after another: first alone, then while the registry is laid by, then while it is put in."""
    take_short_turns()
    content = made_up_export(ROWS)
    with tempfile.TemporaryDirectory() as folder:
        ours = Ours(Path(folder))
        await ours.start()
        database = ours.office.runtime.database
        voting = _Voting(ours)
        for _ in range(_IDLE):
            await voting.vote()
        idle = statistics.median(voting.waited)
        reading = await asyncio.to_thread(
            read_registry, content, "export.xlsx", database.profile, database.clock.now(), None
        )
        file, laid, _ = await voting.beside(_laid_by(database, reading.rows))
        done, waited, whole = await voting.beside(PuttingIn(database, file).to_its_end())
        assert done
        await ours.office.runtime.close()
    longest = f"the longest of {len(waited)} votes while {ROWS:,} rows are put in"
    return [
        Line(longest, max(waited), "ms", idle, "10"),
        Line("such a vote, the middle", statistics.median(waited), "ms", idle),
        Line(f"{ROWS:,} rows put in while others vote", whole, "s"),
        Line(f"the longest of {len(laid)} votes while they are masked", max(laid), "ms", idle),
        Line("such a vote, the middle", statistics.median(laid), "ms", idle),
    ]


async def _laid_by(database: Database, rows: Sequence[RegistryRow]) -> int:
    profile = database.profile
    async with database.write() as uow:
        file = await uow.imports.add(ImportRecord(0, 1, 1, "", "export.xlsx", ImportState.READING))
    await lay_by(database, profile, ProductionCalendar(profile), file, rows)
    async with database.write() as uow:
        await uow.imports.move(file, ImportState.APPLYING)
    return file


class _Voting:
    """One vote after another; `waited` are milliseconds of each."""

    def __init__(self, ours: Ours) -> None:
        self._ours, self._number = ours, 0
        self.waited: list[float] = []

    async def vote(self) -> None:
        begun = perf_counter()
        await self._ours.tap(self._number)
        self._number += 1
        self.waited.append((perf_counter() - begun) * 1000)

    async def beside(self, work: Coroutine[Any, Any, Done]) -> tuple[Done, list[float], float]:
        """What the work gives, the votes meanwhile, and how many seconds it took."""
        self.waited = []
        begun, doing = perf_counter(), asyncio.create_task(work)
        while not doing.done():
            await self.vote()
            await asyncio.sleep(_BETWEEN)
        return await doing, self.waited, perf_counter() - begun
