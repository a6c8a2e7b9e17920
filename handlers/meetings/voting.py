"""A member's vote: parse, one call of the domain, answer."""

from __future__ import annotations

from domain.meetings import votes
from domain.office.refusal import Refusal
from domain.people.roster import member_seat
from handlers.chat.request import Request
from handlers.meetings.meeting import load
from handlers.meetings.taps import VoteTap


async def cast(request: Request, tap: VoteTap) -> None:
    """Count the vote (п. 4.6); the roll call on every copy of the card shows it."""
    seat = member_seat(request.actor)
    meeting = await load(request, tap.meeting)
    item = meeting.item(tap.item)
    if tap.turn != len(item.votes):
        if not 0 < tap.turn < len(item.votes):
            raise Refusal("vote-not-open", item=item.number)
        raise Refusal("vote-closed", item=item.number, moment=item.votes[tap.turn - 1].closed_at)
    act = votes.cast(meeting, item.number, seat, tap.choice, request.now)
    await request.uow.meetings.save_ballot(meeting, item)
    await request.record(act)
    request.reply("toast-voted", choice=tap.choice.value, item=item.number)
