"""A call of a Bot API method: its parameters, however they were sent (Bot API, «Making requests»)."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.sandbox.chatting import Json
from bot.sandbox.refusal import bad_request
from domain.office import reading

PARAMETERS = "parameters"


@dataclass(frozen=True)
class Upload:
    """A file that came with the call."""

    name: str
    mime_type: str
    content: bytes = field(repr=False)


@dataclass
class Call:
    """One call. Values are text when they came as a form, anything when they came as JSON."""

    method: str
    fields: Json
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A parameter as text, empty when absent."""
        value = self.fields.get(name)
        return "" if value is None else str(value)

    def number(self, name: str, default: int | None = None) -> int:
        """A whole number. Raises `Refused` when it is none, or absent without a default."""
        value = self.fields.get(name)
        if value is None or value == "":
            if default is None:
                raise bad_request(f'parameter "{name}" is required', PARAMETERS)
            return default
        number = reading.whole(str(value), -reading.MOST)
        if number is None:
            raise bad_request(f"{name} is not a number", PARAMETERS)
        return number

    @property
    def addressee(self) -> str:
        """Whom a limit on this call concerns: the chat, else the tap or the file, else the method itself."""
        scope = self.json("scope")
        chat = self.text("chat_id") or (str(scope.get("chat_id", "")) if isinstance(scope, dict) else "")
        return chat or self.text("callback_query_id") or self.text("file_id") or self.method

    def flag(self, name: str) -> bool:
        """True, false or absent."""
        return str(self.fields.get(name, "")).lower() in ("true", "1")

    def json(self, name: str) -> Any:
        """A JSON-serialised parameter, None when absent. Raises `Refused` when it is not JSON."""
        value = self.fields.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object", PARAMETERS) from None

    def upload(self, name: str) -> Upload | None:
        """The file of a parameter: a part of that name, or one it points to by attach://."""
        pointed = (
            self.text(name).removeprefix("attach://") if self.text(name).startswith("attach://") else name
        )
        return self.uploads.get(pointed)


async def read_call(request: web.Request, method: str) -> Call:
    """Read the query, a JSON body, an urlencoded or a multipart form."""
    call = Call(method, dict(request.query))
    if request.method != "POST" or not request.can_read_body:
        return call
    if request.content_type == "application/json":
        try:
            body = await request.json()
        except ValueError:
            raise bad_request("can't parse JSON object", PARAMETERS) from None
        call.fields |= body if isinstance(body, dict) else {}
        return call
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            call.uploads[name] = Upload(value.filename, value.content_type, value.file.read())
        else:
            call.fields[name] = value
    return call
