"""A sandbox alone, without our bot: a plain aiogram bot on one side, its people on the other."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import aiohttp
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.sandbox.people import GROUP_ID, PEOPLE
from bot.sandbox.server import Sandbox

MORNING = datetime.fromisoformat("2026-11-24T08:00:00+05:00")
HEAD, SECOND, STRANGER = PEOPLE[0].id, PEOPLE[1].id, PEOPLE[11].id


class Talk:
    """Both sides of a sandbox."""

    def __init__(self, sandbox: Sandbox, bot: Bot, http: aiohttp.ClientSession) -> None:
        self.sandbox, self.bot, self.http = sandbox, bot, http
        self.group = GROUP_ID

    async def ask(self, method: str, path: str, **options: Any) -> tuple[int, Any]:
        """Status and JSON of one call of the people's API."""
        async with self.http.request(method, path, **options) as reply:
            return reply.status, await reply.json()

    async def get(self, path: str) -> Any:
        """JSON of a GET that must work."""
        status, body = await self.ask("GET", path)
        assert status == 200, body
        return body

    async def post(self, path: str, **body: Any) -> Any:
        """JSON of a POST that must work."""
        status, answer = await self.ask("POST", path, json=body)
        assert status == 200, answer
        return answer

    async def say(self, person: int, text: str, chat: int | None = None, **extras: Any) -> int:
        """A person writes; the message's number."""
        body = {"from": person, "chat": chat or person, "text": text, **extras}
        return int((await self.post("/api/messages", **body))["message_id"])

    async def tap(self, person: int, chat: int, message_id: int, button: str) -> Any:
        """A person taps and waits for the answer."""
        return await self.post(
            "/api/taps", **{"from": person, "chat": chat, "message_id": message_id, "button": button}
        )

    async def messages(self, chat: int) -> list[dict[str, Any]]:
        """A chat's messages."""
        found: list[dict[str, Any]] = await self.get(f"/api/chats/{chat}/messages?after=0")
        return found

    async def fault(self, method: str, kind: str, times: int = 1, seconds: float = 1) -> None:
        """The next calls go wrong."""
        await self.post("/api/faults", method=method, kind=kind, times=times, seconds=seconds)

    async def rules(self) -> list[str]:
        """Names of the rules broken so far."""
        return [violation["rule"] for violation in await self.get("/api/violations")]

    async def answer_next_tap(self, **answer: Any) -> None:
        """Take the next update, a tap, and answer it."""
        updates = await self.bot.get_updates(timeout=5)
        assert updates[-1].callback_query is not None
        await self.bot.answer_callback_query(updates[-1].callback_query.id, **answer)
        await self.bot.get_updates(offset=updates[-1].update_id + 1)


@asynccontextmanager
async def talk(
    *, now: datetime = MORNING, empty: bool = False, limits: bool = False, snapshot: Path | None = None
) -> AsyncIterator[Talk]:
    """A running sandbox, for the length of the block."""
    sandbox = Sandbox(0, now, empty=empty, limits=limits, snapshot=snapshot)
    await sandbox.start()
    server = TelegramAPIServer.from_base(sandbox.url)
    bot = Bot(sandbox.token, session=AiohttpSession(api=server, timeout=10))
    try:
        async with aiohttp.ClientSession(sandbox.url) as http:
            yield Talk(sandbox, bot, http)
    finally:
        await bot.session.close()
        await sandbox.stop()


async def together(*work: Any) -> list[Any]:
    """Both sides at once."""
    return list(await asyncio.gather(*work))
