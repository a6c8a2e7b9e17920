"""A webhook at a wrong path is deaf: that is seen in `/healthz` and the figures, and told."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.profiles import load_profile
from bot.running import RunningOffice
from bot.sandbox.run import SandboxOptions, prepare, running_sandbox, sandbox_settings
from bot.sandbox.time import SandboxTime
from bot.updates.hearing import Hearing
from bot.watching.health import Health, condition_of
from bot.watching.keeping import Keeper
from bot.watching.meter import Meter
from tests.e2e.conftest import Town
from tests.faults.replicas import free_port

NOW = datetime.fromisoformat("2026-11-23T10:00:00+05:00")


async def until(found: Any) -> Any:
    """What is found at last; the test's own limit ends a wait in vain."""
    async with asyncio.timeout(20):
        while not (value := await found()):  # noqa: ASYNC110 — nothing rings when a message comes
            await asyncio.sleep(0.05)
    return value


@pytest.mark.long
async def test_a_deaf_webhook_is_seen_and_told(tmp_path: Path) -> None:
    options = SandboxOptions(0, tmp_path / "office.db", NOW, limits=False, server_only=True)
    async with running_sandbox(options) as sandbox, aiohttp.ClientSession() as session:
        address, nowhere = f"127.0.0.1:{free_port()}", f"http://127.0.0.1:{free_port()}/hook"
        settings = sandbox_settings(options, sandbox.url).model_copy(
            update={"mode": "webhook", "webhook_url": nowhere, "listen": address}
        )
        meter = Meter()
        office = RunningOffice(settings, load_profile(), SandboxTime(sandbox.url, NOW), meter)
        await prepare(office.runtime, empty=False)
        await office.start()
        hearing = Hearing(office.runtime, every=0.1, quiet=0.5)
        health = Health("127.0.0.1:0", lambda: {"office": office.runtime}, meter)
        await health.start()
        people = Town(session, sandbox.url)
        await people.meet()
        admin = people.people["admin"]
        try:
            hearing.start(Keeper(lambda _: None))
            assert (await condition_of(office.runtime)).webhook_error == ""
            await session.post(
                f"{sandbox.url}/api/messages", json={"from": admin, "chat": admin, "text": "/help"}
            )

            async def told() -> list[str]:
                said = [one["text"] for one in await people.messages(admin)]
                return [text for text in said if "не приходят" in text]

            (word,) = await until(told)
            assert "BOT_WEBHOOK_URL" in word
            condition = await condition_of(office.runtime)
            assert condition.webhook_error and condition.webhook_waiting == 1
            async with session.get(f"http://127.0.0.1:{health.port}/metrics") as reply:
                figures = await reply.text()
            assert 'office_webhook_waiting{office="office"} 1.0' in figures
        finally:
            await hearing.stop()
            await health.stop()
            await office.stop()
