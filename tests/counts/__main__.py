"""Play and print a line a role, as `docs/counts.md` has them."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import datetime
from pathlib import Path

import aiohttp

from bot.profiles import load_profile
from bot.sandbox.run import SandboxOptions, running_sandbox
from tests.counts.meeting import play_meeting
from tests.counts.people import Counted


async def main() -> None:
    """Print what each role did and got."""
    profile = load_profile()
    now = datetime(2026, 11, 23, 10, 0, tzinfo=profile.time_zone)
    with tempfile.TemporaryDirectory() as folder:
        options = SandboxOptions(0, Path(folder) / "office.db", now, limits=False)
        async with running_sandbox(options) as sandbox, aiohttp.ClientSession() as session:
            counts = await play_meeting(Counted(session, sandbox.url))
    for role, one in counts.items():
        print(
            f"| {role} | {one.taps} | {one.scrolls} | {one.farthest} | {sum(one.ways)} "
            f"| {one.messages} | {one.words} |"
        )


if __name__ == "__main__":
    asyncio.run(main())
