"""The wizard of a meeting: one card whose pages fill the draft; its first page is the preview."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta

from markupsafe import escape

from domain.agenda import AgendaItem
from domain.meeting import Meeting
from domain.ports import Button, Screen
from domain.preparation import Form, MeetingState
from domain.refusal import Refusal
from domain.voting import quorum_needed
from handlers.taps import DraftTap
from handlers.views.calendar_grid import month_rows
from handlers.views.context import View
from handlers.views.meeting import agenda
from handlers.views.words import clipped, seat_list

Rows = list[tuple[Button, ...]]
Page = Callable[[View, Meeting, str], tuple[list[str], Rows]]

_HOURS = range(8, 19)
_UNITS_A_PAGE = 8


async def render(view: View) -> Screen | None:
    """The page the card stands on; a convened or discarded draft shows what became of it."""
    meeting = await view.uow.meetings.get(int(view.card.key))
    if meeting is None:
        return None
    if meeting.state is MeetingState.DISCARDED:
        return Screen(view.texts("draft-discarded"))
    if meeting.state is not MeetingState.DRAFT:
        return Screen(
            view.texts("draft-sent", number=meeting.number or 0, moment=meeting.starts_at or view.now)
        )
    page = _PAGES.get(str(view.card.content.get("page", "")), _preview)
    try:
        lines, rows = page(view, meeting, str(view.card.content.get("rest", "")))
    except (Refusal, ValueError):  # the question was removed meanwhile
        lines, rows = _preview(view, meeting, "")
    return Screen("\n".join(lines), tuple(rows))


def _tap(meeting: Meeting, act: str, value: str = "") -> str:
    return DraftTap(act=act, meeting=meeting.id, value=value).pack()


def _button(view: View, key: str, data: str) -> Button:
    return Button(view.texts(f"button-{key}"), data)


def _back(view: View, meeting: Meeting, page: str = "preview") -> tuple[Button, ...]:
    return (_button(view, "back", _tap(meeting, "page", page)),)


def _preview(view: View, meeting: Meeting, _: str) -> tuple[list[str], Rows]:
    needed = quorum_needed(meeting.established, view.office.profile.quorum)
    lines = [view.texts("draft-heading")]
    if meeting.starts_at is None:
        lines.append(view.texts("draft-no-date"))
    else:
        lines.append(view.texts("draft-moment", moment=meeting.starts_at, day_off=_day_off(view, meeting)))
    lines += [
        view.texts("draft-place", place=meeting.place or "—"),
        view.texts("draft-form", form=meeting.form.value),
        view.texts(
            "draft-participants", count=len(meeting.participants), seats=seat_list(meeting.participants)
        ),
    ]
    if len(meeting.participants) < needed:
        missing = needed - len(meeting.participants)
        lines.append(view.texts("draft-below-quorum", needed=needed, missing=missing))
    if meeting.guests:
        lines.append(view.texts("draft-guests", count=len(meeting.guests)))
    lines += ["", *(agenda(view, meeting) or [view.texts("draft-no-agenda")])]
    rows: Rows = [
        (
            _button(view, "date", _tap(meeting, "page", "date")),
            _button(view, "place", _tap(meeting, "ask", "place")),
        ),
        (
            _button(view, "form", _tap(meeting, "page", "form")),
            _button(view, "agenda", _tap(meeting, "page", "agenda")),
        ),
        (
            _button(view, "participants", _tap(meeting, "page", "people")),
            _button(view, "guests", _tap(meeting, "page", "guests")),
        ),
    ]
    if meeting.starts_at and meeting.agenda and meeting.participants:
        rows.append((_button(view, "send-out", _tap(meeting, "send")),))
    rows.append((_button(view, "cancel", _tap(meeting, "discard")),))
    return lines, rows


def _day_off(view: View, meeting: Meeting) -> str:
    assert meeting.starts_at is not None  # asked for a set date
    day = meeting.starts_at.astimezone(view.office.profile.time_zone).date()
    return "no" if view.office.calendar.is_working_day(day) else "yes"


def _discard(view: View, meeting: Meeting, _: str) -> tuple[list[str], Rows]:
    return [view.texts("draft-discard")], [
        (
            _button(view, "confirm", _tap(meeting, "discard")),
            _button(view, "back", _tap(meeting, "page", "preview")),
        )
    ]


def _date(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    month = _month(rest, view.now.date())
    rows = month_rows(
        view.texts, month, view.now.date(), lambda day: _tap(meeting, "date", day), view.office.calendar
    )
    return [view.texts("draft-choose-date")], [*rows, _back(view, meeting)]


def _month(rest: str, today: date) -> date:
    parts = [int(part) for part in rest.split("-")] if rest else [today.year, today.month]
    return date(parts[0], parts[1], 1)


def _time(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    day = date.fromisoformat(rest)
    slots = []
    for hour in _HOURS:
        for minute in (0, 30):
            moment = datetime.combine(day, time(hour, minute), view.now.tzinfo)
            if moment > view.now + timedelta(minutes=1):
                slots.append(Button(f"{moment:%H:%M}", _tap(meeting, "time", f"{moment:%Y%m%d%H%M}")))
    rows: Rows = [tuple(slots[start : start + 4]) for start in range(0, len(slots), 4)]
    rows.append((_button(view, "other-time", _tap(meeting, "ask", f"time-{rest}")),))
    return [view.texts("draft-choose-time", day=day)], [*rows, _back(view, meeting, "date")]


def _form(view: View, meeting: Meeting, _: str) -> tuple[list[str], Rows]:
    rows: Rows = [
        (Button(view.texts("button-form-name", form=form.value), _tap(meeting, "form", form.value)),)
        for form in Form
    ]
    return [view.texts("draft-choose-form")], [*rows, _back(view, meeting)]


def _agenda(view: View, meeting: Meeting, _: str) -> tuple[list[str], Rows]:
    rows: Rows = []
    for item in meeting.agenda:
        title = f"{item.number}. {clipped(item.question, 40)}"
        rows.append((Button(title, _tap(meeting, "page", f"item-{item.number}")),))
    rows.append((_button(view, "add-item", _tap(meeting, "ask", "question")),))
    lines = agenda(view, meeting) or [view.texts("draft-no-agenda")]
    return [view.texts("draft-agenda"), *lines], [*rows, _back(view, meeting)]


def _item(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    item = meeting.item(int(rest))
    none = view.texts("draft-none")
    speaker = view.texts("seat-name", seat=item.speaker_seat) if item.speaker_seat else ""
    lines = [
        view.texts("draft-item", number=item.number),
        str(escape(item.question)),
        "",
        view.texts("draft-item-speaker", name=speaker or item.speaker or none),
        view.texts("draft-item-decision", text=item.draft_decision or none),
        view.texts("draft-item-executors", names=", ".join(executors(view, item)) or none),
        view.texts("draft-item-due", day=item.due) if item.due else view.texts("draft-item-no-due"),
    ]

    def page(name: str) -> str:
        return _tap(meeting, "page", f"{name}-{item.number}")

    def ask(name: str) -> str:
        return _tap(meeting, "ask", f"{name}-{item.number}")

    rows: Rows = [
        (_button(view, "item-question", ask("question")), _button(view, "item-speaker", page("speakers"))),
        (_button(view, "item-decision", ask("decision")), _button(view, "item-executors", page("executors"))),
        (_button(view, "item-due", page("due")), _button(view, "item-remove", _tap(meeting, "remove", rest))),
    ]
    if item.number > 1:
        rows.append((_button(view, "item-up", _tap(meeting, "up", rest)),))
    return lines, [*rows, _back(view, meeting, "agenda")]


def executors(view: View, item: AgendaItem) -> list[str]:
    """Who executes: units' titles and seats."""
    profile = view.office.profile
    units = [unit.title for unit in profile.units if unit.key in item.executor_units]
    return [*units, *(view.texts("seat-name", seat=seat) for seat in item.executor_seats)]


