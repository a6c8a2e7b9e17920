"""How long a vote waits at the longest while a registry is put in, against a vote when nothing else is done.

`WAIT_ROWS` sets how many rows the registry has.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import tempfile
from pathlib import Path
from time import perf_counter

from bot.production_calendar import ProductionCalendar
from bot.registries.reading import read_registry
from bot.storage.database import Database
from bot.works.imports.laying_by import lay_by
from bot.works.imports.putting_in import PuttingIn
from domain.messages.message import ImportRecord, ImportState
from tests.benchmarks.imports import made_up_export
from tests.benchmarks.table import Line
from tests.benchmarks.vote import Ours

ROWS = int(os.environ.get("WAIT_ROWS", "10000"))
_IDLE = 100
_BETWEEN = 0.02  # seconds from one vote to the next


async def run() -> list[Line]:
    """Votes one after another: first alone, then while the registry is put in."""
    with tempfile.TemporaryDirectory() as folder:
        ours = Ours(Path(folder))
        await ours.start()
        database = ours.office.runtime.database
        file = await _laid_by(database)
        idle = [await _vote(ours, number) for number in range(_IDLE)]
        putting = asyncio.create_task(PuttingIn(database, file).to_its_end())
        begun, number, waited = perf_counter(), _IDLE, []
        while not putting.done():
            waited.append(await _vote(ours, number))
            number += 1
            await asyncio.sleep(_BETWEEN)
        whole = perf_counter() - begun
        assert await putting
        await ours.office.runtime.close()
    usual = statistics.median(idle)
    longest = f"the longest of {len(waited)} votes while {ROWS:,} rows are put in"
    return [
        Line(longest, max(waited), "ms", usual, "10"),
        Line("such a vote, the middle", statistics.median(waited), "ms", usual),
        Line(f"{ROWS:,} rows put in while others vote", whole, "s"),
    ]


async def _laid_by(database: Database) -> int:
    profile = database.profile
    content = made_up_export(ROWS)
    reading = await asyncio.to_thread(
        read_registry, content, "export.xlsx", profile, database.clock.now(), None
    )
    async with database.write() as uow:
        file = await uow.imports.add(ImportRecord(0, 1, 1, "", "export.xlsx", ImportState.READING))
    await lay_by(database, profile, ProductionCalendar(profile), file, reading.rows)
    async with database.write() as uow:
        await uow.imports.move(file, ImportState.APPLYING)
    return file


async def _vote(ours: Ours, number: int) -> float:
    begun = perf_counter()
    await ours.tap(number)
    return (perf_counter() - begun) * 1000
