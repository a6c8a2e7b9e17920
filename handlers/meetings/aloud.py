"""For members who have no phone at hand: the chair marks them and records what they say (п. 4.3.1, 4.6)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.meetings import votes
from handlers.chat.request import Request
from handlers.chat.taps import AloudTap, MeetingTap
from handlers.meetings.meeting import admit, chaired, keep, see_off, show_vote


def build() -> Router:
    """The chair's taps for others."""
    router = Router(name="aloud")
    router.callback_query.register(mark_present, MeetingTap.filter(F.act == "markin"))
    router.callback_query.register(mark_left, MeetingTap.filter(F.act == "markout"))
    router.callback_query.register(aloud_page, MeetingTap.filter(F.act == "aloud"))
    router.callback_query.register(cast_aloud, AloudTap.filter())
    return router


async def mark_present(_: CallbackQuery, callback_data: MeetingTap, request: Request) -> None:
    """The chair marks a participant present."""
    meeting, duties = await chaired(request, callback_data.meeting)
    act = meeting.check_in(callback_data.value, request.now, request.office.profile, marked=True)
    await admit(request, meeting, callback_data.value, act, duties)
    request.reply(
        "toast-marked-present",
        seat=callback_data.value,
        present=len(meeting.present()),
        established=meeting.established,
    )


async def mark_left(_: CallbackQuery, callback_data: MeetingTap, request: Request) -> None:
    """The chair marks that a member has left."""
    meeting, duties = await chaired(request, callback_data.meeting)
    act = meeting.check_out(callback_data.value, request.now, marked=True)
    await see_off(request, meeting, act, duties)
    request.reply(
        "toast-marked-left-vote-back" if act.data["vote_taken_back"] else "toast-marked-left",
        seat=callback_data.value,
    )


async def aloud_page(_: CallbackQuery, callback_data: MeetingTap, request: Request) -> None:
    """Whose vote is to be recorded."""
    await chaired(request, callback_data.meeting)
    await request.uow.outbox.turn(await request.card(), {"page": "aloud"})


async def cast_aloud(_: CallbackQuery, callback_data: AloudTap, request: Request) -> None:
    """Record a vote said aloud; the member's own tap replaces it."""
    meeting, duties = await chaired(request, callback_data.meeting)
    item, seat, choice = callback_data.item, callback_data.seat, callback_data.choice
    act = votes.cast_aloud(meeting, item, seat, choice, duties, request.now)
    await keep(request, meeting, act, duties)
    await show_vote(request, meeting, item)
    request.reply("toast-voted-aloud", seat=seat, item=item, choice=choice.value)
