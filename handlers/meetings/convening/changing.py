"""Changing a convened meeting until it is opened: told at once, moved, or called off (п. 3.2)."""

from __future__ import annotations

from domain.meetings import convening
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.office.outbox import Screen
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.office.typed import short
from domain.people.roster import Duties
from handlers.chat.cards import show_below
from handlers.chat.request import Request
from handlers.meetings.audience import audience, send_card, tell_changes
from handlers.meetings.calendar import put_out_calendar
from handlers.meetings.changes import change_lines
from handlers.meetings.convening.draft import expect_private, page_of, release, show_wizard
from handlers.meetings.meeting import load
from handlers.meetings.taps import DraftTap, DraftTimeTap, MeetingTap

REASON_KIND = "cancel-reason"
_REASON_LIMIT = 500


async def _convened(request: Request, meeting_id: int) -> tuple[Meeting, Duties]:
    meeting = await load(request, meeting_id)
    duties = meeting.require_chair(await request.roster(), request.actor)
    expect_private(request)
    if meeting.state is not MeetingState.CONVENED:
        raise Refusal(f"meeting-is-{meeting.state.value.replace('_', '-')}", number=meeting.number or 0)
    return meeting, duties


async def change(request: Request, tap: MeetingTap) -> None:
    """«Изменить»: the wizard on the convened meeting."""
    meeting, _duties = await _convened(request, tap.meeting)
    await show_wizard(request, meeting)


async def choose_later(request: Request, tap: MeetingTap) -> None:
    """«Перенести» when the time has come without a quorum: the calendar at once (п. 4.3.1)."""
    meeting, _duties = await _convened(request, tap.meeting)
    await show_wizard(request, meeting, {"page": "date"})


async def announce(request: Request, tap: DraftTap) -> None:
    """«Сообщить об изменениях»: one notice to everyone."""
    meeting, _duties = await _convened(request, tap.meeting)
    if not await tell_changes(request, meeting):
        raise Refusal("nothing-to-announce")
    await request.uow.meetings.save(meeting)
    request.reply("toast-announced")


async def postpone(request: Request, tap: DraftTimeTap) -> None:
    """The new time was confirmed: everyone is called anew, with whatever else was not told yet."""
    meeting, duties = await _convened(request, tap.meeting)
    card = await request.card()
    moment = tap.value.replace(tzinfo=request.office.profile.time_zone)
    told, before = meeting.starts_at, meeting.announced
    others = meeting.untold()
    same_year = meeting.year in (None, moment.year)
    moved = None if same_year else await request.uow.meetings.next_number(moment.year)
    act = convening.postpone(meeting, moment, duties, request.now, moved)
    await request.uow.meetings.save(meeting)
    await request.record(act, acting=duties.acting)
    roster = await request.roster()
    lines = change_lines(request.texts, roster, meeting, before, others) if before is not None else []
    for chat_id in await audience(request, meeting, before.participants if before else ()):
        heading = request.texts(
            "postponed-notice",
            number=meeting.number or 0,
            before=told or request.now,
            moment=moment,
            answers="no" if chat_id < 0 else "yes",
        )
        await request.uow.outbox.text(chat_id, Screen("\n".join([heading, *lines])))
    for chat_id in await audience(request, meeting):
        await send_card(request, meeting, chat_id)
    await put_out_calendar(request, meeting, meeting.calendar_chats)
    await request.uow.outbox.turn(card, {})
    request.reply("toast-postponed", number=meeting.number or 0)


async def expect_reason(request: Request, meeting: Meeting) -> None:
    """«Отменить заседание»: the reason is asked for, everyone will read it."""
    await _convened(request, meeting.id)
    await request.uow.expect(request.actor.user_id, Expectation(REASON_KIND, {"meeting": meeting.id}))


async def reason_words(request: Request, expectation: Expectation, text: str) -> None:
    """The reason; then a confirmation is asked for."""
    meeting, _duties = await _convened(request, int(expectation.content["meeting"]))
    content = {"page": "cancel", "rest": "confirm", "reason": short(text, _REASON_LIMIT)}
    await request.uow.expect(request.actor.user_id, None)
    await show_below(request, "convening", meeting.entity, page_of(meeting, {**content}))


async def cancel(request: Request, tap: DraftTap) -> None:
    """Confirmed: the meeting is called off, everyone is told why; its proposals wait again."""
    meeting, duties = await _convened(request, tap.meeting)
    card = await request.card()
    reason = str(card.content.get("reason", ""))
    if not reason:
        raise Refusal("card-outdated")
    before = meeting.announced
    act = convening.cancel(meeting, reason, duties)
    await request.uow.meetings.save(meeting)
    await request.record(act, acting=duties.acting)
    await release(request, meeting, meeting.agenda)
    text = request.texts(
        "cancelled-notice", number=meeting.number or 0, moment=meeting.starts_at or request.now, reason=reason
    )
    for chat_id in await audience(request, meeting, before.participants if before else ()):
        await request.uow.outbox.text(chat_id, Screen(text))
    await put_out_calendar(request, meeting, meeting.calendar_chats)
    await request.uow.outbox.turn(card, {})
    request.reply("toast-cancelled", number=meeting.number or 0)
