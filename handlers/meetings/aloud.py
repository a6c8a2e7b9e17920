"""For members who have no phone at hand: the chair marks them and records what they say (п. 4.3.1, 4.6)."""

from __future__ import annotations

from domain.meetings import votes
from handlers.chat.request import Request
from handlers.meetings.meeting import admit, chaired, keep, see_off
from handlers.meetings.taps import AloudTap, MeetingTap


async def mark_present(request: Request, tap: MeetingTap) -> None:
    """The chair marks a participant present."""
    meeting, duties = await chaired(request, tap.meeting)
    act = meeting.check_in(tap.value, request.now, request.office.profile, marked=True)
    await admit(request, meeting, tap.value, act, duties)
    request.reply(
        "toast-marked-present",
        seat=tap.value,
        present=len(meeting.present()),
        established=meeting.established,
    )


async def mark_left(request: Request, tap: MeetingTap) -> None:
    """The chair marks that a member has left."""
    meeting, duties = await chaired(request, tap.meeting)
    act = meeting.check_out(tap.value, request.now, marked=True)
    await see_off(request, meeting, act, duties)
    request.reply(
        "toast-marked-left-vote-back" if act.data["vote_taken_back"] else "toast-marked-left",
        seat=tap.value,
    )


async def aloud_page(request: Request, tap: MeetingTap) -> None:
    """Whose vote is to be recorded."""
    await chaired(request, tap.meeting)
    await request.uow.outbox.turn(await request.card(), {"page": "aloud"})


async def cast_aloud(request: Request, tap: AloudTap) -> None:
    """Record a vote said aloud; the member's own tap replaces it."""
    meeting, duties = await chaired(request, tap.meeting)
    item, seat, choice = tap.item, tap.seat, tap.choice
    act = votes.cast_aloud(meeting, item, seat, choice, duties, request.now)
    await keep(request, meeting, act, duties)
    request.reply("toast-voted-aloud", seat=seat, item=item, choice=choice.value)
