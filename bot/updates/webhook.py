"""Updates by webhook: 200 only after the commit, so that what failed comes again (Bot API, setWebhook)."""

from __future__ import annotations

import asyncio
import hmac
from ipaddress import ip_address

import structlog
from aiogram import Bot
from aiogram.types import BufferedInputFile, Update
from aiohttp import web
from aiohttp.client_exceptions import ClientPayloadError

from bot.listening import listen
from bot.messengers.outer_json import read_json
from bot.settings import Settings
from bot.updates.feed import ALLOWED, Feed

log = structlog.get_logger("webhook")

_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_LARGEST = 1024 * 1024
_TOO_LARGE = 2**63  # a database keeps whole numbers of eight bytes
_LONGEST_STOP = 2.0
# The body was cut off, or is packed otherwise than said.
_CUT_OFF = (OSError, ClientPayloadError, web.RequestPayloadError)


class Webhook:
    """Listens for the messenger's posts; a stranger's address or a wrong secret gets 403 and nothing else.

    There is always a secret.
    """

    def __init__(self, bot: Bot, feed: Feed, settings: Settings) -> None:
        self._bot = bot
        self._feed = feed
        self._settings = settings
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Listen, then tell the messenger where."""
        if self._runner is None:
            await self._listen()
        await self._bot.set_webhook(
            self._settings.webhook_url,
            certificate=await asyncio.to_thread(self._certificate),
            secret_token=self._settings.hook_secret,
            allowed_updates=ALLOWED,
        )

    def _certificate(self) -> BufferedInputFile | None:
        """The public half of a certificate that no authority has signed; Telegram trusts it for this bot."""
        file = self._settings.webhook_certificate
        return BufferedInputFile(file.read_bytes(), "certificate.pem") if file is not None else None

    async def _listen(self) -> None:
        app = web.Application(client_max_size=_LARGEST)
        # At any path: a proxy in front may pass it on or rewrite it, and the secret tells who calls.
        app.router.add_post("/{path:.*}", self._take)
        app.router.add_get("/health", self._health)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=_LONGEST_STOP)
        await listen(self._runner, self._settings.listen)

    async def stop(self) -> None:
        """Finish the updates in hand and listen no more."""
        if self._runner:
            await self._runner.cleanup()

    async def _take(self, request: web.Request) -> web.Response:
        if not self._known(request):
            return web.Response(status=403)
        if request.content_type != "application/json":
            return web.Response(status=415)
        try:
            given = read_json(await request.read())
            if not _is_update(given):
                return web.Response(status=400)
        except (ValueError, RecursionError):
            return web.Response(status=400)
        except _CUT_OFF:
            return web.Response(status=400)
        try:
            update = Update.model_validate(given, context={"bot": self._bot})
        except ValueError:
            # Refused, it would come again and again, and all that follows would wait for it.
            log.error("update cannot be read", update_id=given["update_id"], fields=sorted(given))
            return web.Response(status=200)
        return web.Response(status=200 if await self._feed.take(update) else 500)

    def _known(self, request: web.Request) -> bool:
        said = request.headers.get(_HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(said, self._settings.hook_secret.encode()):
            log.warning("wrong webhook secret")
            return False
        networks = self._settings.webhook_networks
        if networks and not any(ip_address(request.remote or "0.0.0.0") in one for one in networks):  # noqa: S104
            log.warning("webhook called from a foreign address")
            return False
        return True

    async def _health(self, _: web.Request) -> web.Response:
        return web.Response(text="ok")


def _is_update(given: object) -> bool:
    """Whether it has an update's number, and no number that fits nowhere. Raises RecursionError."""
    return isinstance(given, dict) and type(given.get("update_id")) is int and _fits(given)


def _fits(value: object) -> bool:
    if isinstance(value, dict):
        return all(map(_fits, value.values()))
    if isinstance(value, list):
        return all(map(_fits, value))
    return not isinstance(value, int) or abs(value) < _TOO_LARGE
