"""The audit log for whoever heads the office: what was done, by which seat, when; ids and states alone."""

from __future__ import annotations

import re

from aiohttp import web

from bot.page.doors import Door
from bot.page.route import Route
from bot.page.visit import Visit

_PAGE = 100
_ID = re.compile(r"[1-9][0-9]{0,17}")
_WORD = re.compile(r"[a-z0-9:_-]{1,60}")


async def show(visit: Visit) -> web.Response:
    """A page of the log, the newest first, of one kind or one thing where that is chosen."""
    before, kind, entity = (visit.query.get(name, "") for name in ("before", "kind", "entity"))
    kind, entity = (one if _WORD.fullmatch(one) else "" for one in (kind, entity))
    found = await visit.uow.audit.page(
        int(before) if _ID.fullmatch(before) else None, _PAGE + 1, kind=kind, entity=entity
    )
    return visit.show(
        "journal.html",
        entries=found[:_PAGE],
        onward=found[_PAGE - 1].id if len(found) > _PAGE else None,
        kind=kind,
        entity=entity,
        kinds=sorted(_kinds(visit), key=lambda one: one[1]),
        named=lambda kind: _named(visit, kind),
    )


def _kinds(visit: Visit) -> list[tuple[str, str]]:
    """Every kind of entry that there is, titled."""
    return [(key.removeprefix("entry-"), visit.say(key)) for key in visit.texts.keys("entry-")]


def _named(visit: Visit, kind: str) -> str:
    """The title of a kind; one that only an older program wrote stands as it is."""
    return visit.say(f"entry-{kind}") if visit.texts.has(f"entry-{kind}") else kind


ROUTES = (Route("GET", "/journal", Door.HEAD, show),)
