"""Who is in the room: «Присутствую», «Ухожу», the chair's marks for those without a phone (п. 4.3.1)."""

from __future__ import annotations

from domain.meetings import presence
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MEETING_AHEAD, MeetingState
from domain.office.act import Act
from domain.office.refusal import Refusal
from domain.people.roster import Absence, Duties, member_seat
from handlers.chat.request import Request
from handlers.meetings.audience import send_card
from handlers.meetings.chairing import follow_duties, tell_nobody_chairs
from handlers.meetings.meeting import chaired, keep, load
from handlers.meetings.taps import MeetingTap


async def check_in(request: Request, tap: MeetingTap) -> None:
    """«Присутствую», in the room or by video; who is absent on record is asked whether they are back."""
    seat = member_seat(request.actor)
    meeting = await load(request, tap.meeting)
    absence = (await request.roster()).absence(seat)
    if absence is not None:
        if not await _confirmed(request, tap, Refusal("absent-not-present", seat=seat, until=absence.last)):
            return
        await _back(request, absence)
        meeting = await load(request, tap.meeting)
    await _expect_not_elsewhere(request, meeting, seat)
    acts = presence.come(meeting, await request.roster(), seat, request.now, remote=tap.act == "invideo")
    await _admit(request, meeting, seat, acts)
    request.reply("toast-checked-in", present=len(meeting.present()), established=meeting.established)


async def check_out(request: Request, tap: MeetingTap) -> None:
    """«Ухожу»: asks first; a vote that is still open is taken back."""
    seat = member_seat(request.actor)
    meeting = await load(request, tap.meeting)
    there = meeting.state in MEETING_AHEAD and meeting.is_present(seat)
    if there and not await _confirmed(request, tap, Refusal("leaves-in-private")):
        return
    acts = presence.leave(meeting, await request.roster(), seat, request.now)
    await _see_off(request, meeting, acts)
    request.reply("toast-left-vote-back" if acts[0].data["vote_taken_back"] else "toast-left")


async def mark_present(request: Request, tap: MeetingTap) -> None:
    """The chair marks a participant present."""
    meeting, duties = await chaired(request, tap.meeting)
    await _expect_not_elsewhere(request, meeting, tap.value)
    acts = presence.come(meeting, await request.roster(), tap.value, request.now, marked=True)
    await _admit(request, meeting, tap.value, acts, duties)
    request.reply(
        "toast-marked-present",
        who=await request.called(tap.value),
        present=len(meeting.present()),
        established=meeting.established,
    )


async def mark_left(request: Request, tap: MeetingTap) -> None:
    """The chair marks that a member has left."""
    meeting, duties = await chaired(request, tap.meeting)
    acts = presence.leave(meeting, await request.roster(), tap.value, request.now, marked=True)
    await _see_off(request, meeting, acts, duties)
    taken_back = acts[0].data["vote_taken_back"]
    key = "toast-marked-left-vote-back" if taken_back else "toast-marked-left"
    request.reply(key, who=await request.called(tap.value))


async def _expect_not_elsewhere(request: Request, meeting: Meeting, seat: int) -> None:
    """Who gathers for a later meeting may still sit at the one before it; when both go on they may not."""
    if meeting.state is MeetingState.OPEN:
        presence.expect_not_elsewhere(meeting, await request.uow.meetings.current(), [seat])


async def _confirmed(request: Request, tap: MeetingTap, in_group: Refusal) -> bool:
    """Whether it is confirmed; else ask, on the person's own card: the group's is everybody's."""
    if not request.private:
        raise in_group
    card = await request.card()
    if card.content.get("confirm") == tap.act:
        await request.uow.outbox.turn(card, {})
        return True
    await request.uow.outbox.turn(card, {"confirm": tap.act})
    return False


async def _back(request: Request, absence: Absence) -> None:
    """The absence ends now: who was away is back, and a head heads again (п. 4.3)."""
    await request.uow.roster.end_absence(absence)
    await request.record(Act("absence-ended", f"absence:{absence.id}", {"seat": absence.seat}))
    await follow_duties(request)


async def _admit(
    request: Request, meeting: Meeting, seat: int, acts: list[Act], duties: Duties | None = None
) -> None:
    """Keep a coming; whoever has no card of a meeting that goes on gets it."""
    await keep(request, meeting, *acts, duties=duties)
    binding = (await request.roster()).binding(seat)
    if binding is None or meeting.state is not MeetingState.OPEN:
        return
    if await request.uow.outbox.of_subject(binding.user_id, "meeting", meeting.entity) is None:
        await send_card(request, meeting, binding.user_id)


async def _see_off(request: Request, meeting: Meeting, acts: list[Act], duties: Duties | None = None) -> None:
    """Keep a leaving; those who may chair are told when neither is left."""
    await keep(request, meeting, *acts, duties=duties)
    await tell_nobody_chairs(request, meeting)
