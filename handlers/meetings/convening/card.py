"""The wizard of a meeting: one card whose pages fill the draft; its first page is the preview."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from domain.meetings.meeting import Meeting
from domain.meetings.preparation import Form, MeetingState
from domain.meetings.voting import quorum_needed
from domain.office import reading
from domain.office.outbox import Button, Screen
from domain.office.refusal import Refusal
from domain.office.wording import clipped, literal
from handlers.chat.calendar_grid import month_of, month_rows
from handlers.chat.parts import Rows, button, paging, seat_rows
from handlers.chat.view import View
from handlers.chat.wording import seat_list
from handlers.meetings.convening import changing_pages, guest_pages, question_pages
from handlers.meetings.convening.draft import item_of
from handlers.meetings.convening.follow_up_offer import offers_follow_up
from handlers.meetings.convening.parts import Page, ask, back, page, tap
from handlers.meetings.convening.warnings import warnings
from handlers.meetings.execution import executors
from handlers.meetings.meeting_card import agenda, question
from handlers.meetings.taps import DraftDayTap, DraftFormTap, DraftNumberTap, DraftTimeTap

_HOURS = range(8, 19)
_PROPOSALS_A_PAGE = 8
_ASKED_ON = {"question": "agenda", "time": "date", "link": "form", "guest": "guests"}


async def render(view: View) -> Screen | None:
    """The page the card stands on; a convened or discarded draft shows what became of it."""
    meeting = await view.uow.meetings.get(int(view.card.key))
    if meeting is None:
        return None
    if meeting.state is MeetingState.DISCARDED:
        return Screen(view.texts("draft-discarded"))
    if meeting.state is MeetingState.CANCELLED:
        return Screen(view.texts("draft-cancelled", number=meeting.number or 0, reason=meeting.cancel_reason))
    changing_it = meeting.state is MeetingState.CONVENED and view.card.content.get("changing")
    if meeting.state is not MeetingState.DRAFT and not changing_it:
        return Screen(
            view.texts("draft-sent", number=meeting.number or 0, moment=meeting.starts_at or view.now)
        )
    shown = _PAGES.get(str(view.card.content.get("page", "")), _preview)
    try:
        lines, rows = await shown(view, meeting, str(view.card.content.get("rest", "")))
    except Refusal:  # the question was removed meanwhile
        lines, rows = await _preview(view, meeting, "")
    return Screen("\n".join(lines), tuple(rows))


async def _preview(view: View, meeting: Meeting, _: str) -> tuple[list[str], Rows]:
    convened = meeting.state is MeetingState.CONVENED
    lines, rows = [*_programme(view, meeting), *await warnings(view, meeting)], _ways(view, meeting)
    waiting = await view.uow.proposals.undecided()
    if waiting:
        lines += ["", view.texts("draft-proposals-wait", count=len(waiting))]
        rows.append((button(view, "proposals", page(meeting, "proposals")),))
    if not convened and await offers_follow_up(view, meeting):
        rows.append((button(view, "follow-up", tap(meeting, "follow")),))
    if convened:
        return [*lines, *changing_pages.untold(view, meeting)], [*rows, *changing_pages.rows(view, meeting)]
    if meeting.starts_at and meeting.agenda and meeting.participants:
        lines += _without_chat(view, meeting)
        sending = ("send-out", "send") if view.chairs else ("submit", "submit")
        if view.chairs and meeting.prepared_by is not None:
            lines += ["", view.texts("assistant-asks")]
            sending = ("confirm", "send")
        rows.append((button(view, sending[0], tap(meeting, sending[1])),))
    else:
        what = "date" if not meeting.starts_at else "agenda" if not meeting.agenda else "people"
        lines += ["", view.texts("draft-missing", what=what)]
    rows.append((button(view, "cancel", tap(meeting, "discard")),))
    return lines, rows


def _programme(view: View, meeting: Meeting) -> list[str]:
    """When, where, who and what about: as everyone will read it."""
    if meeting.state is MeetingState.CONVENED:
        lines = [view.texts("change-heading", number=meeting.number or 0)]
    else:
        lines = [view.texts("draft-heading")]
    if meeting.starts_at is None:
        lines.append(view.texts("draft-no-date"))
    else:
        lines.append(view.texts("draft-moment", moment=meeting.starts_at, day_off=_day_off(view, meeting)))
    seats = seat_list(meeting.participants)
    lines += [
        view.texts("draft-place", place=meeting.place or "—"),
        view.texts("draft-form", form=meeting.form.value, link=clipped(meeting.link, 100) or "none"),
        view.texts("draft-participants", count=len(meeting.participants), seats=seats),
        *_below_quorum(view, meeting),
    ]
    invited = len(meeting.guests) + len(meeting.visitors)
    if invited:
        lines.append(view.texts("draft-guests", count=invited))
    if meeting.prepared_by is not None:
        assistant = view.roster.binding_of(meeting.prepared_by)
        lines.append(view.texts("prepared-by", name=assistant.name if assistant else "—"))
    questions = _questions(view, meeting) or [view.texts("draft-no-agenda")]
    return [*lines, "", *questions, *_outside(view, meeting)]


def _ways(view: View, meeting: Meeting) -> Rows:
    """To the pages on which it is filled in."""
    date_key = "postpone" if meeting.state is MeetingState.CONVENED else "date"
    return [
        (
            button(view, date_key, page(meeting, "date")),
            button(view, "place", ask(meeting, "place")),
        ),
        (
            button(view, "form", page(meeting, "form")),
            button(view, "agenda", page(meeting, "agenda")),
        ),
        (
            button(view, "participants", page(meeting, "people")),
            button(view, "guests", page(meeting, "guests")),
        ),
    ]


def _below_quorum(view: View, meeting: Meeting) -> list[str]:
    needed = quorum_needed(meeting.established, view.office.profile.quorum)
    missing = needed - len(meeting.participants)
    return [view.texts("draft-below-quorum", needed=needed, missing=missing)] if missing > 0 else []


def _questions(view: View, meeting: Meeting) -> list[str]:
    """The agenda with who executes and by when: what goes into the protocol as it stands here."""
    lines = []
    for item in meeting.agenda:
        lines += question(view, item)
        named = ", ".join(executors(view, item.motion))
        if named or item.due or item.draft_decision:
            lines.append(
                view.texts(
                    "draft-item-task",
                    executors=clipped(named, 150) or "none",
                    dated="yes" if item.due else "no",
                    due=item.due or view.now,
                )
            )
    return lines


def _outside(view: View, meeting: Meeting) -> list[str]:
    """Speakers who are no participants, and the chair, who always is one (п. 4.3)."""
    lines = []
    for item in meeting.agenda:
        if item.speaker_seat and item.speaker_seat not in meeting.participants:
            lines.append(
                view.texts("draft-speaker-outside", item=item.number, name=view.called(item.speaker_seat))
            )
    chair = meeting.chair(view.roster)
    if chair is not None and chair.seat not in meeting.participants:
        lines.append(view.texts("draft-chair-takes-part", seat=chair.seat))
    return ["", *lines] if lines else []


def _without_chat(view: View, meeting: Meeting) -> list[str]:
    """Participants whom the bot cannot reach: they are to be told in another way."""
    unreached = [seat for seat in meeting.participants if view.roster.binding(seat) is None]
    return (
        [view.texts("draft-without-chat", seats=seat_list(unreached), count=len(unreached))]
        if unreached
        else []
    )


def _day_off(view: View, meeting: Meeting) -> str:
    assert meeting.starts_at is not None  # asked for a set date
    day = meeting.starts_at.astimezone(view.office.profile.time_zone).date()
    return "no" if view.office.calendar.is_working_day(day) else "yes"


async def _discard(view: View, meeting: Meeting, _: str) -> tuple[list[str], Rows]:
    return [view.texts("draft-discard")], [
        (
            button(view, "confirm", tap(meeting, "discard")),
            button(view, "back", page(meeting, "preview")),
        )
    ]


async def _date(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    month = month_of(rest, view.now.date())
    today, calendar = view.now.date(), view.office.calendar

    def chosen(value: date | str) -> str:
        return DraftDayTap(act="date", meeting=meeting.id, value=value).pack()

    rows = month_rows(view.texts, month, today, chosen, calendar)
    return [view.texts("draft-choose-date")], [*rows, back(view, meeting)]


async def _time(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    day = reading.day(rest)
    if day is None:
        raise Refusal("card-outdated")
    slots = []
    for hour in _HOURS:
        for minute in (0, 30):
            moment = datetime.combine(day, time(hour, minute), view.now.tzinfo)
            if moment > view.now + timedelta(minutes=1):
                slots.append(
                    Button(
                        f"{moment:%H:%M}",
                        DraftTimeTap(
                            act="time", meeting=meeting.id, value=moment.replace(tzinfo=None)
                        ).pack(),
                    )
                )
    rows: Rows = [tuple(slots[start : start + 4]) for start in range(0, len(slots), 4)]
    rows.append((button(view, "other-time", ask(meeting, "time", day)),))
    return [view.texts("draft-choose-time", day=day)], [*rows, back(view, meeting, "date")]


async def _form(view: View, meeting: Meeting, _: str) -> tuple[list[str], Rows]:
    rows: Rows = [
        (
            Button(
                view.texts("button-form-name", form=form.value),
                DraftFormTap(act="form", meeting=meeting.id, value=form).pack(),
            ),
        )
        for form in Form
    ]
    return [view.texts("draft-choose-form")], [*rows, back(view, meeting)]


async def _agenda(view: View, meeting: Meeting, _: str) -> tuple[list[str], Rows]:
    rows: Rows = []
    for item in meeting.agenda:
        title = f"{item.number}. {clipped(item.question, 40)}"
        rows.append((Button(title, page(meeting, "item", item.number)),))
    rows.append((button(view, "add-item", ask(meeting, "question")),))
    lines = agenda(view, meeting) or [view.texts("draft-no-agenda")]
    return [view.texts("draft-agenda"), *lines], [*rows, back(view, meeting)]


async def _proposals(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    waiting = await view.uow.proposals.undecided()
    offset = reading.whole(rest, 0, len(waiting) - 1) or 0
    rows: Rows = [
        (
            Button(
                view.texts(
                    "button-take-proposal",
                    name=literal(view.called(one.seat)),
                    question=literal(clipped(one.question, 40)),
                ),
                _numbered(meeting, "propose", one.id),
            ),
        )
        for one in waiting[offset : offset + _PROPOSALS_A_PAGE]
    ]
    rows += paging(offset, _PROPOSALS_A_PAGE, len(waiting), lambda start: page(meeting, "proposals", start))
    lines = [view.texts("draft-choose-proposal", count=len(waiting))]
    return lines, [*rows, back(view, meeting)]


async def _people(view: View, meeting: Meeting, _: str) -> tuple[list[str], Rows]:
    needed = quorum_needed(meeting.established, view.office.profile.quorum)
    heading = view.texts("draft-choose-participants", count=len(meeting.participants), needed=needed)
    lines = [heading, *_below_quorum(view, meeting)]
    rows = seat_rows(view, lambda seat: _numbered(meeting, "people", seat), set(meeting.participants))
    return lines, [*rows, back(view, meeting)]


def _numbered(meeting: Meeting, act: str, number: int) -> str:
    return DraftNumberTap(act=act, meeting=meeting.id, value=number).pack()


async def _ask(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    what, _, of = rest.partition("-")
    count = 0
    if of and what != "time":
        item = item_of(meeting, of)
        row, count = back(view, meeting, "item", item.number), len(item.draft_decision)
    else:
        row = back(view, meeting, _ASKED_ON.get(what, "preview"))
    return [view.texts(f"draft-ask-{what}", count=count)], [row]


_PAGES: Mapping[str, Page] = {
    "preview": _preview,
    "discard": _discard,
    "date": _date,
    "time": _time,
    "form": _form,
    "agenda": _agenda,
    "proposals": _proposals,
    "item": question_pages.question,
    "speakers": question_pages.speakers,
    "executors": question_pages.executors_page,
    "due": question_pages.due,
    "materials": question_pages.materials,
    "people": _people,
    "guests": guest_pages.guests,
    "ask": _ask,
    "postpone": changing_pages.postpone,
    "cancel": changing_pages.cancel,
}
