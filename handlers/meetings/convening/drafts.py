"""Drafts of meetings that were begun and not sent: who sees them, and the way to them."""

from __future__ import annotations

from collections.abc import Sequence

from domain.meetings.meeting import Meeting
from domain.meetings.preparing import drafts_seen_by
from domain.office.outbox import Screen
from domain.people.roster import Actor
from handlers.chat.feature import Waiting
from handlers.chat.parts import Rows, button
from handlers.chat.request import Request
from handlers.chat.taps import CommandTap
from handlers.chat.view import View
from handlers.meetings.convening.draft_buttons import draft_rows

_MOST = 20


async def drafts_of(request: Request) -> Sequence[Meeting]:
    """Drafts that this person may open."""
    return drafts_seen_by(request.actor, await request.roster(), await request.uow.meetings.ahead())


async def show_drafts(request: Request, drafts: Sequence[Meeting], extra: Rows) -> None:
    """Drafts as buttons, the latest of very many, and what can be done besides."""
    rows = [*draft_rows(request.own_texts, drafts[-_MOST:]), *extra]
    await request.show(Screen(request.own_texts("drafts-begun", count=len(drafts)), tuple(rows)))


async def drafts_waiting(view: View, actor: Actor) -> list[Waiting]:
    """For the greeting: how many drafts of meetings were begun and not sent."""
    drafts = drafts_seen_by(actor, view.roster, await view.uow.meetings.ahead())
    if not drafts:
        return []
    opens = button(view, "drafts-begun", CommandTap(name="convene").pack())
    return [Waiting(view.texts("start-drafts", count=len(drafts)), (opens,))]
