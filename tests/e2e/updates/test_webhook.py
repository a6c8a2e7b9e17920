"""The webhook over HTTP: who may call it, and what it makes of what is sent there."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from pydantic import SecretStr

from bot.profiles import load_profile
from bot.running import RunningOffice
from bot.sandbox.run import SandboxOptions, prepare, running_sandbox, sandbox_settings
from bot.sandbox.time import SandboxTime
from bot.settings import Settings
from tests.e2e.conftest import Town
from tests.faults.replicas import free_port

NOW = datetime.fromisoformat("2026-11-23T10:00:00+05:00")
SECRET = "secret-of-the-webhook"  # noqa: S105 — of a sandbox
RIGHT = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


@asynccontextmanager
async def by_webhook(folder: Path, networks: str) -> AsyncIterator[tuple[Town, str]]:
    """An office that takes updates by webhook from these networks; its people, and where it listens."""
    options = SandboxOptions(0, folder / "office.db", NOW, limits=False, server_only=True)
    async with running_sandbox(options) as sandbox, aiohttp.ClientSession() as session:
        address = f"127.0.0.1:{free_port()}"
        settings = sandbox_settings(options, sandbox.url).model_copy(
            update={
                "mode": "webhook",
                "webhook_url": f"http://{address}/webhook",
                "webhook_secret": SecretStr(SECRET),
                "webhook_networks": Settings.model_validate({"webhook_networks": networks}).webhook_networks,
                "listen": address,
            }
        )
        office = RunningOffice(settings, load_profile(), SandboxTime(sandbox.url, NOW))
        await prepare(office.runtime, empty=False)
        await office.start()
        people = Town(session, sandbox.url)
        people.database = settings.database
        await people.meet()
        try:
            yield people, settings.webhook_url
        finally:
            await office.stop()


def said(update_id: int, person: int, text: str) -> dict[str, Any]:
    """A message as the messenger posts it."""
    chat = {"id": person, "type": "private"}
    sender = {"id": person, "is_bot": False, "first_name": "Имя"}
    message = {"message_id": update_id, "date": 1_795_000_000, "chat": chat, "from": sender, "text": text}
    return {"update_id": update_id, "message": message}


async def post(url: str, body: Any, headers: dict[str, str]) -> int:
    """Status of the answer."""
    async with aiohttp.ClientSession() as session, session.post(url, data=body, headers=headers) as reply:
        return reply.status


async def test_a_foreign_address_is_refused_and_nothing_done(tmp_path: Path) -> None:
    async with by_webhook(tmp_path, "149.154.160.0/20 91.108.4.0/22") as (people, url):
        before = await people.entries()
        third = people.seat[3]
        assert await post(url, json.dumps(said(1, third, "/help")), RIGHT) == 403
        # What a caller says of itself does not count.
        forged = {**RIGHT, "X-Forwarded-For": "149.154.160.1", "X-Real-IP": "149.154.160.1"}
        assert await post(url, json.dumps(said(2, third, "/absence")), forged) == 403
        await people.settle()
        assert await people.read(third) == []
        assert await people.entries() == before


@pytest.mark.parametrize("headers", [{}, {"X-Telegram-Bot-Api-Secret-Token": SECRET[:-1]}])
async def test_without_the_secret_nothing_is_done(tmp_path: Path, headers: dict[str, str]) -> None:
    async with by_webhook(tmp_path, "127.0.0.0/8") as (people, url):
        third = people.seat[3]
        assert await post(url, json.dumps(said(1, third, "/help")), headers) == 403
        await people.settle()
        assert await people.read(third) == []
        await people.say(third, "/help")
        assert len(await people.read(third)) == 1


async def test_what_cannot_be_read_holds_nobody_up(tmp_path: Path) -> None:
    async with by_webhook(tmp_path, "127.0.0.0/8") as (_, url):
        for body in ("{", "[]", "{}", '{"update_id": "один"}', b"\xff"):
            assert await post(url, body, RIGHT) == 400
        # Of a kind that this version does not know: said in the log and passed over, as by polling.
        assert await post(url, '{"update_id": 5, "message": {"shape": "unknown"}}', RIGHT) == 200


async def test_halves_of_surrogate_pairs_are_left_out(tmp_path: Path) -> None:
    async with by_webhook(tmp_path, "127.0.0.0/8") as (people, url):
        third = people.seat[3]
        await people.say(third, "/start")
        assert (
            await post(url, json.dumps(said(9001, third, "/propose Снег \ud83d во дворах\x00")), RIGHT) == 200
        )
        await people.settle()
        assert "Снег во дворах" in await people.last(third)
