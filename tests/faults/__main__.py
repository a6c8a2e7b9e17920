"""`make faults`: hundreds of kills and a failing Telegram over SQLite and PostgreSQL; figures in a table.

Before it the table of the hostile inputs that the tests hold, with its size.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.watching.logs import set_up_logs
from tests.conftest import postgres_server
from tests.docs.pages import ROOT, table
from tests.faults.storm import KINDS
from tests.faults.trial import Outcome, Trial, live_through
from tests.templates import drop_database, new_database

_ENGINES = ("sqlite", "postgresql")
_FAULTS = ("kills", "mute", *KINDS, "outage", "unlisted")
_COLUMNS = (
    *("engine", "seed", "days", *_FAULTS, "updates", "expired", "taps", "again", "counted", "due", "came"),
    *("cards", "marked", "repeats", "lost", "wrong", "violations"),
)
_KILLS_A_TRIAL = 25


async def run(engines: Sequence[str], kills: int, seed: int, seconds: float, share: float) -> int:
    """A storm without kills, then the kills, on each engine in turn; 1 when anything was lost or wrong."""
    set_up_logs("console", quiet=True)
    _tell_hostile()
    _line(_COLUMNS)
    worst = 0
    with postgres_server() as server:
        for engine in engines:
            if engine == "postgresql" and server is None:
                print("PostgreSQL is missing: not run")
                continue
            until, left = time.monotonic() + seconds / len(engines), kills // len(engines)
            total, number = Total(), seed
            while total.trials == 0 or (left > 0 and time.monotonic() < until):
                url = await new_database(server.url) if engine == "postgresql" and server else ""
                trial = Trial(number, min(left, _KILLS_A_TRIAL) if total.trials else 0, share, url)
                with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                    outcome = await live_through(Path(folder), trial)
                if url:
                    await drop_database(url)
                worst |= _tell(engine, number, outcome, total)
                left -= outcome.faults["kills"]
                number += 1
            _line((engine, "all", *total.figures))
    return worst


class Total:
    """Sums of an engine's figures."""

    def __init__(self) -> None:
        self.trials = 0
        self.figures = [0] * (len(_COLUMNS) - 2)

    def add(self, figures: Iterable[int]) -> None:
        """One more trial."""
        self.trials += 1
        self.figures = [sum(pair) for pair in zip(self.figures, figures, strict=True)]


def _tell_hostile() -> None:
    _, *rows = table((ROOT / "docs" / "threats.md").read_text("utf-8"), "what")
    for what, many, where in rows:
        print(f"{what}: {many} ({where})")
    print(f"hostile inputs: {len(rows)} kinds", flush=True)


def _tell(engine: str, seed: int, outcome: Outcome, total: Total) -> int:
    account = outcome.account
    wrong = [*outcome.wrong, *account.mistakes]
    figures = (
        *(outcome.days, *(outcome.faults[kind] for kind in _FAULTS)),
        *(account.updates, account.expired, outcome.taps, outcome.again, outcome.counted),
        *(account.due, account.delivered, outcome.cards),
        *(account.marked, account.copies, len(account.losses), len(wrong), len(account.violations)),
    )
    total.add(figures)
    _line((engine, seed, *figures))
    for line in [*account.losses, *wrong, *account.violations][:20]:
        print(f"    {line}", flush=True)
    return int(bool(account.losses or wrong or account.violations))


def _line(cells: Iterable[object]) -> None:
    widths = [max(len(name), 10 if name == "engine" else 5) for name in _COLUMNS]
    print(" ".join(f"{cell!s:>{width}}" for cell, width in zip(cells, widths, strict=True)), flush=True)


def main() -> None:
    """Read the arguments and run."""
    arguments = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    arguments.add_argument("--engine", choices=_ENGINES, help="both in turn where none is named")
    arguments.add_argument("--kills", type=int, default=300, help="shared by the engines")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--seconds", type=float, default=3600, help="no new trial after them")
    arguments.add_argument("--share", type=float, default=0.2, help="of the calls that fail")
    given = arguments.parse_args()
    engines = [given.engine] if given.engine else _ENGINES
    sys.exit(asyncio.run(run(engines, given.kills, given.seed, given.seconds, given.share)))


if __name__ == "__main__":
    main()
