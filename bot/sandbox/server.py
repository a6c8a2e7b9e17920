"""The sandbox as one object: a world behind an HTTP server on this machine."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import Path

from aiohttp import web

from bot.listening import listen
from bot.page.server import OfficePage
from bot.runtime import Runtime
from bot.sandbox.bot_api import BotApi
from bot.sandbox.control import Control
from bot.sandbox.guarding import own_pages_only
from bot.sandbox.office_time import OfficeTime
from bot.sandbox.people import BOT_TOKEN
from bot.sandbox.people_api import PeopleApi, plain_errors
from bot.sandbox.receiving import WebhookSender
from bot.sandbox.snapshot import Keeper
from bot.sandbox.world import World

MOST_BYTES = 64 * 1024 * 1024
PAGE = Path(__file__).with_name("page")
OFFICE_PAGE = "/office"

# Whoever reaches the sandbox may be anybody in it: it is for this machine alone.
_LOOPBACK = "127.0.0.1"


class Sandbox:
    """A Bot API server with its people.

    `now` is the office's time with its zone; `port` 0 takes any free one; `empty` means that nobody
    has written to the bot yet; `limits` turns the flood limits on; `snapshot` is the file that keeps
    the chats between starts; with `expects_bot` GET /api/people waits for the first bot, so that it
    can say who is bound.
    """

    def __init__(
        self,
        port: int,
        now: datetime,
        *,
        empty: bool,
        limits: bool,
        snapshot: Path | None,
        expects_bot: bool = False,
    ) -> None:
        self._port = port
        self.world = World(now, empty=empty, limits=limits)
        self.token = BOT_TOKEN
        self._keeper = Keeper(self.world, snapshot) if snapshot else None
        self._webhook_sender = WebhookSender(self.world)
        self._control = Control(self.world)
        self.office: Runtime | None = None  # whose page is shown, once it runs
        self._runner = web.AppRunner(self._application(expects_bot), access_log=None, shutdown_timeout=2.0)

    @property
    def url(self) -> str:
        """Where the server listens."""
        return f"http://{_LOOPBACK}:{self._port}"

    async def start(self) -> None:
        """Take up the kept chats and open the doors. Raises CannotListen."""
        if self._keeper:
            self._keeper.load()
        await listen(self._runner, f"{_LOOPBACK}:{self._port}")
        self._port = self._runner.addresses[0][1]
        self._webhook_sender.start()
        if self._keeper:
            self._keeper.start()

    async def stop(self) -> None:
        """Close the doors and keep the chats."""
        self.world.closing = True
        self.world.changed.ring()
        self.world.updates.added.ring()
        self._control.close()
        await asyncio.sleep(0)
        await self._webhook_sender.stop()
        await self._runner.cleanup()
        if self._keeper:
            await self._keeper.stop()

    def _application(self, expects_bot: bool) -> web.Application:
        application = web.Application(client_max_size=MOST_BYTES, middlewares=[plain_errors, own_pages_only])
        time = OfficeTime(self.world, self._control, expects_bot=expects_bot)
        for part in (BotApi(self.world), PeopleApi(self.world, time), time, self._control):
            part.add_routes(application.router)
        application.router.add_get("/", _page)
        page = OfficePage(lambda: {"office": self.office})
        application.router.add_route("*", f"{OFFICE_PAGE}/{{path:.*}}", page.take)
        application.router.add_static("/page/", PAGE)
        return application


async def _page(request: web.Request) -> web.FileResponse:
    return web.FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-cache"})
