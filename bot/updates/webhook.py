"""Updates by webhook: 200 only after the commit, so that what failed comes again (Bot API, setWebhook)."""

from __future__ import annotations

import hmac
from ipaddress import ip_address

import structlog
from aiogram import Bot
from aiogram.types import Update
from aiohttp import web

from bot.messengers.outer_json import read_json
from bot.settings import Settings
from bot.updates.feed import ALLOWED, Feed

log = structlog.get_logger("webhook")

_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_LARGEST = 1024 * 1024
_LONGEST_STOP = 2.0


class Webhook:
    """Listens for the messenger's posts; a stranger's address or a wrong secret gets 403 and nothing else."""

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
            secret_token=self._settings.webhook_secret.get_secret_value() or None,
            allowed_updates=ALLOWED,
        )

    async def _listen(self) -> None:
        app = web.Application(client_max_size=_LARGEST)
        app.router.add_post("/webhook", self._take)
        app.router.add_get("/health", self._health)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=_LONGEST_STOP)
        await self._runner.setup()
        host, _, port = self._settings.listen.rpartition(":")
        await web.TCPSite(self._runner, host, int(port)).start()

    async def stop(self) -> None:
        """Finish the updates in hand and listen no more."""
        if self._runner:
            await self._runner.cleanup()

    async def _take(self, request: web.Request) -> web.Response:
        if not self._known(request):
            return web.Response(status=403)
        try:
            given = read_json(await request.read())
        except ValueError:
            return web.Response(status=400)
        if not isinstance(given, dict) or not isinstance(given.get("update_id"), int):
            return web.Response(status=400)
        try:
            update = Update.model_validate(given, context={"bot": self._bot})
        except ValueError:
            # Refused, it would come again and again, and all that follows would wait for it.
            log.error("update cannot be read", update_id=given["update_id"], fields=sorted(given))
            return web.Response(status=200)
        return web.Response(status=200 if await self._feed.take(update) else 500)

    def _known(self, request: web.Request) -> bool:
        secret = self._settings.webhook_secret.get_secret_value()
        if secret and not hmac.compare_digest(request.headers.get(_HEADER, "").encode(), secret.encode()):
            log.warning("wrong webhook secret")
            return False
        networks = self._settings.webhook_networks
        if networks and not any(ip_address(request.remote or "0.0.0.0") in one for one in networks):  # noqa: S104
            log.warning("webhook called from a foreign address")
            return False
        return True

    async def _health(self, _: web.Request) -> web.Response:
        return web.Response(text="ok")
