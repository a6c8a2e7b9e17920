"""The server's side of the control link: commands to the bots that listen, and their answers.

A bot asks `GET /sandbox/control?bot=<uuid>&timeout=25&after=<id>` for its next command and gives
the result by `POST /sandbox/control/<id>`. It keeps asking while it works, so that the server sees it alive.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.sandbox.bell import Bell
from bot.sandbox.chatting import Json
from bot.sandbox.refusal import WrongRequest
from bot.sandbox.world import World
from domain.office import reading

SILENCE = 30.0
LONGEST = 60.0
SILENCE_AFTER_CUT = 3.0


@dataclass
class Command:
    """Something a bot is asked to do; `done` carries its answer, None when the bot vanished."""

    id: int
    body: Json
    done: asyncio.Future[Any]


@dataclass
class Subscriber:
    """A bot that listens. Times are monotonic seconds."""

    asking: int = 0
    alive_until: float = 0.0
    commands: list[Command] = field(default_factory=list)
    given: Bell = field(default_factory=Bell)
    left: bool = False


class Control:
    """Who listens, and what they were asked."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._subscribers: dict[str, Subscriber] = {}
        # A bot remembers the last number it saw, so a restarted server must not begin anew.
        self._last_id = time.time_ns() // 1_000_000
        self.ever_seen = asyncio.Event()

    def add_routes(self, router: web.UrlDispatcher) -> None:
        """Open the link to bots."""
        router.add_get("/sandbox/control", self.next_command)
        router.add_post(r"/sandbox/control/{id:\d+}", self.take_result)
        router.add_delete("/sandbox/control", self.leave)

    async def ask_all(self, command: str, **details: Any) -> list[Any]:
        """Give a command to every bot that listens; their results, without those who vanished."""
        asked = [self._give(one, {"command": command, **details}) for one in self._alive()]
        watch = asyncio.create_task(self._watch())
        try:
            results = await asyncio.gather(*(one.done for one in asked))
        finally:
            watch.cancel()
        return [result for result in results if result is not None]

    def close(self) -> None:
        """Let every bot go."""
        for name in list(self._subscribers):
            self._forget(name)

    @property
    def listeners(self) -> int:
        """How many bots listen now."""
        return len(self._alive())

    def _give(self, subscriber: Subscriber, body: Json) -> Command:
        self._last_id += 1
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        command = Command(self._last_id, {"id": self._last_id, "now": None, **body}, future)
        subscriber.commands.append(command)
        subscriber.given.ring()
        return command

    def _alive(self) -> list[Subscriber]:
        now = time.monotonic()
        for name, one in list(self._subscribers.items()):
            if not one.asking and now > one.alive_until:
                self._forget(name)
        return list(self._subscribers.values())

    def _forget(self, name: str) -> None:
        subscriber = self._subscribers.pop(name, None)
        if subscriber is None:
            return
        subscriber.left = True
        subscriber.given.ring()
        for command in subscriber.commands:
            if not command.done.done():
                command.done.set_result(None)

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(0.5)
            self._alive()

    def _subscriber(self, name: str) -> Subscriber:
        if name not in self._subscribers:
            self._subscribers[name] = Subscriber()
            self._world.bot_life += 1
            self.ever_seen.set()
        return self._subscribers[name]

    async def next_command(self, request: web.Request) -> web.Response:
        """204, or the oldest unanswered command newer than `after`."""
        name = request.query.get("bot", "")
        if not name:
            raise WrongRequest("bot: a name that no other bot has")
        subscriber = self._subscriber(name)
        after = reading.whole(request.query.get("after", "0"))
        seconds = reading.seconds(request.query.get("timeout", "25"), LONGEST)
        if after is None or seconds is None:
            raise WrongRequest("after, timeout: a number, seconds")
        subscriber.asking += 1
        cut = True
        try:
            command = await self._wait_for_command(request, subscriber, after, seconds)
            cut = _is_cut(request)
        finally:
            subscriber.asking -= 1
            subscriber.alive_until = time.monotonic() + (SILENCE_AFTER_CUT if cut else SILENCE)
        return web.json_response(command.body) if command else web.Response(status=204)

    async def _wait_for_command(
        self, request: web.Request, subscriber: Subscriber, after: int, seconds: float
    ) -> Command | None:
        until = time.monotonic() + seconds
        while True:
            command = next((one for one in subscriber.commands if one.id > after), None)
            left = until - time.monotonic()
            if command or left <= 0 or subscriber.left or _is_cut(request) or self._world.closing:
                return command
            await subscriber.given.wait(min(left, 1.0))

    async def take_result(self, request: web.Request) -> web.Response:
        """The answer to a command."""
        body, number = await request.json(), reading.whole(request.match_info["id"])
        subscriber = self._subscribers.get(str(body.get("bot")))
        for command in list(subscriber.commands) if subscriber else []:
            if command.id == number and subscriber:
                subscriber.commands.remove(command)
                if not command.done.done():
                    command.done.set_result(body)
        return web.json_response({})

    async def leave(self, request: web.Request) -> web.Response:
        """A bot says that it stops listening."""
        self._forget(request.query.get("bot", ""))
        return web.json_response({})


def _is_cut(request: web.Request) -> bool:
    return request.transport is None or request.transport.is_closing()
