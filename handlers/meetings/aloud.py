"""For members who have no phone at hand: the chair records what they say (п. 4.6)."""

from __future__ import annotations

from domain.meetings import votes
from handlers.chat.request import Request
from handlers.meetings.meeting import chaired, keep
from handlers.meetings.taps import AloudTap, MeetingTap


async def aloud_page(request: Request, tap: MeetingTap) -> None:
    """Whose vote is to be recorded."""
    await chaired(request, tap.meeting)
    await request.uow.outbox.turn(await request.card(), {"page": "aloud"})


async def cast_aloud(request: Request, tap: AloudTap) -> None:
    """Record a vote said aloud; the member's own tap replaces it."""
    meeting, duties = await chaired(request, tap.meeting)
    item, seat, choice = tap.item, tap.seat, tap.choice
    act = votes.cast_aloud(meeting, item, seat, choice, duties, request.now)
    await keep(request, meeting, act, duties=duties)
    request.reply("toast-voted-aloud", seat=seat, item=item, choice=choice.value)
