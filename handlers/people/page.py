"""`/page`: a link to the office's own page, good once and for ten minutes."""

from __future__ import annotations

from domain.office.outbox import Button, Screen
from domain.office.refusal import Refusal
from domain.people.entry import entry_link, require_page
from handlers.chat.request import Request


async def page(request: Request) -> None:
    """A link for this account alone; where the office has no page, that is said."""
    require_page(request.actor)
    if not request.office.page:
        raise Refusal("page-off")
    link = await entry_link(request.uow, request.office.page, request.actor)
    texts = request.own_texts
    await request.show(Screen(texts("page-link"), ((Button(texts("button-page"), url=link),),)))
