"""Whatever fails and however much is told: no token, password or secret is in what is written."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import threading
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, redirect_stderr
from datetime import datetime
from inspect import isawaitable
from io import BytesIO, StringIO
from time import monotonic
from typing import Any, Literal
from urllib.parse import quote

import pytest
import sqlalchemy
import structlog
from aiogram import Bot
from aiogram.types import BotCommand, BufferedInputFile, Update
from aiohttp import web
from pydantic import SecretStr

from bot.messengers.telegram import telegram_bot
from bot.settings import Settings
from bot.storage.database import Database
from bot.watching.logs import set_up_logs
from bot.watching.redaction import Redaction, error_words
from domain.office.profile import OfficeProfile
from tests.conftest import SetClock

TOKEN = "1234567890:AAhidden-token_of-this-test00000000"  # noqa: S105 — made up
HOOK = "hook-secret-of-this-test"
PASSWORD = 'пароль/базы@%"тест'  # noqa: S105 — made up
PROXY_PASSWORD = "word:of@proxy"  # noqa: S105 — made up
SETTINGS = Settings(
    _env_file=None,  # type: ignore[call-arg]
    token=SecretStr(TOKEN),
    webhook_secret=SecretStr(HOOK),
    database=f"postgresql://clerk:{quote(PASSWORD, safe='')}@127.0.0.1:1/office",
    proxy=f"socks5://clerk:{quote(PROXY_PASSWORD, safe='')}@127.0.0.1:1",
)
HIDDEN = [
    TOKEN, TOKEN.partition(":")[2], quote(TOKEN, safe=""), HOOK,
    PASSWORD, quote(PASSWORD, safe=""), json.dumps(PASSWORD)[1:-1],
    json.dumps(PASSWORD, ensure_ascii=False)[1:-1], PROXY_PASSWORD, quote(PROXY_PASSWORD, safe=""),
]  # fmt: skip

LIBRARIES = ("aiohttp", "aiogram", "asyncio", "sqlalchemy", "asyncpg", "apscheduler", "alembic")
FORMATS = pytest.mark.parametrize("log_format", ["json", "console"])
Format = Literal["json", "console"]


@pytest.fixture
def told(logs_as_they_were: None) -> StringIO:
    """What will be written to standard error."""
    return StringIO()


def all_told(log_format: Format, stream: StringIO) -> None:
    """Logs as `mcu serve` sets them up, into this stream; then everything at debug level."""
    with redirect_stderr(stream):
        set_up_logs(log_format, hidden=Redaction(SETTINGS.secrets()))
    logging.getLogger().setLevel(logging.DEBUG)
    for name in list(logging.root.manager.loggerDict):
        if name.startswith(LIBRARIES):
            logging.getLogger(name).setLevel(logging.DEBUG)


def nothing_shows(written: str) -> None:
    """None of the secrets, in no way of writing."""
    for secret in HIDDEN:
        assert secret not in written, written[max(0, written.find(secret) - 200) :][:400]


async def html_error(_: web.Request) -> web.Response:
    return web.Response(status=502, text="<html>Bad Gateway</html>", content_type="text/html")


async def empty_file(_: web.Request) -> web.Response:
    return web.Response(status=500)


async def unauthorised(_: web.Request) -> web.Response:
    return web.json_response({"ok": False, "error_code": 401, "description": "Unauthorized"}, status=401)


async def not_found(request: web.Request) -> web.Response:
    told = {"ok": False, "error_code": 404, "description": f"Not Found: {request.url}"}
    return web.json_response(told, status=404)


async def too_many(_: web.Request) -> web.Response:
    told = {"ok": False, "error_code": 429, "description": "Too Many", "parameters": {"retry_after": 1}}
    return web.json_response(told, status=429)


async def nonsense(request: web.Request) -> web.Response:
    return web.json_response({"ok": True, "result": {"url": str(request.url), "token": TOKEN}})


async def dropped(request: web.Request) -> web.Response:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def redirected(request: web.Request) -> web.Response:
    raise web.HTTPFound(f"http://127.0.0.1:1{request.path}")


async def late(_: web.Request) -> web.Response:
    await asyncio.sleep(3)
    return web.Response()


FAILURES = [html_error, empty_file, unauthorised, not_found, too_many, nonsense, dropped, redirected, late]

MENU = [BotCommand(command="start", description="Начать")]
CALLS: dict[str, Callable[[Bot], Awaitable[Any]]] = {
    "getMe": lambda bot: bot.get_me(request_timeout=1),
    "getUpdates": lambda bot: bot.get_updates(request_timeout=1),
    "sendMessage": lambda bot: bot.send_message(1, "Имя", request_timeout=1),
    "editMessageText": lambda bot: bot.edit_message_text("x", chat_id=1, message_id=1, request_timeout=1),
    "answerCallbackQuery": lambda bot: bot.answer_callback_query("1", request_timeout=1),
    "sendDocument": lambda bot: bot.send_document(1, BufferedInputFile(b"x", "x"), request_timeout=1),
    "sendPhoto": lambda bot: bot.send_photo(1, "id", request_timeout=1),
    "getFile": lambda bot: bot.get_file("id", request_timeout=1),
    "download": lambda bot: bot.download_file("documents/x", BytesIO(), timeout=1),
    "setMyCommands": lambda bot: bot.set_my_commands(MENU, request_timeout=1),
    "deleteWebhook": lambda bot: bot.delete_webhook(request_timeout=1),
    "setWebhook": lambda bot: bot.set_webhook("https://host/x", secret_token=HOOK, request_timeout=1),
}


@asynccontextmanager
async def failing(how: Callable[[web.Request], Awaitable[web.Response]]) -> AsyncIterator[str]:
    """A server where every call fails in one way."""
    application = web.Application()
    application.router.add_route("*", "/{any:.*}", how)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


@FORMATS
@pytest.mark.parametrize("how", FAILURES)
async def test_every_failure_of_every_call_is_told_without_secrets(
    told: StringIO, log_format: Format, how: Callable[[web.Request], Awaitable[web.Response]]
) -> None:
    all_told(log_format, told)
    log, library = structlog.get_logger("test"), logging.getLogger("library")

    async def provoke(bot: Bot, name: str) -> int:
        try:
            await CALLS[name](bot)
        except Exception as error:
            log.exception("call failed", call=name, error=str(error), server=bot.session.api.base)
            library.exception("%s failed: %r", name, error)
            log.error(traceback.format_exc())
            return 1
        return 0

    async with failing(how) as server:
        bot = telegram_bot(TOKEN, server, "")
        failed = sum(await asyncio.gather(*(provoke(bot, name) for name in CALLS)))
        await bot.session.close()
    assert failed >= len(CALLS) - 4  # nonsense is no failure to a call that expects little
    assert told.getvalue().count("failed") >= failed
    nothing_shows(told.getvalue())


@FORMATS
async def test_a_proxy_and_a_database_away_are_told_without_passwords(
    told: StringIO, log_format: Format, profile: OfficeProfile, clock: SetClock
) -> None:
    all_told(log_format, told)
    log = structlog.get_logger("test")
    bot = telegram_bot(TOKEN, "", SETTINGS.proxy)
    database = Database(SETTINGS.database, profile, clock)
    for name, provoke in (("proxy", bot.get_me), ("database", database.engine.connect().start)):
        try:
            await provoke()
        except Exception as error:
            addresses = SETTINGS.database + SETTINGS.proxy
            log.exception("failed", what=name, addresses=addresses, error=repr(error))
    await bot.session.close()
    await database.close()
    assert told.getvalue().count("failed") >= 2
    nothing_shows(told.getvalue())


@FORMATS
async def test_what_nobody_caught_is_told_without_secrets(told: StringIO, log_format: Format) -> None:
    all_told(log_format, told)

    def stop() -> None:
        raise RuntimeError(f"https://api.telegram.org/file/bot{TOKEN}/documents/x {PASSWORD}")

    thread = threading.Thread(target=stop)
    thread.start()
    thread.join()
    asyncio.get_running_loop().call_soon(stop)
    await asyncio.sleep(0)
    try:
        stop()
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    logging.getLogger("aiohttp.server").error("Error handling request", exc_info=RuntimeError(TOKEN))
    assert told.getvalue().count("RuntimeError") >= 3
    nothing_shows(told.getvalue())


CITIZEN = [
    "Иванов",
    "Ivanova",
    "ivanova anna",
    "IVANOVA",
    "Anna",
    "+7 902 123-45-67",
    "89021234567",
    "anna@mail.ru",
    "ул. Мира",
]


@FORMATS
async def test_what_an_error_quotes_of_a_citizen_is_not_told(
    told: StringIO, log_format: Format, database: Database
) -> None:
    """Errors of the libraries, made by what people wrote: by themselves, as a cause, in a group."""
    all_told(log_format, told)
    log, words = structlog.get_logger("test"), ", ".join(CITIZEN)

    async def of_database(statement: str, **given: object) -> None:
        async with database.write() as uow:
            await uow.connection.execute(sqlalchemy.text(statement), given)

    twice = "INSERT INTO outbox (id, unique_key, chat_id, kind, subject, content, created_at) VALUES"

    names = "Anna-Maria Ivanova, Иванов"

    def of_nobody(said: str) -> None:
        raise LookupError(said)

    provoked: list[Callable[[], Any]] = [
        lambda: of_nobody(f"no seat is {names}"),
        lambda: of_nobody(names),
        lambda: of_nobody(f"Bad Request: a post of {names}, {names.upper()}, is no message"),
        lambda: int(words),
        lambda: dict[str, str]()[words],
        lambda: datetime.fromisoformat(words),
        lambda: json.loads(words),
        lambda: Update.model_validate({"update_id": words, "message": {"text": words}}),
        lambda: of_database("SELECT CAST(:words AS INTEGER) + :words FROM nothing", words=words),
        lambda: of_database(
            f"{twice} (1, :words, 1, 'text', '', '{{}}', :at), (2, :words, 1, 'text', '', '{{}}', :at)",
            words=words,
            at="2026-11-24",
        ),
        lambda: of_database(
            f"{twice} (1, :words, NULL, 'text', :words, '{{}}', :at)", words=words.lower(), at="2026-11-24"
        ),
        lambda: of_database("UPDATE outbox SET chat_id = :words WHERE id = :words", words=words),
    ]
    for provoke in provoked:
        try:
            if isawaitable(done := provoke()):
                await done
        except Exception as error:
            log.exception("update failed")
            logging.getLogger("library").exception("failed")
            try:
                raise RuntimeError from error
            except RuntimeError:
                log.exception("work failed")
            log.error("failed", exc_info=ExceptionGroup("several", [error]))
    assert told.getvalue().count("update failed") >= len(provoked) - 1
    for one in CITIZEN:
        assert one not in told.getvalue(), told.getvalue()[max(0, told.getvalue().find(one) - 400) :][:500]


@pytest.mark.parametrize(
    "said",
    [
        "Bad Request: SOMETHING_NEW_FORBIDDEN",
        "Bad Request: message thread not found",
        "Too Many Requests: retry after 5",
        "Forbidden: bot was kicked from the supergroup chat",
        "UNIQUE constraint failed: outbox.unique_key",
        "Expecting value: line 1 column 1 (char 0)",
        "Connection refused",
    ],
)
def test_what_an_error_says_of_the_program_is_told(said: str) -> None:
    assert error_words("ValueError", said) == said


def test_an_address_is_known_by_its_shape() -> None:
    redacted = Redaction()
    for text in (
        f"https://api.telegram.org/bot{TOKEN}/getMe",
        f"/file/bot{quote(TOKEN, safe='')}/x",
        f"token is {TOKEN}.",
        "postgresql+asyncpg://clerk:s3cr/t@p@host:5432/office",
        "socks5://clerk:s3cr%40t@host:1080",
        "http://s3cr3tuser@host",
    ):
        shown = redacted(text)
        assert "***" in shown and "s3cr" not in shown and "hidden" not in shown, shown
    for text in ("http://127.0.0.1:8081/bot", "12:30", "почта a@b.ru", "заседание 1234567890:5"):
        assert redacted(text) == text


def test_a_long_text_is_read_in_time() -> None:
    redacted = Redaction(SETTINGS.secrets())
    for piece in ("://a:", "bot1", "1234567890:", "://", "Basic ", "a@", "\\"):
        begun = monotonic()
        redacted(piece * (131_072 // len(piece)))
        assert monotonic() - begun < 10  # by the square of the length it would be minutes
