"""Drafts of meetings that were begun and not sent: who sees them, and the way to them."""

from __future__ import annotations

from collections.abc import Sequence

from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.office.outbox import Screen
from handlers.chat.parts import Rows
from handlers.chat.request import Request
from handlers.meetings.convening.draft_buttons import draft_rows

_MOST = 20


async def drafts_of(request: Request) -> Sequence[Meeting]:
    """Every draft, for whoever performs the head's duties; their own, for the assistant; none for others."""
    duties, actor = (await request.roster()).duties(), request.actor
    seat = actor.seat if actor.assists is None else actor.assists
    if duties is None or (duties.seat != seat and not (await request.roster()).keeps_protocol(actor)):
        return []
    drafts = [one for one in await request.uow.meetings.ahead() if one.state is MeetingState.DRAFT]
    if duties.seat != actor.seat:
        drafts = [one for one in drafts if one.prepared_by == actor.user_id]
    return drafts


async def show_drafts(request: Request, drafts: Sequence[Meeting], extra: Rows) -> None:
    """Drafts as buttons, the latest of very many, and what can be done besides."""
    rows = [*draft_rows(request.own_texts, drafts[-_MOST:]), *extra]
    await request.show(Screen(request.own_texts("drafts-begun", count=len(drafts)), tuple(rows)))


async def drafts_waiting(request: Request) -> list[str]:
    """For the greeting: how many drafts of meetings were begun and not sent."""
    drafts = await drafts_of(request)
    return [request.own_texts("start-drafts", count=len(drafts))] if drafts else []