def _speakers(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    rows = _seat_rows(view, lambda seat: _tap(meeting, "speaker", f"{rest}-{seat}"), set())
    rows.append(
        (
            _button(view, "other-speaker", _tap(meeting, "ask", f"speaker-{rest}")),
            _button(view, "no-speaker", _tap(meeting, "speaker", f"{rest}-0")),
        )
    )
    return [view.texts("draft-choose-speaker")], [*rows, _back(view, meeting, f"item-{rest}")]


def _seat_rows(view: View, data: Callable[[int], str], chosen: set[int]) -> Rows:
    rows: Rows = []
    for seat in view.office.profile.seats:
        holder = view.roster.holder(seat.number)
        mark = "✓ " if seat.number in chosen else ""
        name = holder.name if holder else view.texts("seat-vacant")
        rows.append(
            (Button(f"{mark}{view.texts('seat-name', seat=seat.number)} · {name}", data(seat.number)),)
        )
    return rows


def _executors(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    number, _, start = rest.partition("-")
    item = meeting.item(int(number))
    first = int(start or 0)
    units = view.office.profile.units
    rows: Rows = [
        (
            Button(
                f"{'✓ ' if unit.key in item.executor_units else ''}{clipped(unit.title, 50)}",
                _tap(meeting, "executor", f"{number}-{unit.key}"),
            ),
        )
        for unit in units[first : first + _UNITS_A_PAGE]
    ]
    moves = []
    if first > 0:
        moves.append(Button("‹", _tap(meeting, "page", f"executors-{number}-{first - _UNITS_A_PAGE}")))
    if first + _UNITS_A_PAGE < len(units):
        moves.append(Button("›", _tap(meeting, "page", f"executors-{number}-{first + _UNITS_A_PAGE}")))
    seats = tuple(
        Button(
            f"{'✓' if seat.number in item.executor_seats else ''}{seat.number}",
            _tap(meeting, "executor", f"{number}-{seat.number}"),
        )
        for seat in view.office.profile.seats
    )
    rows += [tuple(moves), seats[:5], seats[5:]]
    lines = [view.texts("draft-choose-executors"), *executors(view, item)]
    return lines, [*rows, _back(view, meeting, f"item-{number}")]


def _due(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    number, _, month = rest.partition("-")
    meeting.item(int(number))
    rows: Rows = [
        *month_rows(
            view.texts,
            _month(month, view.now.date()),
            view.now.date(),
            lambda day: _tap(meeting, "due", f"{number}-{day}"),
            view.office.calendar,
        ),
        (
            _button(view, "other-date", _tap(meeting, "ask", f"due-{number}")),
            _button(view, "no-due", _tap(meeting, "due", f"{number}-none")),
        ),
    ]
    return [view.texts("draft-choose-due")], [*rows, _back(view, meeting, f"item-{number}")]


def _people(view: View, meeting: Meeting, _: str) -> tuple[list[str], Rows]:
    needed = quorum_needed(meeting.established, view.office.profile.quorum)
    lines = [view.texts("draft-choose-participants", count=len(meeting.participants), needed=needed)]
    if len(meeting.participants) < needed:
        missing = needed - len(meeting.participants)
        lines.append(view.texts("draft-below-quorum", needed=needed, missing=missing))
    rows = _seat_rows(view, lambda seat: _tap(meeting, "people", str(seat)), set(meeting.participants))
    return lines, [*rows, _back(view, meeting)]


def _guests(view: View, meeting: Meeting, _: str) -> tuple[list[str], Rows]:
    rows: Rows = []
    for guest in view.roster.guests():
        mark = "✓ " if guest.user_id in meeting.guests else ""
        title = clipped(f"{mark}{guest.name} · {guest.position}", 60)
        rows.append((Button(title, _tap(meeting, "guest", str(guest.user_id))),))
    rows.append((_button(view, "invite-guest", _tap(meeting, "guest", "invite")),))
    return [view.texts("draft-choose-guests")], [*rows, _back(view, meeting)]


def _ask(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    what, _, number = rest.partition("-")
    to = (
        f"item-{number}"
        if number and what != "time"
        else {"question": "agenda", "time": "date"}.get(what, "preview")
    )
    return [view.texts(f"draft-ask-{what}")], [_back(view, meeting, to)]


_PAGES: Mapping[str, Page] = {
    "preview": _preview,
    "discard": _discard,
    "date": _date,
    "time": _time,
    "form": _form,
    "agenda": _agenda,
    "item": _item,
    "speakers": _speakers,
    "executors": _executors,
    "due": _due,
    "people": _people,
    "guests": _guests,
    "ask": _ask,
}
