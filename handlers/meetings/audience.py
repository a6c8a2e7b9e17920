"""Who is told of a meeting: members chosen, the chair, guests, the office's group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from domain.meetings import convening
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MEETING_AHEAD, Answer, MeetingState
from domain.meetings.programme import IN_A_CALENDAR
from domain.office.outbox import Screen
from handlers.chat.request import Request
from handlers.meetings.calendar import put_out_calendar
from handlers.meetings.changes import notice


async def audience(request: Request, meeting: Meeting, also: Iterable[int] = ()) -> list[int]:
    """Chats that a meeting concerns; `also` are seats besides its participants."""
    roster = await request.roster()
    duties = roster.duties()
    seats = {*meeting.participants, *also, *([duties.seat] if duties is not None else [])}
    bound = [roster.binding(seat) for seat in sorted(seats)]
    guests = [guest.user_id for guest in roster.guests() if guest.user_id in meeting.guests]
    group = await request.uow.roster.office_chat()
    return [*(one.user_id for one in bound if one), *guests, *([group] if group else [])]


async def send_card(
    request: Request, meeting: Meeting, chat_id: int, content: Mapping[str, object] | None = None
) -> None:
    """Send the meeting's card anew; while it gathers or goes on there is one in the chat, pinned."""
    ahead = meeting.state in MEETING_AHEAD
    if ahead and meeting.gathers(request.now, request.office.profile):
        await request.uow.outbox.pinned_card(chat_id, "meeting", meeting.entity, content)
    else:
        await request.uow.outbox.card_anew(chat_id, "meeting", meeting.entity, content)


async def show_open(request: Request, meeting: Meeting) -> None:
    """A meeting has opened: its card comes with a sound to all whom it concerns, save those who declined."""
    roster = await request.roster()
    away = {seat for seat, said in meeting.answers.items() if said is Answer.NOT_COMING}
    declined = {one.user_id for seat in away.difference(meeting.present()) if (one := roster.binding(seat))}
    for chat_id in await audience(request, meeting):
        if chat_id not in declined:
            await request.uow.outbox.pinned_card(chat_id, "meeting", meeting.entity)


async def tell_changes(request: Request, meeting: Meeting) -> bool:
    """Everyone is told in one notice what has changed since the last one; False when nothing has."""
    if meeting.state is not MeetingState.CONVENED or not meeting.untold():
        return False
    assert meeting.announced is not None  # something is untold
    roster = await request.roster()
    before, text = meeting.announced, notice(request.texts, roster, meeting, meeting.announced)
    elsewhere = any(change.kind in IN_A_CALENDAR for change in meeting.untold())
    await request.record(convening.announce(meeting, request.now))
    for chat_id in await audience(request, meeting, before.participants):
        await request.uow.outbox.text(chat_id, Screen(text))
    for seat in set(meeting.participants) - set(before.participants):
        binding = roster.binding(seat)
        if binding is not None:
            await send_card(request, meeting, binding.user_id)
    if elsewhere:
        await put_out_calendar(request, meeting, meeting.calendar_chats)
    return True
