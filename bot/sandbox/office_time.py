"""The office's time: the clock that people move, and waiting until the bot has nothing left to do."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Any

from aiohttp import web

from bot.sandbox.chatting import Json
from bot.sandbox.control import Control
from bot.sandbox.refusal import WrongRequest
from bot.sandbox.world import World

SETTLE_LIMIT = 110.0
CLOCK_LIMIT = 600.0
BOUND_LIMIT = 5.0
FIRST_BOT_LIMIT = 60.0
QUIET_WITHOUT_BOT = 0.2


class OfficeTime:
    """Moves the clock and waits for quiet, together with the bots that listen."""

    def __init__(self, world: World, control: Control, *, expects_bot: bool) -> None:
        self._world = world
        self._control = control
        self._expects_bot = expects_bot
        self._moving = asyncio.Lock()
        self._bound: dict[str, int | None] = {}

    def add_routes(self, router: web.UrlDispatcher) -> None:
        """Open the clock and the waiting room."""
        router.add_get("/api/clock", self.show_clock)
        router.add_post("/api/clock", self.move_clock)
        router.add_post("/api/settle", self.settle)
        router.add_post("/sandbox/clock", self.report_clock)

    async def bound(self) -> set[int]:
        """Ids of the chat users whom the office knows; nobody while no bot listens."""
        if self._expects_bot and not self._control.ever_seen.is_set():
            with_bot = asyncio.wait_for(self._control.ever_seen.wait(), FIRST_BOT_LIMIT)
            await asyncio.gather(with_bot, return_exceptions=True)
        try:
            async with asyncio.timeout(BOUND_LIMIT):
                answers = await self._control.ask_all("bound")
        except TimeoutError:
            answers = []
        for answer in answers:
            if isinstance(answer.get("result"), dict):
                self._bound = answer["result"]
        return {int(user_id) for user_id in self._bound} if self._control.listeners else set()

    async def show_clock(self, request: web.Request) -> web.Response:
        """What time it is in the office."""
        return web.json_response(self._shown())

    async def move_clock(self, request: web.Request) -> web.Response:
        """Move the clock forward; returns when every job on the way has run."""
        body = await request.json() if request.can_read_body else {}
        target = self._moment(body.get("now") if isinstance(body, dict) else None)
        async with self._moving:
            clock = self._world.clock
            if target < clock.set_to:
                raise WrongRequest(f"the clock never goes back: it is {clock.now().isoformat()}")
            if target <= clock.now():
                return web.json_response(self._shown())
            clock.set(clock.now(), ticking=False)
            try:
                async with asyncio.timeout(CLOCK_LIMIT):
                    answers = await self._control.ask_all("clock", now=target.isoformat())
            except TimeoutError:
                raise WrongRequest("the bot has not finished its jobs", 408) from None
            finally:
                clock.set(max(target, clock.now()))
                self._world.tell({"kind": "clock", "now": clock.now().isoformat()})
        failures = [answer["error"] for answer in answers if answer.get("error")]
        if failures:
            raise WrongRequest(f"a job failed: {failures[0]}", 409)
        return web.json_response(self._shown())

    async def report_clock(self, request: web.Request) -> web.Response:
        """While the clock is being moved, the bot says which moment it has come to."""
        moment = self._moment((await request.json()).get("now"))
        clock = self._world.clock
        if self._moving.locked() and moment > clock.now():
            clock.set(moment, ticking=False)
            self._world.tell({"kind": "clock", "now": moment.isoformat()})
        return web.json_response({})

    async def settle(self, request: web.Request) -> web.Response:
        """Wait until nothing is pending, under way, or about to be sent."""
        try:
            async with asyncio.timeout(SETTLE_LIMIT):
                await self._quiet()
        except TimeoutError:
            pending, calls = len(self._world.updates.pending), self._world.calls_in_progress
            text = f"the bot is still busy: {pending} updates wait, {calls} calls are under way"
            raise WrongRequest(text, 408) from None
        world = self._world
        return web.json_response({"idle": True, "updates": world.updates.made, "api_calls": world.calls_made})

    async def _quiet(self) -> None:
        while True:
            while not self._world.quiet:
                await self._world.changed.wait(1.0)
            before = self._world.activity
            answers = await self._control.ask_all("settle")
            if not answers:
                await asyncio.sleep(QUIET_WITHOUT_BOT)
            if self._world.quiet and self._world.activity == before:
                return

    def _shown(self) -> Json:
        return {"now": self._world.clock.now().isoformat()}

    def _moment(self, text: Any) -> datetime:
        try:
            moment = datetime.fromisoformat(str(text))
        except ValueError:
            raise WrongRequest("now: a moment such as 2026-11-24T08:30:00+05:00") from None
        zone = self._world.clock.now().tzinfo
        return moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)
