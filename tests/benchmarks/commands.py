"""Commands that need no messenger, in seconds of a processor, against importing what none can do without."""

from __future__ import annotations

import asyncio
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from sqlalchemy.engine import make_url

from bot.storage.migrating import migrate
from tests.benchmarks.table import Line

ROUNDS = 3
_FLOOR = "import sqlalchemy, pydantic_settings"
# Where `rich` is, structlog loads it to colour what is told; it came with the tests, an office has none.
_OURS = "import runpy, sys; sys.modules['rich'] = None; runpy.run_module('bot', run_name='__main__')"


async def run() -> list[Line]:
    """On a small database, in turns; medians."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = f"sqlite+aiosqlite:///{folder / 'office.db'}"
        await migrate(make_url(database))
        (folder / "paper.pdf").write_bytes(b"%PDF-1.7 of nobody's")
        environment = {**os.environ, "BOT_TOKEN": "1:bench", "BOT_DATABASE": database}
        sides = {"floor": (_FLOOR,)} | {
            given[0]: (_OURS, *given)
            for given in (("--help",), ("backup", f"{folder}/copy.db"), ("verify", f"{folder}/paper.pdf"),
                          ("status",))
        }  # fmt: skip
        times: dict[str, list[float]] = {side: [] for side in sides}
        for turn in range(ROUNDS + 1):
            for side, given in sides.items():
                spent = await asyncio.to_thread(_spent, given, environment)
                (folder / "copy.db").unlink(missing_ok=True)
                if turn:  # the first round compiles sources
                    times[side].append(spent)
    found = {side: statistics.median(rounds) for side, rounds in times.items()}
    floor = found.pop("floor")
    return [Line(f"the command {side}", spent, "s", floor, "1.5") for side, spent in found.items()]


def _spent(given: tuple[str, ...], environment: dict[str, str]) -> float:
    """Seconds of a processor that a program of its own takes, whatever it answers."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", *given], env=environment, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
