"""1, 10 and 100 offices in one process on SQLite: memory, and votes a second."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import perf_counter

from sqlalchemy.engine import make_url

from bot.commands.serve import open_office
from bot.hosting import Hosting
from bot.profiles import profile_text
from bot.running import RunningOffice
from bot.settings import settings_of_folder
from bot.storage.migrating import migrate
from bot.watching.logs import set_up_logs
from bot.watching.meter import Meter
from tests.benchmarks.silent_messenger import silent_messenger
from tests.benchmarks.table import Line
from tests.benchmarks.vote import ballot, keep_silent, open_a_vote

COUNTS, VOTES = (1, 10, 100), 1000


async def run() -> list[Line]:
    """Each number of offices in a process of its own; what comes of it as a ratio to one office."""
    with silent_messenger() as server, tempfile.TemporaryDirectory() as folder:
        migrated = Path(folder) / "migrated.db"
        await migrate(make_url(f"sqlite+aiosqlite:///{migrated}"))
        first: tuple[float, float] | None = None
        lines = []
        for count in COUNTS:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "tests.benchmarks.offices", str(count), server, str(migrated),
                stdout=asyncio.subprocess.PIPE,
            )  # fmt: skip
            said, _ = await process.communicate()
            taken, speed = (float(figure) for figure in said.split())
            first = first or (taken, speed)
            budget = "1.5" if count == 100 else ""
            lines.append(Line(f"{count} offices in one process: memory", taken, "MB", first[0], budget))
            lines.append(Line(f"{count} offices: votes a second", speed, "", first[1]))
        return lines


def memory(process: str = "self") -> float:
    """Megabytes of a process that are in memory, this one where none is named."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise LookupError("VmRSS")


def lay_out(folder: Path, count: int, server: str, migrated: Path) -> None:
    """Write the profiles, settings and databases of so many offices into a folder."""
    for number in range(count):
        content = profile_text().replace('key = "chaikovsky"', f'key = "office_{number}"', 1)
        (folder / f"o{number}.toml").write_text(content, "utf-8")
        shutil.copyfile(migrated, folder / f"o{number}.db")
        lines = [
            f"BOT_TOKEN={number + 1}:bench",
            f"BOT_API_SERVER={server}",
            f"BOT_DATABASE_URL=sqlite:///{folder}/o{number}.db",
        ]
        (folder / f"o{number}.env").write_text("\n".join(lines), "utf-8")


@asynccontextmanager
async def serving(folder: Path) -> AsyncIterator[list[RunningOffice]]:
    """A folder's offices in this process, once all are up."""
    meter = Meter()
    hosting = Hosting(settings_of_folder(folder), lambda one: open_office(one, meter))
    await hosting.start()
    while None in hosting.offices.values():  # noqa: ASYNC110 — nothing rings when an office is up
        await asyncio.sleep(0.1)
    offices = [office for office in hosting.offices.values() if office is not None]
    yield offices
    await hosting.stop()


async def _host(count: int, server: str, migrated: Path) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        lay_out(Path(name), count, server, migrated)
        async with serving(Path(name)) as offices:
            meetings = [await prepared(office) for office in offices]
            begun = perf_counter()
            for number in range(count + VOTES):
                if number == count:  # each office's first vote warms it up
                    begun = perf_counter()
                office, meeting = offices[number % count], meetings[number % count]
                await office.intake.take(ballot(number, meeting))
            print(memory(), VOTES / (perf_counter() - begun))


async def prepared(office: RunningOffice) -> int:
    """A meeting whose cards are in the chats; from then on the office sends nothing, which others measure."""
    meeting = await open_a_vote(office.runtime)
    await office.settling.settle()
    await office.delivery.stop()
    keep_silent(office)
    return meeting


if __name__ == "__main__":
    set_up_logs("console", quiet=True)
    asyncio.run(_host(int(sys.argv[1]), sys.argv[2], Path(sys.argv[3])))
