"""`make bench`: figures as ratios to a floor measured in the same run, interleaved. Never asserted."""

from __future__ import annotations

import asyncio

from tests.benchmarks import digests, imports, nine_taps, offices, protocol, replicas, report, routing, vote


async def main() -> None:
    """Print each figure beside its budget."""
    await vote.run()
    await nine_taps.run()
    await imports.run()
    await routing.run()
    await digests.run()
    await protocol.run()
    await report.run()
    await offices.run()
    await replicas.run()


if __name__ == "__main__":
    asyncio.run(main())
