"""A seeded office's chats have something to read from the start (`mcu sandbox --history`)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import aiohttp
import pytest

from bot.profiles import load_profile
from bot.sandbox.history import live_through
from bot.sandbox.play import People
from bot.sandbox.run import SandboxOptions, running_sandbox


@pytest.mark.long
async def test_all_nine_have_been_there(tmp_path: Path) -> None:
    now = datetime(2026, 11, 24, 8, 25, tzinfo=load_profile().time_zone)
    options = SandboxOptions(0, tmp_path / "office.db", now, limits=False)
    async with running_sandbox(options) as sandbox, aiohttp.ClientSession() as session:
        await live_through(sandbox.url)
        people = People(session, sandbox.url)
        for person in (await people.seats()).values():
            asked, *others = await people.messages(person)
            answered = next(one for one in others if one["from"] != person)
            assert asked["text"] == "/start" and answered["buttons"]
        assert sandbox.world.violations == []
