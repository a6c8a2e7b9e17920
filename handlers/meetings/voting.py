"""A member's vote: parse, one call of the domain, answer."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.meetings import votes
from domain.office.refusal import Refusal
from domain.people.roster import member_seat
from handlers.chat.request import Request
from handlers.chat.taps import VoteTap
from handlers.meetings.meeting import load, show_vote


def build() -> Router:
    """The tap on «За», «Против» or «Воздержался»."""
    router = Router(name="voting")
    router.callback_query.register(cast, VoteTap.filter())
    return router


async def cast(_: CallbackQuery, callback_data: VoteTap, request: Request) -> None:
    """Count the vote (п. 4.6); the roll call on every copy of the card shows it."""
    seat = member_seat(request.actor)
    meeting = await load(request, callback_data.meeting)
    item = meeting.item(callback_data.item)
    if callback_data.turn != len(item.votes):
        if not 0 < callback_data.turn < len(item.votes):
            raise Refusal("vote-not-open", item=item.number)
        raise Refusal("vote-closed", item=item.number, moment=item.votes[callback_data.turn - 1].closed_at)
    act = votes.cast(meeting, item.number, seat, callback_data.choice, request.now)
    await request.uow.meetings.save(meeting)
    await request.record(act)
    await show_vote(request, meeting, item.number)
    request.reply("toast-voted", choice=callback_data.choice.value, item=item.number)
