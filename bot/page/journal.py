"""The audit log for whoever heads the office: what was done, by which seat, when; ids and states alone."""

from __future__ import annotations

import json
import re
from datetime import datetime

from aiohttp import web

from bot.page.doors import Door
from bot.page.route import Route
from bot.page.visit import Visit
from bot.storage.audit import Entry
from domain.office.outbox import Card
from domain.office.wording import plain
from handlers.chat.view import View

_PAGE = 100
_ID = re.compile(r"[1-9][0-9]{0,17}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT")
_WORD = re.compile(r"[a-z0-9:_-]{1,60}")


async def show(visit: Visit) -> web.Response:
    """A page of the log, the newest first, of one kind or one thing where that is chosen."""
    before, kind, entity = (visit.query.get(name, "") for name in ("before", "kind", "entity"))
    kind, entity = (one if _WORD.fullmatch(one) else "" for one in (kind, entity))
    found = await visit.uow.audit.page(
        int(before) if _ID.fullmatch(before) else None, _PAGE + 1, kind=kind, entity=entity
    )
    card = Card(0, visit.actor.user_id, "journal", "")
    view = View(visit.runtime.shared, visit.uow, visit.roster, visit.now, card)
    return visit.show(
        "journal.html",
        entries=[(one, _who(visit, view, one), _details(visit, one)) for one in found[:_PAGE]],
        onward=found[_PAGE - 1].id if len(found) > _PAGE else None,
        kind=kind,
        entity=entity,
        kinds=sorted(_kinds(visit), key=lambda one: one[1]),
        named=lambda kind: _named(visit, kind),
        thing=lambda entity: _thing(visit, entity),
    )


def _who(visit: Visit, view: View, entry: Entry) -> str:
    if entry.seat:
        return plain(view.did(entry.seat, entry.at))
    return visit.say("page-by-account" if entry.user_id else "page-by-bot")


def _thing(visit: Visit, entity: str) -> str:
    """What the entry is about, in words: «сообщение 433»; what they lack stands as it is."""
    kind, _, number = entity.partition(":")
    said = visit.say("page-journal-thing", kind=kind, number=number) if number.isdecimal() else entity
    return said if said.strip() != number else entity


def _details(visit: Visit, entry: Entry) -> list[tuple[str, str]]:
    """What the entry holds, a name and its value each; what says nothing is left out."""
    held = json.loads(entry.data)
    said = ((name, value) for name, value in held.items() if value not in (None, "", 0, False, [], {}))
    return [(visit.say("page-journal-name", name=name), _value(visit, name, value)) for name, value in said]


def _value(visit: Visit, name: str, value: object) -> str:
    profile = visit.runtime.profile
    titles = {
        "block": {one.key: one.title for one in profile.blocks},
        "unit": {one.key: one.title for one in profile.units},
    }
    if title := titles.get(name, {}).get(str(value)):
        return title
    if not isinstance(value, str):
        value = json.dumps(value, ensure_ascii=False)
    try:
        moment = datetime.fromisoformat(value) if _MOMENT.match(value) else None
    except ValueError:
        moment = None
    if moment and moment.tzinfo:
        return visit.say("page-moment", moment=moment)
    return visit.say("page-journal-value", value=value)


def _kinds(visit: Visit) -> list[tuple[str, str]]:
    """Every kind of entry that there is, titled."""
    return [(key.removeprefix("entry-"), visit.say(key)) for key in visit.texts.keys("entry-")]


def _named(visit: Visit, kind: str) -> str:
    """The title of a kind; one that only an older program wrote stands as it is."""
    return visit.say(f"entry-{kind}") if visit.texts.has(f"entry-{kind}") else kind


ROUTES = (Route("GET", "/journal", Door.HEAD, show),)
