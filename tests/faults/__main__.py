"""`make faults`: hundreds of kills over SQLite and PostgreSQL, seeds printed, figures in a table."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

from bot.logs import set_up_logs
from tests.conftest import postgres_server
from tests.faults.killing import Outcome, live_through_kills
from tests.templates import new_database

_COLUMNS = ("engine", "seed", "days", "kills", "taps", "answered", "updates", "due", "came", "copies")


async def run(kills: int, seed: int, seconds: float) -> int:
    """Both engines in turn, half of the kills and of the time each; 1 when anything was lost."""
    set_up_logs("console", quiet=True)
    print(" ".join(f"{name:>10}" for name in (*_COLUMNS, "lost", "wrong")), flush=True)
    worst = 0
    with postgres_server() as server:
        for engine in ("sqlite", "postgresql"):
            if engine == "postgresql" and server is None:
                print("PostgreSQL is missing: not run")
                continue
            until, left, number = time.monotonic() + seconds / 2, kills // 2, seed
            while left > 0 and time.monotonic() < until:
                with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                    url = await new_database(server.url) if engine == "postgresql" and server else ""
                    outcome = await live_through_kills(
                        Path(folder), number, database_url=url, kills=min(left, 40)
                    )
                worst |= _tell(engine, number, outcome)
                left -= outcome.kills
                number += 1
    return worst


def _tell(engine: str, seed: int, outcome: Outcome) -> int:
    account = outcome.account
    wrong = [*outcome.wrong, *account.mistakes]
    figures = (
        *(engine, seed, outcome.days, outcome.kills, outcome.taps, outcome.answered),
        *(account.updates, account.due, account.delivered, account.copies, len(account.losses), len(wrong)),
    )
    print(" ".join(f"{figure:>10}" for figure in figures), flush=True)
    for line in [*account.losses, *wrong][:20]:
        print(f"    {line}", flush=True)
    return int(bool(account.losses or wrong))


def main() -> None:
    """Read the arguments and run."""
    arguments = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    arguments.add_argument("--kills", type=int, default=300)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--seconds", type=float, default=3600)
    given = arguments.parse_args()
    sys.exit(asyncio.run(run(given.kills, given.seed, given.seconds)))


if __name__ == "__main__":
    main()
