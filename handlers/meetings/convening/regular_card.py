"""Regular meetings: what was set, the steps of setting one, and why a draft was proposed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from domain.meetings.meeting import Meeting
from domain.meetings.regular import RegularMeeting, Rhythm
from domain.office import reading
from domain.office.outbox import Button, Screen
from handlers.chat.calendar_grid import month_of, month_rows
from handlers.chat.parts import Rows, button
from handlers.chat.view import View
from handlers.meetings.taps import RegularDayTap, RegularTap, RegularTimeTap

_HOURS = range(8, 19)


def _tap(act: str, regular: int = 0, value: str = "") -> str:
    return RegularTap(act=act, regular=regular, value=value).pack()


async def render(view: View) -> Screen | None:
    """What was set with its next day, or the step that the card stands on; only for the head."""
    if not view.chairs:
        return None
    content = view.card.content
    page, day = str(content.get("page", "")), reading.day(str(content.get("day", "")))
    back = (button(view, "back", _tap("back")),)
    if page == "day":
        return Screen(view.texts("regular-ask-day"), (*_days(view, str(content.get("month", ""))), back))
    if page == "rhythm" and day is not None:
        return Screen(view.texts("regular-ask-rhythm"), (*_rhythms(view, day), back))
    if page == "time" and day is not None:
        return Screen(view.texts("regular-ask-time"), (*_times(), back))
    if page == "place":
        return Screen(view.texts("regular-ask-place"), (back,))
    found = await view.uow.regulars.active()
    ended = next((one for one in found if page == "end" and one.id == content.get("regular")), None)
    if ended is not None:
        confirm = (button(view, "confirm", _tap("end", ended.id)), button(view, "cancel", _tap("back")))
        return Screen(view.texts("regular-confirm-end", which=named(view, ended)), (confirm,))
    return _list(view, list(found))


def _list(view: View, found: list[RegularMeeting]) -> Screen:
    lines = [view.texts("regulars-heading", count=len(found))]
    rows: Rows = []
    today = view.today
    for number, one in enumerate(found, start=1):
        upcoming = one.next_occasion(today, view.office.calendar)
        lines.append(
            view.texts(
                "regulars-line",
                number=number,
                which=named(view, one),
                place=one.place or "none",
                day=upcoming.held,
                questions=len(one.agenda),
            )
        )
        rows.append((Button(view.texts("button-regular-end", number=number), _tap("end", one.id)),))
    rows.append((button(view, "regular-new", _tap("new")),))
    return Screen("\n".join(lines), tuple(rows))


def named(view: View, regular: RegularMeeting) -> str:
    """«каждый второй вторник, 10:00»."""
    return f"{_rhythm(view, regular)}, {regular.at:%H:%M}"


def _rhythm(view: View, regular: RegularMeeting) -> str:
    return view.texts(
        "regular-rhythm",
        rhythm=regular.rhythm.value,
        weekday=regular.first.isoweekday(),
        ordinal=regular.ordinal,
    )


def _days(view: View, month: str) -> tuple[tuple[Button, ...], ...]:
    today = view.today
    return month_rows(
        view.texts,
        month_of(month, today),
        today + timedelta(days=1),
        lambda day: RegularDayTap(act="day", regular=0, value=day).pack(),
        view.office.calendar,
    )


def _rhythms(view: View, day: date) -> Rows:
    return [
        (Button(_rhythm(view, RegularMeeting(0, one, day, time())), _tap("rhythm", 0, one.value)),)
        for one in Rhythm
    ]


def _times() -> Rows:
    slots = [
        Button(
            f"{hour:02d}:{minute:02d}",
            RegularTimeTap(act="time", regular=0, value=hour * 100 + minute).pack(),
        )
        for hour in _HOURS
        for minute in (0, 30)
    ]
    return [tuple(slots[start : start + 4]) for start in range(0, len(slots), 4)]


async def why_proposed(view: View, meeting: Meeting, rest: str) -> list[str]:
    """Of which rhythm a draft is, and that a day off has moved it; `rest` is «3-2026-11-04»."""
    number, _, usual = rest.partition("-")
    regular, day = await view.uow.regulars.get(reading.whole(number) or 0), reading.day(usual)
    if regular is None or day is None:
        return []
    held = (meeting.starts_at or datetime.combine(day, regular.at)).date()
    which = named(view, regular)
    return [
        view.texts("regular-proposed", which=which, day=day, moved="yes" if held != day else "no", held=held),
        "",
    ]
