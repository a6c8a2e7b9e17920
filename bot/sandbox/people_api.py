"""The people's and tests' API: JSON in, JSON out; errors are `{"error": …}` with a 4xx status."""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote, unquote

from aiohttp import web

from bot.sandbox import topics, writing
from bot.sandbox.asking import menu
from bot.sandbox.chatting import Json
from bot.sandbox.office_time import OfficeTime
from bot.sandbox.people import CHANNEL_ID, PEOPLE
from bot.sandbox.refusal import WrongRequest
from bot.sandbox.views import chat, people_message
from bot.sandbox.world import World
from domain.office import reading

LONGEST_WAIT = 25.0
_SHOWN_IN_BROWSER = frozenset({"application/pdf", "image/png", "image/jpeg", "text/plain"})


class PeopleApi:
    """Everything a person or a test does with a world."""

    def __init__(self, world: World, time: OfficeTime) -> None:
        self._world = world
        self._time = time

    def add_routes(self, router: web.UrlDispatcher) -> None:
        """Open the API."""
        get, post = router.add_get, router.add_post
        get("/api/people", self.people)
        get("/api/chats", self.chats)
        get(r"/api/chats/{chat:-?\d+}/messages", self.messages)
        post("/api/messages", self.write)
        post("/api/edits", self.edit)
        post("/api/taps", self.tap)
        get("/api/files/{file}", self.file)
        post("/api/faults", self.add_fault)
        router.add_delete("/api/faults", self.clear_faults)
        post("/api/blocks", self.block)
        post("/api/group", self.change_group)
        router.add_delete(r"/api/chats/{chat:-?\d+}/messages/{message:\d+}", self.delete)
        get("/api/violations", self.violations)
        get("/api/stats", self.stats)
        get("/api/events", self.events)
        get("/api/commands", self.commands)
        get("/api/pins", self.pins)

    async def people(self, request: web.Request) -> web.Response:
        """Who lives here, and whom the office knows."""
        bound = await self._time.bound()
        shown = [
            {
                "id": person.id,
                "name": person.name,
                "username": person.username,
                "seat": person.seat,
                "role": person.role,
                "bound": person.id in bound,
                "started": person.id in self._world.started,
                "blocked": person.id in self._world.blocked,
            }
            for person in PEOPLE
        ]
        return web.json_response(shown)

    async def chats(self, request: web.Request) -> web.Response:
        """Private chats, then the office's group, then the public channel once something was posted there."""
        private = [{"id": one.id, "type": "private", "title": one.name} for one in PEOPLE]
        posted = [CHANNEL_ID] if self._world.messages[CHANNEL_ID] else []
        common = [
            {name: chat(chat_id)[name] for name in ("id", "type", "title")}
            for chat_id in (self._world.group_id, *posted)
        ]
        return web.json_response([*private, *common])

    async def messages(self, request: web.Request) -> web.Response:
        """Messages of a chat newer than `after`, in their newest state."""
        chat_id = writing.known_chat(self._world, request.match_info["chat"])
        after = _number(request, "after", 0)
        kept = self._world.messages[chat_id]
        shown = [people_message(self._world, kept[number]) for number in sorted(kept) if number > after]
        return web.json_response(shown)

    async def write(self, request: web.Request) -> web.Response:
        """A person writes or sends a file."""
        if request.content_type == "application/json":
            message = writing.write(self._world, await _body(request))
            return web.json_response({"message_id": message.message_id})
        form = await request.post()
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        part = form.get("file")
        file = (unquote(part.filename), part.file.read()) if isinstance(part, web.FileField) else None
        return web.json_response({"message_id": writing.write(self._world, fields, file).message_id})

    async def edit(self, request: web.Request) -> web.Response:
        """`{from, chat, message_id, text}`: a person changes what they wrote."""
        message = writing.edit(self._world, await _body(request))
        return web.json_response({"message_id": message.message_id})

    async def tap(self, request: web.Request) -> web.Response:
        """A person taps a button."""
        answer = await writing.tap(self._world, await _body(request))
        if answer is None:
            return web.json_response({"answer": None, "alert": False})
        if answer.url is not None:
            return web.json_response({"answer": None, "alert": False, "url": answer.url})
        return web.json_response({"answer": answer.text, "alert": answer.alert})

    async def file(self, request: web.Request) -> web.Response:
        """A file's bytes, shown by the browser where that is safe."""
        file = self._world.files.get(request.match_info["file"])
        if file is None:
            raise WrongRequest("no such file", 404)
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        shown = kind in _SHOWN_IN_BROWSER
        place = "inline" if shown else "attachment"
        headers = {
            "Content-Disposition": f"{place}; filename*=UTF-8''{quote(file.name)}",
            "X-Content-Type-Options": "nosniff",
        }
        kind = kind if shown else "application/octet-stream"
        charset = "utf-8" if kind == "text/plain" else None
        return web.Response(body=file.content, content_type=kind, charset=charset, headers=headers)

    async def add_fault(self, request: web.Request) -> web.Response:
        """The next calls of a method go wrong."""
        self._world.faults.ask(await _body(request))
        return web.json_response({"ok": True})

    async def clear_faults(self, request: web.Request) -> web.Response:
        """Forget the faults not yet met."""
        self._world.faults.clear()
        return web.json_response({"ok": True})

    async def block(self, request: web.Request) -> web.Response:
        """`{person, blocked}`: a person blocks the bot, or lets it write again."""
        body = await _body(request)
        person = writing.known_person(body.get("person"))
        deed = writing.block if body.get("blocked", True) else writing.unblock
        deed(self._world, person)
        return web.json_response({"ok": True})

    async def change_group(self, request: web.Request) -> web.Response:
        """`{bot: false}` puts the bot out of the group, `{bot: true}` takes it back, `{migrate: true}` makes
        the group a supergroup with another id, `{topic: name}` begins a forum topic, `{close: topic}` closes
        it, `{reopen: topic}` opens it again."""
        body = await _body(request)
        if name := str(body.get("topic") or ""):
            number = topics.create(self._world, name)
            return web.json_response({"id": self._world.group_id, "topic": number})
        if "close" in body or "reopen" in body:
            topics.shut(self._world, body.get("close") or body.get("reopen"), closed="close" in body)
        elif body.get("migrate"):
            writing.migrate(self._world)
        elif body.get("bot", True):
            writing.take_back(self._world)
        else:
            writing.put_out(self._world)
        return web.json_response({"id": self._world.group_id})

    async def delete(self, request: web.Request) -> web.Response:
        """A person deletes a message, the bot's own ones too."""
        chat_id = writing.known_chat(self._world, request.match_info["chat"])
        message = self._world.messages[chat_id].get(reading.whole(request.match_info["message"]) or 0)
        if message is None:
            raise WrongRequest("no such message", 404)
        self._world.delete(message)
        return web.json_response({"ok": True})

    async def violations(self, request: web.Request) -> web.Response:
        """Rules that the bot broke."""
        return web.json_response([vars(violation) for violation in self._world.violations])

    async def stats(self, request: web.Request) -> web.Response:
        """Calls by method since the start."""
        return web.json_response(dict(sorted(self._world.stats.items())))

    async def events(self, request: web.Request) -> web.Response:
        """What changed after event number `after`, once there is something; without it the newest number."""
        world = self._world
        if "after" not in request.query:
            return web.json_response({"last": world.event_number, "events": []})
        after = _number(request, "after", 0)
        if after >= world.event_number and not world.closing:
            seconds = min(LONGEST_WAIT, float(_number(request, "timeout", 20)))
            await world.until_event(after, seconds)
        oldest = world.events[0][0] if world.events else world.event_number + 1
        if after > world.event_number or (after + 1 < oldest and after < world.event_number):
            return web.json_response({"last": world.event_number, "events": [], "reset": True})
        fresh = [self._shown(event) for number, event in world.events if number > after]
        return web.json_response({"last": world.event_number, "events": fresh})

    def _shown(self, event: Json) -> Json:
        message = self._world.messages.get(event.get("chat", 0), {}).get(event.get("message_id", 0))
        return {**event, "message": people_message(self._world, message)} if message else event

    async def commands(self, request: web.Request) -> web.Response:
        """The command menu that `person` sees in `chat`."""
        person = writing.known_person(request.query.get("person"))
        chat_id = writing.known_chat(self._world, request.query.get("chat", person))
        return web.json_response(menu(self._world, person, chat_id))

    async def pins(self, request: web.Request) -> web.Response:
        """Pinned messages by chat, the newest last."""
        return web.json_response({str(chat_id): pinned for chat_id, pinned in self._world.pins.items()})


@web.middleware
async def plain_errors(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Errors of the people's API as `{"error": …}`."""
    try:
        return await handler(request)
    except WrongRequest as wrong:
        return web.json_response({"error": str(wrong)}, status=wrong.status)
    except web.HTTPClientError as error:
        if not request.path.startswith(("/api/", "/sandbox/")):
            raise
        return web.json_response({"error": error.reason}, status=error.status)


async def _body(request: web.Request) -> dict[str, Any]:
    try:
        body = await request.json()
    except ValueError:
        raise WrongRequest("the body is not JSON") from None
    if not isinstance(body, dict):
        raise WrongRequest("the body is not a JSON object")
    try:
        json.dumps(body, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise WrongRequest("strings must be encoded in UTF-8") from None
    return body


def _number(request: web.Request, name: str, default: int) -> int:
    number = reading.whole(request.query.get(name, str(default)))
    if number is None:
        raise WrongRequest(f"{name}: a whole number from 0")
    return number
