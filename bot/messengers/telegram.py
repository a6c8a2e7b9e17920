"""Telegram, or a server that speaks as it does: the office's way there, and links into it."""

from __future__ import annotations

import asyncio
import hmac
import io
import json
import ssl
from datetime import datetime, timedelta
from functools import cache
from math import ceil
from time import monotonic
from typing import Any, cast
from urllib.parse import parse_qsl, quote, urlencode

import certifi
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import AiogramError, ClientDecodeError, TelegramNetworkError, TelegramRetryAfter
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Message as ChatMessage
from aiohttp import ClientError, TCPConnector

from bot.messengers.outer_json import read_json
from domain.office.abilities import Abilities

_HOST = "t.me"
TELEGRAM = Abilities(
    coloured_buttons=True, idle_buttons=True, quotes=True, reactions=True, local_times=True, aside=True
)
"""Bot API 10.3: InlineKeyboardButton.style and .disabled, «expandable_blockquote», «date_time», reactions,
EphemeralMessageParameters."""

_CLOCKS_APART = 60  # seconds
_CONNECTIONS = 100  # at once
_NAMES_KEPT = 3600  # seconds that a server's address is remembered


@cache
def _certificates() -> ssl.SSLContext:
    """The authorities that are trusted, read once a process: each reading takes 45 ms and keeps 0.7 MB."""
    return ssl.create_default_context(cafile=certifi.where())


def _read_answer(content: str | bytes) -> Any:
    """A refusal always has words: the library fails on one that came without (Bot API, «Making requests»)."""
    answer = read_json(content)
    if isinstance(answer, dict) and not answer.get("ok"):
        answer["description"] = answer.get("description") or f"Error {answer.get('error_code')}"
    return answer


def _number_sent(answer: object) -> int | None:
    """The number of a message that was sent, though the answer cannot be read; 0 where it is not said.

    None where the answer does not say that it was sent.
    """
    if not isinstance(answer, dict) or answer.get("ok") is not True:
        return None
    result = answer.get("result")
    number = result.get("message_id") if isinstance(result, dict) else None
    return number if type(number) is int else 0


class OfficeSession(AiohttpSession):
    """An office's own connections; whom they trust is the same for all offices.

    Whatever keeps a call from the messenger is one and the same error: the network, or a proxy that refuses.
    A chat that it asked to leave alone for a while is not called meanwhile, whoever wants to.
    """

    def __init__(self, proxy: str | None, **given: Any) -> None:
        # As the library's own does, which would read the authorities for each session.
        BaseSession.__init__(self, **given)
        self._session = self._proxy = None
        self._should_reset_connector = True
        self._connector_type = TCPConnector
        self._connector_init = {"limit": _CONNECTIONS, "ttl_dns_cache": _NAMES_KEPT}
        if proxy is not None:
            self._setup_proxy_connector(proxy)
        self._connector_init["ssl"] = _certificates()
        self._alone_until: dict[object, float] = {}
        self._unreached: tuple[type[Exception], ...] = (OSError,)
        if self.proxy is not None:
            import aiohttp_socks as by  # noqa: PLC0415 — only where there is a proxy

            self._unreached = (OSError, by.ProxyError, by.ProxyConnectionError, by.ProxyTimeoutError)

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 — the library says so
    ) -> TelegramType:
        """One call. Raises TelegramAPIError and what derives from it, ClientDecodeError; nothing else."""
        chat = getattr(method, "chat_id", None)
        if (left := self._alone_until.get(chat, 0.0) - monotonic()) > 0:
            raise TelegramRetryAfter(method, "still", retry_after=ceil(left))
        self._alone_until.pop(chat, None)
        try:
            result = await super().make_request(bot, method, timeout)
        except TelegramRetryAfter as error:
            error.retry_after = max(1, error.retry_after)
            if chat is not None:
                self._alone_until[chat] = monotonic() + error.retry_after
            raise
        except self._unreached as error:
            raise TelegramNetworkError(method, type(error).__name__) from error
        except UnicodeDecodeError as error:
            raise ClientDecodeError("no text", error, "") from error
        except ClientDecodeError as error:
            if method.__returning__ is not ChatMessage or (number := _number_sent(error.data)) is None:
                raise
            # It is there: sent again, everybody would have it time and again.
            return cast(TelegramType, ChatMessage.model_construct(message_id=number))
        if result is None and method.__returning__ is ChatMessage:
            return cast(TelegramType, ChatMessage.model_construct(message_id=0))
        if result is None:
            raise ClientDecodeError("no result", ValueError("no result"), "")
        return result

    async def close(self) -> None:
        """Let go of the connections. Only those with TLS take a while to end, which the library waits out."""
        if not self.api.base.startswith("https:") and self._session is not None:
            await self._session.close()
        await super().close()


def telegram_bot(token: str, server: str, proxy: str) -> Bot:
    """A bot at this server, at Telegram's own where it is empty. Raises TokenValidationError."""
    api = TelegramAPIServer.from_base(server) if server else PRODUCTION
    return Bot(
        token,
        session=OfficeSession(api=api, proxy=proxy or None, json_loads=_read_answer),
        default=DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True),
    )


def signed_account(token: str, said: str, now: datetime, within: timedelta) -> tuple[int, str] | None:
    """Whose Mini App this is, and the signature; None where Telegram did not sign it, or not lately.

    `said` is `initData` as it came (Bot API, «Validating data received via the Mini App»).
    """
    try:
        fields = dict(parse_qsl(said, strict_parsing=True))
        given = fields.pop("hash")
        lines = "\n".join(f"{name}={fields[name]}" for name in sorted(fields))
        secret = hmac.digest(b"WebAppData", token.encode(), "sha256")
        made = hmac.digest(secret, lines.encode(), "sha256").hex()
        if not hmac.compare_digest(made.encode(), given.encode()):
            return None
        age = now.timestamp() - int(fields["auth_date"])
        account = json.loads(fields["user"])["id"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    fresh = -_CLOCKS_APART <= age <= within.total_seconds()
    return (account, given) if fresh and type(account) is int else None


class TelegramLinks:
    """Links into Telegram (https://core.telegram.org/api/links). Those to the bot need its name learned."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._name = ""

    async def learn(self) -> str:
        """Ask for the bot's name, and know it from then on. Raises TelegramAPIError."""
        self._name = (await self._bot.get_me()).username or ""
        return self._name

    def to_bot(self, payload: str) -> str:
        return f"https://{_HOST}/{self._name}?start={payload}"

    def command(self, name: str) -> str:
        return f"/{name}@{self._name}"

    def to_group(self, payload: str) -> str:
        return f"https://{_HOST}/{self._name}?startgroup={payload}"

    def to_share(self, link: str, words: str) -> str:
        return f"https://{_HOST}/share/url?{urlencode({'url': link, 'text': words}, quote_via=quote)}"

    def to_post(self, channel: str, number: int) -> str:
        return f"https://{_HOST}/{channel}/{number}"

    def channel_in(self, text: str) -> str:
        bare = text.strip().removeprefix("https://").removeprefix("http://")
        return bare.removeprefix(f"{_HOST}/").strip("/")


async def downloaded(bot: Bot, file_id: str, seconds: float) -> bytes | None:
    """A file that the messenger keeps (Bot API, getFile: up to 20 MB); None where it does not come."""
    saved = io.BytesIO()
    try:
        async with asyncio.timeout(seconds):
            await bot.download(file_id, saved)
    except (AiogramError, ClientError, TimeoutError):
        return None
    return saved.getvalue()
