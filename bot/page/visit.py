"""One request to the page: who asks, of which office, in which transaction, and how to answer."""

from __future__ import annotations

import hmac
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import quote, unquote, urlencode

from aiohttp import web
from markupsafe import Markup
from multidict import MultiDict, MultiDictProxy

from bot.localisation import Locale
from bot.page.doors import Door
from bot.page.rendering import render
from bot.page.rooms import ROOMS, Room
from bot.runtime import Runtime
from bot.storage.unit_of_work import StoredUnitOfWork
from domain.office.act import Act
from domain.office.reading import MOST
from domain.office.refusal import Refusal
from domain.office.wording import plain
from domain.people.roster import Actor, Roster
from handlers.chat.wording import refusal_words

_NUMBER = re.compile(r"[1-9][0-9]{0,18}")

COOKIE = "office"


@dataclass(slots=True)
class Visit:
    """Handed to every answer. `base` is where the office's page begins, `parts` are those of the path.

    `token` is the session's, empty without one; `now` is in the office's zone.
    """

    request: web.BaseRequest
    runtime: Runtime
    base: str
    uow: StoredUnitOfWork
    actor: Actor
    roster: Roster
    doors: frozenset[Door]
    now: datetime
    token: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    form: MultiDictProxy[Any] = field(default_factory=lambda: MultiDictProxy(MultiDict()))

    @property
    def texts(self) -> Locale:
        """The language that the person chose for their chat; outside, the office's."""
        texts = self.runtime.shared.texts_in(self.actor.language)
        assert isinstance(texts, Locale)  # a runtime has no other sentences
        return texts

    @property
    def as_kept(self) -> Markup:
        """An attribute for what is shown as it is kept, in the office's language, on a page of another."""
        kept = self.runtime.profile.locale
        return Markup("") if kept == self.texts.language else Markup(' lang="{}"').format(kept)

    @property
    def rooms(self) -> Sequence[Room]:
        """What the menu offers to this person."""
        return [room for room in ROOMS if room.door in self.doors]

    def is_in(self, room: Room) -> bool:
        """Whether what is shown belongs to this room."""
        path = self.request.path.removeprefix(unquote(self.base))
        return path == room.way or path.startswith(f"{room.way}/")

    @property
    def query(self) -> Mapping[str, str]:
        """What stands behind the question mark of the address."""
        return self.request.query

    def say(self, key: str, **arguments: Any) -> str:
        """A sentence without any markup; the template escapes it."""
        return plain(self.texts(key, **arguments))

    def refusal(self, refusal: Refusal) -> str:
        """Why not, in words; whoever holds the seat that it speaks of is called by name."""
        return plain(refusal_words(self.texts, self.roster, refusal))

    def number(self, name: str) -> int:
        """A part of the path that names a thing by its id; a refusal for what is none."""
        said = self.parts.get(name, "")
        if not _NUMBER.fullmatch(said) or int(said) > MOST:
            raise Refusal("page-nothing-there")
        return int(said)

    def sent_file(self) -> web.FileField:
        """The file of the form. Raises Refusal where there is none."""
        sent = self.form.get("file")
        if not isinstance(sent, web.FileField):
            raise Refusal("page-form-unread")
        return sent

    def chosen(self, name: str) -> str:
        """A field of the form as text; empty where it was not given, or is a file."""
        value = self.form.get(name, "")
        return value.strip() if isinstance(value, str) else ""

    def way(self, path: str, **query: object) -> str:
        """An address on this page."""
        asked = urlencode({name: value for name, value in query.items() if value not in (None, "")})
        return f"{self.base}{path}{'&' if '?' in path else '?'}{asked}" if asked else f"{self.base}{path}"

    def show(self, template: str, *, status: int = 200, **shown: Any) -> web.Response:
        """A page made of a template."""
        body = render(template, visit=self, mark=form_mark(self.token), **shown)
        return web.Response(text=body, status=status, content_type="text/html")

    def turning(self, answer: web.Response, seconds: int, onward: str) -> web.Response:
        """The answer goes on by itself after so many seconds, unless the address says that it is to stand."""
        if not self.query.get("still"):
            answer.headers["Refresh"] = f"{seconds};url={onward}"
        return answer

    def go(self, path: str, *, at: str = "", **query: object) -> web.Response:
        """On to another page, after something was done; `at` names a place on it."""
        place = f"#{at}" if at else ""
        return web.Response(status=303, headers={"Location": self.way(path, **query) + place})

    async def record(self, act: Act) -> None:
        """An entry of the log where the visit itself only reads, since what it makes takes its time."""
        async with self.runtime.database.write() as uow:
            await uow.record(self.actor, act)

    def file(self, name: str, content: bytes) -> web.Response:
        """A file to be kept, never shown in the page's own name."""
        kind = "application/pdf" if name.endswith(".pdf") else "application/octet-stream"
        return web.Response(body=content, content_type=kind, headers={"Content-Disposition": _attached(name)})


def may(check: Callable[[], object]) -> bool:
    """Whether a rule lets it be done: what it would refuse is not offered."""
    try:
        check()
    except Refusal:
        return False
    return True


def form_mark(token: str) -> str:
    """What every form of a session carries, so that no other page can send one in its name."""
    return hmac.digest(token.encode(), b"form", "sha256").hex() if token else ""


def _attached(name: str) -> str:
    return f"attachment; filename*=UTF-8''{quote(name, safe='')}"
