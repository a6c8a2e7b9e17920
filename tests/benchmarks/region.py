"""A day of many offices in one process on SQLite: what it takes of a processor, of memory and of a disk.

Each office puts a registry in, renders nine digests, and votes five times with nine present. `REGION_OFFICES`
says how many offices, `REGION_ROWS` how many rows a registry has. Nothing is sent: the messenger is silent.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from time import perf_counter, process_time

from sqlalchemy.engine import make_url

from bot.production_calendar import ProductionCalendar
from bot.running import RunningOffice
from bot.storage.migrating import migrate
from bot.watching.logs import set_up_logs
from bot.works.imports.importing import import_file
from domain.office.outbox import Card
from handlers import CONVERSATIONS
from handlers.chat.view import View
from tests.benchmarks.imports import made_up_export
from tests.benchmarks.offices import lay_out, memory, prepared, serving
from tests.benchmarks.silent_messenger import silent_messenger
from tests.benchmarks.table import Line
from tests.benchmarks.vote import ballot

OFFICES = int(os.environ.get("REGION_OFFICES", "10"))
ROWS = int(os.environ.get("REGION_ROWS", "200"))
_VOTES = 45
_PARTS = ("start", "import", "digests", "votes")


async def run() -> list[Line]:
    """The day in a process of its own."""
    with silent_messenger() as server, tempfile.TemporaryDirectory() as folder:
        migrated = Path(folder) / "migrated.db"
        await migrate(make_url(f"sqlite+aiosqlite:///{migrated}"))
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.benchmarks.region", server, str(migrated),
            stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        said, _ = await process.communicate()
    figures = [float(figure) for figure in said.split()]
    spent, (whole, taken, disk) = figures[: len(_PARTS)], figures[len(_PARTS) :]
    return [
        *(
            Line(f"{OFFICES} offices, {part}: processor, an office", 1000 * cpu / OFFICES, "ms")
            for part, cpu in zip(_PARTS, spent, strict=True)
        ),
        Line(f"{OFFICES} offices: the day's work, one after another", whole, "s"),
        Line(f"{OFFICES} offices: memory", taken, "MB"),
        Line(f"{OFFICES} offices: disk, an office, after a registry of {ROWS} rows", disk / OFFICES, "MB"),
    ]


async def _day(server: str, migrated: Path) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        lay_out(folder, OFFICES, server, migrated)
        begun, spent = process_time(), []
        async with serving(folder) as offices:
            meetings = [await prepared(office) for office in offices]
            spent.append(process_time() - begun)
            export = made_up_export(ROWS)
            morning = perf_counter()
            for work in (lambda one: _import(one, export), _digests, _voting(offices, meetings)):
                begun = process_time()
                for office in offices:
                    await work(office)
                spent.append(process_time() - begun)
            whole = perf_counter() - morning
            print(*spent, whole, memory(), _size(folder))


def _size(folder: Path) -> float:
    """Megabytes of databases."""
    return sum(path.stat().st_size for path in folder.glob("*.db*")) / 1024 / 1024


async def _import(office: RunningOffice, export: bytes) -> None:
    runtime = office.runtime
    calendar = ProductionCalendar(runtime.profile)
    await import_file(
        runtime.database, runtime.profile, calendar, export, "export.xlsx", "upravlyaem", apply=True
    )


async def _digests(office: RunningOffice) -> None:
    runtime = office.runtime
    for seat in runtime.profile.seats:
        card = Card(1, seat.number, "digest", "digest", {"seat": seat.number})
        async with runtime.database.read() as uow:
            view = View(runtime.shared, uow, await uow.roster.load(), runtime.clock.now(), card)
            assert await CONVERSATIONS.render(view) is not None


def _voting(
    offices: Sequence[RunningOffice], meetings: Sequence[int]
) -> Callable[[RunningOffice], Awaitable[None]]:
    async def vote(office: RunningOffice) -> None:
        meeting = meetings[offices.index(office)]
        for number in range(_VOTES):
            await office.intake.take(ballot(number, meeting))

    return vote


if __name__ == "__main__":
    set_up_logs("console", quiet=True)
    asyncio.run(_day(sys.argv[1], Path(sys.argv[2])))
