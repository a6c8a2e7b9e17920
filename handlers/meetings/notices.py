"""What a notice of a meeting offers: an answer, draft decisions, materials, a calendar file."""

from __future__ import annotations

from domain.meetings import convening, guests
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import Answer, MeetingState
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.office.typed import short
from domain.people.roster import Standing, member_seat
from handlers.chat.cards import show_below
from handlers.chat.files import pass_on
from handlers.chat.request import Request
from handlers.meetings.calendar import put_out_calendar
from handlers.meetings.meeting import keep, load
from handlers.meetings.taps import MeetingTap

REASON_KIND = "away-reason"
_REASON_LIMIT = 300


async def answer(request: Request, tap: MeetingTap) -> None:
    """«Буду» or «Не смогу»; the card of a former time takes no answer. A reason may follow."""
    guest = request.actor.standing is Standing.GUEST
    seat = 0 if guest else member_seat(request.actor)
    meeting = await _seen(request, tap.meeting)
    gathers = meeting.state in (MeetingState.CONVENED, MeetingState.ADJOURNED)
    if tap.value != meeting.edition and gathers:
        raise Refusal("answer-outdated", moment=meeting.due_at)
    said = Answer.COMING if tap.act == "coming" else Answer.NOT_COMING
    account = request.actor.user_id
    unexplained = said is Answer.NOT_COMING and request.private and not guest
    if not (unexplained and gathers and convening.lacks_reason(meeting, seat)):  # tapped again: why?
        act = guests.answer(meeting, account, said) if guest else convening.answer(meeting, seat, said)
        await keep(request, meeting, act)
    if unexplained:
        await _ask_reason(request, meeting)
    elif request.private and not guest:
        await request.uow.expect(account, None)
    request.reply(f"toast-{said.value.replace('_', '-')}")


async def _ask_reason(request: Request, meeting: Meeting) -> None:
    """The meeting's own card asks, whichever card was tapped."""
    await request.uow.expect(request.actor.user_id, Expectation(REASON_KIND, {"meeting": meeting.id}))
    card = await request.uow.outbox.of_subject(request.chat_id, "meeting", meeting.entity)
    if card is not None:
        await request.uow.outbox.turn(card, {**card.content, "asks": "reason"})


async def reason_words(request: Request, expectation: Expectation, text: str) -> None:
    """Why this member cannot come; the chair sees it."""
    seat = member_seat(request.actor)
    meeting = await load(request, int(expectation.content["meeting"]))
    await keep(request, meeting, convening.give_reason(meeting, seat, short(text, _REASON_LIMIT)))
    await request.uow.expect(request.actor.user_id, None)
    await request.note("away-reason-kept")


async def _seen(request: Request, meeting_id: int) -> Meeting:
    """The meeting for one who may see it: members, and guests of this very meeting (п. 4.5)."""
    meeting = await load(request, meeting_id)
    if request.actor.standing is Standing.GUEST and request.actor.user_id in meeting.guests:
        return meeting
    if request.actor.assists is None:
        member_seat(request.actor)
    return meeting


async def show_drafts(request: Request, tap: MeetingTap) -> None:
    """«Проекты решений»: every question with its draft decision, paged."""
    meeting = await _seen(request, tap.meeting)
    if not any(item.draft_decision for item in meeting.agenda):
        raise Refusal("no-draft-decisions")
    card = await request.card()
    if card.kind == "drafts":
        await request.uow.expect(request.actor.user_id, None)
        await request.uow.outbox.turn(card, {"page": tap.value})
        return
    await show_below(request, "drafts", meeting.entity, {})


async def leave_drafts(request: Request, tap: MeetingTap) -> None:
    """«Назад» from draft decisions: their card goes, the meeting's stands above."""
    meeting = await _seen(request, tap.meeting)
    await request.card()
    await request.uow.outbox.remove_subject(request.chat_id, "drafts", meeting.entity)


async def turn_agenda(request: Request, tap: MeetingTap) -> None:
    """«‹» and «›» under a long agenda: the page with the question `value`."""
    await _seen(request, tap.meeting)
    card = await request.card()
    await request.uow.outbox.turn(card, {**card.content, "agenda": tap.value})


async def show_draft(request: Request, tap: MeetingTap) -> None:
    """«Проект целиком»: the draft decision of one question, below."""
    meeting = await _seen(request, tap.meeting)
    if not meeting.item(tap.value).draft_decision:
        raise Refusal("no-draft-decisions")
    await show_below(request, "drafts", meeting.entity, {"item": tap.value})


async def send_materials(request: Request, tap: MeetingTap) -> None:
    """«Материалы»: the files of every question, in the agenda's order."""
    meeting = await _seen(request, tap.meeting)
    items = [item for item in meeting.agenda if item.materials]
    if not items:
        raise Refusal("no-materials")
    for item in items:
        heading = request.texts("file-of-item", number=item.number)
        await pass_on(request, meeting.materials(item), heading)


async def send_calendar(request: Request, tap: MeetingTap) -> None:
    """«В календарь»: the file; whoever took it gets a new one when the time changes."""
    meeting = await _seen(request, tap.meeting)
    meeting.expect(MeetingState.CONVENED, MeetingState.ADJOURNED)
    if request.chat_id not in meeting.calendar_chats:
        meeting.calendar_chats.append(request.chat_id)
        await request.uow.meetings.save(meeting)
    await put_out_calendar(request, meeting, [request.chat_id])
