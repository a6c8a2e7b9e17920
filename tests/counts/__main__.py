"""Play and print a line a role, as `docs/counts.md` has them."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from pathlib import Path

import aiohttp

from bot.profiles import load_profile
from bot.sandbox.run import SandboxOptions, running_sandbox
from tests.counts.evening import play_evening
from tests.counts.meeting import play_meeting
from tests.counts.people import Count, Counted


async def main() -> None:
    """Print what each role did and got."""
    for title, play, empty in (("meeting", play_meeting, False), ("evening", play_evening, True)):
        print(title)
        for role, one in (await played(play, empty=empty)).items():
            print(
                f"| {role} | {one.taps} | {one.scrolls} | {one.farthest} | {sum(one.ways)} "
                f"| {one.messages} | {one.words} | {one.seconds // 60}:{one.seconds % 60:02} |"
            )


async def played(
    play: Callable[[Counted], Awaitable[Mapping[str, Count]]], *, empty: bool
) -> Mapping[str, Count]:
    """What it took, in an office of its own."""
    now = datetime(2026, 11, 23, 10, 0, tzinfo=load_profile().time_zone)
    with tempfile.TemporaryDirectory() as folder:
        options = SandboxOptions(0, Path(folder) / "office.db", now, empty=empty, limits=False)
        async with running_sandbox(options) as sandbox, aiohttp.ClientSession() as session:
            return await play(Counted(session, sandbox.url))


if __name__ == "__main__":
    asyncio.run(main())
