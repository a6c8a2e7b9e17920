"""The Bot API's door: `/bot<token>/<method>` and `/file/bot<token>/<path>`, with faults and counts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from aiohttp import web

from bot.sandbox import asking, outgoing, receiving
from bot.sandbox.calls import Call, read_call
from bot.sandbox.chatting import Json
from bot.sandbox.faults import DOWNLOAD, Fault
from bot.sandbox.refusal import Refused
from bot.sandbox.world import World

NAMES = {
    name.lower(): name for name in (*outgoing.METHODS, *asking.METHODS, *receiving.METHODS)
}  # fmt: skip
_AT_ONCE: dict[str, Callable[[World, Call], Any]] = {**outgoing.METHODS, **asking.METHODS}


class BotApi:
    """Answers the bot's calls on a world."""

    def __init__(self, world: World) -> None:
        self._world = world

    def add_routes(self, router: web.UrlDispatcher) -> None:
        """Open the door."""
        router.add_route("*", r"/bot{token:[^/]+}/{method:[^/]+}", self.answer)
        router.add_get(r"/file/bot{token:[^/]+}/{path:.+}", self.download)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """One call: a fault if one waits, else the method itself; errors in the Bot API's shape."""
        method = NAMES.get(request.match_info["method"].lower())
        if request.match_info["token"] != self._world.token:
            return _reply(Refused("Unauthorized", code=401))
        if method is None:
            self._world.violate(request.match_info["method"], "unknown_method", "Not Found")
            return _reply(Refused("Not Found", code=404))
        self._world.stats[method] += 1
        if method == "getUpdates":
            return await self._answer(request, method)
        self._world.calls_made += 1
        self._world.calls_in_progress += 1
        try:
            return await self._answer(request, method)
        finally:
            self._world.calls_in_progress -= 1
            self._world.changed.ring()

    async def _answer(self, request: web.Request, method: str) -> web.StreamResponse:
        call = Call(method, {})
        fault = self._world.faults.take(method.lower())
        try:
            call = await read_call(request, method)
            if fault and fault.cuts:
                return _cut(request)
            self._check_patience(call)
            if fault and fault.answers:
                return _strange(fault)
            if fault and (refusal := fault.refusal()):
                raise refusal
            result = await self._do(call)
        except Refused as refused:
            if refused.rule:
                where = f" (chat {call.text('chat_id')})" if call.text("chat_id") else ""
                self._world.violate(method, refused.rule, refused.description + where)
            if refused.retry_after:
                self._world.waits.begin(call.addressee, refused.retry_after, self._world.bot_life)
            return _reply(refused)
        except web.HTTPRequestEntityTooLarge:
            self._world.violate(method, "file_size", "Request Entity Too Large")
            return _reply(Refused("Request Entity Too Large", code=413))
        return await self._return(request, fault, call, result)

    def _check_patience(self, call: Call) -> None:
        left = self._world.waits.left(call.addressee, self._world.bot_life)
        if left > 0:
            detail = f"{call.addressee}: called {left:.2f} s before retry_after ended"
            self._world.violate(call.method, "retry_after", detail)

    async def _do(self, call: Call) -> Any:
        if call.method in _AT_ONCE:
            return _AT_ONCE[call.method](self._world, call)
        return await receiving.METHODS[call.method](self._world, call)

    async def _return(
        self, request: web.Request, fault: Fault | None, call: Call, result: Any
    ) -> web.StreamResponse:
        if fault and fault.kind in ("late", "lost", "strange"):
            self._doubt(call, result)
        if fault and fault.kind == "late":
            await asyncio.sleep(fault.seconds)
        if fault and fault.kind == "lost":
            return _cut(request)
        if fault and fault.kind == "strange":
            return _strange(fault)
        return web.json_response({"ok": True, "result": result})

    def _doubt(self, call: Call, result: Any) -> None:
        """The bot cannot know whether this took effect, so its second try is not its mistake."""
        query = self._world.queries.get(call.text("callback_query_id"))
        if query is not None:
            query.uncertain = True
        if isinstance(result, dict) and "chat" in result and "message_id" in result:
            chat: Json = result["chat"]
            message = self._world.messages[chat["id"]].get(result["message_id"])
            if message is not None:
                message.uncertain = True

    async def download(self, request: web.Request) -> web.StreamResponse:
        """A file by the path that getFile gave."""
        parts = request.match_info["path"].split("/")
        file = self._world.files.get(parts[1]) if len(parts) > 1 else None
        if request.match_info["token"] != self._world.token or file is None:
            return _reply(Refused("Not Found", code=404))
        fault = self._world.faults.take(DOWNLOAD)
        if fault and (refusal := fault.refusal()):
            return _reply(refusal)
        if fault and (fault.cuts or fault.kind == "lost"):
            return _cut(request)
        if fault and fault.kind == "strange":
            return _strange(fault)
        if fault:
            await asyncio.sleep(fault.seconds)
        return web.Response(body=file.content, content_type="application/octet-stream")


def _reply(refused: Refused) -> web.Response:
    return web.json_response(refused.body(), status=refused.code)


def _strange(fault: Fault) -> web.Response:
    """Whatever a proxy in between or a server of another age may answer; one byte stands for one sign."""
    body = fault.body.encode("latin-1", errors="replace")
    return web.Response(body=body, status=fault.status, content_type="application/json", charset="utf-8")


def _cut(request: web.Request) -> web.Response:
    """End the connection as a broken network would."""
    transport = request.transport
    if isinstance(transport, asyncio.WriteTransport):
        transport.abort()
    return web.Response()
