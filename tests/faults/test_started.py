"""A start while Telegram does not answer: the bot waits as long as it is told, and then works."""

from __future__ import annotations

from pathlib import Path

import aiohttp
import pytest

from bot.sandbox.run import SandboxOptions, running_sandbox
from tests.faults import nursery
from tests.faults.day import MORNING
from tests.faults.people import Patient
from tests.faults.replicas import free_port

pytestmark = pytest.mark.long


async def test_a_start_waits_out_the_limits_it_is_told_of(tmp_path: Path) -> None:
    await nursery.warm()
    options = SandboxOptions(0, tmp_path / "office.db", MORNING, limits=False, server_only=True)
    async with running_sandbox(options) as sandbox, aiohttp.ClientSession() as session:
        people = Patient(session, sandbox.url)
        for method, kind in (("getMe", "500"), ("getMe", "429"), ("deleteWebhook", "429")):
            fault = {"method": method, "kind": kind, "seconds": 3}
            await people.call("POST", "/api/faults", json=fault)
        settings = nursery.environment(sandbox.url, f"sqlite+aiosqlite:///{options.database}")
        bot = nursery.start(settings, tmp_path / "bot.log")
        await people.meet()
        await people.write(people.seat[3], "/help")
        await people.sees(people.seat[3], "/help — Помощь")
        assert await people.violations() == []
        bot.terminate()
        await nursery.gone(bot)


async def test_a_bot_that_was_there_before_the_sandbox_lives_by_its_clock(tmp_path: Path) -> None:
    await nursery.warm()
    port, log = free_port(), tmp_path / "bot.log"
    url = f"sqlite+aiosqlite:///{tmp_path / 'office.db'}"
    bot = nursery.start(nursery.environment(f"http://127.0.0.1:{port}", url), log)
    await nursery.says(log, "no answer yet")
    options = SandboxOptions(port, tmp_path / "none.db", MORNING, empty=True, limits=False, server_only=True)
    async with running_sandbox(options) as sandbox, aiohttp.ClientSession() as session:
        people = Patient(session, sandbox.url)
        await people.meet()
        await people.write(people.people["stranger"], "/start")
        await people.sees(people.people["stranger"], "Этот бот")
        assert "Traceback" not in log.read_text()
        bot.terminate()
        await nursery.gone(bot)
