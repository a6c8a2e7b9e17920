"""SIGTERM: a bot stops within five seconds, and what it was doing is finished or waits."""

from __future__ import annotations

import asyncio
from pathlib import Path
from time import monotonic

import aiohttp
import pytest

from bot.sandbox.run import SandboxOptions, running_sandbox
from tests.faults import nursery
from tests.faults.day import MORNING
from tests.faults.people import Patient
from tests.templates import new_database

pytestmark = pytest.mark.long


async def test_told_to_stop_it_finishes_what_it_holds_and_repeats_nothing(
    tmp_path: Path, server: str | None
) -> None:
    await nursery.warm()
    url = await new_database(server) if server else ""
    options = SandboxOptions(0, tmp_path / "office.db", MORNING, url, limits=False, server_only=True)
    async with running_sandbox(options) as sandbox, aiohttp.ClientSession() as session:
        settings = nursery.environment(sandbox.url, url or f"sqlite+aiosqlite:///{options.database}")
        bot = nursery.start(settings, tmp_path / "bot.log")
        people = Patient(session, sandbox.url)
        await people.meet()
        await people.settle()
        third = people.seat[3]
        before = await people.newest(third)
        slow = {"method": "sendMessage", "kind": "late", "times": 1, "seconds": 1.5}
        await people.call("POST", "/api/faults", json=slow)
        for _ in range(3):
            await people.write(third, "/help")
        await people.until("an answer under way", lambda: people.read(third, before))
        begun = monotonic()
        bot.terminate()
        assert await nursery.gone(bot, 5) == 0
        assert monotonic() - begun < 5

        again = nursery.start(settings, tmp_path / "bot.log")

        async def all_three() -> bool:
            return len(await people.read(third, before)) >= 3

        await people.until("three answers", all_three)
        await asyncio.sleep(1)
        answers = await people.read(third, before)
        assert ["/help — Помощь" in text for text in answers] == [True] * 3
        assert not any("повтор" in text for text in answers)
        again.terminate()
        await nursery.gone(again)


async def test_told_to_stop_while_the_messenger_is_away_it_stops_at_once(tmp_path: Path) -> None:
    await nursery.warm()
    settings = nursery.environment("http://127.0.0.1:9", f"sqlite+aiosqlite:///{tmp_path / 'office.db'}")
    bot = nursery.start(settings, tmp_path / "bot.log")
    log = tmp_path / "bot.log"
    await nursery.says(log, "no answer yet")
    bot.terminate()
    assert await nursery.gone(bot, 5) == 0
