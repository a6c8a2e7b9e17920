"""`make bench`: figures as ratios to a floor measured in the same run, interleaved. Never asserted.

`BENCH_SIZES`, `BENCH_MESSAGES`, `LIST_ROWS`, `SEARCH_SIZES`, `IMPORT_ROWS`, `WAIT_ROWS`: how many messages.
`REGION_OFFICES`: how many offices have a day; `MEMORY_UPDATES`: how many updates come.
`BENCH`: which, parted by commas.
"""

from __future__ import annotations

import asyncio
import os
import sys
from time import perf_counter

from tests.benchmarks import (
    commands,
    digests,
    imports,
    listing,
    memory,
    nine_taps,
    office_page,
    offices,
    peers,
    protocol,
    region,
    replicas,
    report,
    routing,
    search,
    start,
    vote,
    waiting,
)
from tests.benchmarks.table import Line, table

_ALL = {
    "vote": vote.run,
    "peers": peers.run,
    "nine_taps": nine_taps.run,
    "imports": imports.run,
    "waiting": waiting.run,
    "routing": routing.run,
    "digests": digests.run,
    "listing": listing.run,
    "memory": memory.run,
    "office_page": office_page.run,
    "search": search.run,
    "protocol": protocol.run,
    "report": report.run,
    "start": start.run,
    "commands": commands.run,
    "offices": offices.run,
    "region": region.run,
    "replicas": replicas.run,
}


async def main() -> None:
    """One table of all; which one is being measured is told meanwhile."""
    lines: list[Line] = []
    for name in os.environ.get("BENCH", ",".join(_ALL)).split(","):
        print(f"{name}…", file=sys.stderr, flush=True)
        begun = perf_counter()
        lines += await _ALL[name]()
        print(f"{name}: {perf_counter() - begun:.0f} s", file=sys.stderr, flush=True)
    print(table(lines))


if __name__ == "__main__":
    asyncio.run(main())
