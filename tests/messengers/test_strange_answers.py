"""Answers of no shape that anybody knows: from a proxy in between, or from a server of another age."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramRetryAfter
from aiogram.types import BotCommand, BufferedInputFile
from aiohttp import web

from bot.messengers.telegram import telegram_bot

TOKEN = "1234567890:AAhidden-token_of-this-test00000000"  # noqa: S105 — made up
FILE = BufferedInputFile(b"x", "x")
CALLS: dict[str, Callable[[Bot], Awaitable[Any]]] = {
    "getMe": lambda bot: bot.get_me(),
    "getUpdates": lambda bot: bot.get_updates(),
    "getChat": lambda bot: bot.get_chat(1),
    "getChatMember": lambda bot: bot.get_chat_member(1, 1),
    "getFile": lambda bot: bot.get_file("id"),
    "getWebhookInfo": lambda bot: bot.get_webhook_info(),
    "setWebhook": lambda bot: bot.set_webhook("https://host/x"),
    "deleteWebhook": lambda bot: bot.delete_webhook(),
    "setMyCommands": lambda bot: bot.set_my_commands([BotCommand(command="start", description="Начать")]),
    "answerCallbackQuery": lambda bot: bot.answer_callback_query("1"),
    "sendMessage": lambda bot: bot.send_message(1, "Имя"),
    "sendDocument": lambda bot: bot.send_document(1, FILE),
    "editMessageText": lambda bot: bot.edit_message_text("x", chat_id=1, message_id=1),
    "deleteMessage": lambda bot: bot.delete_message(1, 1),
}


def refused(code: int, **more: Any) -> tuple[int, bytes]:
    """An answer in the Bot API's shape, and perhaps more."""
    return code, json.dumps({"ok": False, "error_code": code, **more}).encode()


STRANGE: dict[str, tuple[int, bytes]] = {
    **{str(code): refused(code) for code in (400, 401, 402, 403, 404, 405, 409, 413, 418, 429, 500, 599)},
    "wait a negative time": refused(429, description="Too Many", parameters={"retry_after": -5}),
    "wait for words": refused(429, description="Too Many", parameters={"retry_after": "soon"}),
    "words that are none": refused(400, description={"a": 1}, parameters=[1], hint=None),
    "refused and well": (200, b'{"ok": false}'),
    "a page": (502, "<html>Плохой шлюз</html>".encode()),
    "nothing": (200, b""),
    "nothing, and said": (204, b""),
    "nowhere": (302, b""),
    "a list": (200, b"[1, 2]"),
    "null": (200, b"null"),
    "perhaps": (200, b'{"ok": "perhaps"}'),
    "no text": (200, b"\xff\xfe\x80"),
    "a refusal that is no text": (400, b'{"ok": false, "description": "\xff"}'),
    "nested": (200, b"[" * 20_000),
    "nested and whole": (200, b'{"ok":' * 5000 + b"1" + b"}" * 5000),
    "no result": (200, b'{"ok": true}'),
    "another result": (200, b'{"ok": true, "result": {"new": 1}}'),
    "text for a result": (200, b'{"ok": true, "result": "new"}'),
    "a number for a result": (200, b'{"ok": true, "result": 1e400}'),
}


@asynccontextmanager
async def answering(status: int, body: bytes) -> AsyncIterator[Bot]:
    """A bot whose every call is answered so."""

    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=status, body=body, content_type="application/json", charset="utf-8")

    application = web.Application()
    application.router.add_route("*", "/{any:.*}", answer)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    bot = telegram_bot(TOKEN, f"http://127.0.0.1:{runner.addresses[0][1]}", "")
    try:
        yield bot
    finally:
        await bot.session.close()
        await runner.cleanup()


@pytest.mark.parametrize("how", STRANGE)
async def test_every_strange_answer_to_every_call_is_a_failure_that_is_known(how: str) -> None:
    async with answering(*STRANGE[how]) as bot:
        for name, call in CALLS.items():
            try:
                result = await call(bot)
            except TelegramRetryAfter as error:
                assert error.retry_after >= 1, name
            except AiogramError:
                pass
            else:
                assert result is not None, name


async def test_a_message_that_was_sent_is_known_by_its_number_whatever_else_is_said_of_it() -> None:
    """From a server newer than the client's types; taken for not sent, it came again and again."""
    said = {"ok": True, "result": {"message_id": 77, "date": "tomorrow", "chat": {"kind": "room"}}}
    async with answering(200, json.dumps(said).encode()) as bot:
        assert (await bot.send_message(1, "Имя")).message_id == 77
        assert (await bot.send_document(1, FILE)).message_id == 77
