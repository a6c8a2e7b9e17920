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
    )


ROUTES = (Route("GET", "/journal", Door.HEAD, show),)
