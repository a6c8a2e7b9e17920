"""A month as an inline keyboard."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta

from domain.office import reading
from domain.office.calendar import WorkCalendar
from domain.office.outbox import Button
from domain.office.ports import Texts

NOTHING = "none"


def month_of(text: str, today: date) -> date:
    """The first day of the month «2026-12»; of this month for what is none."""
    return reading.month(text) or today.replace(day=1)


def month_rows(
    texts: Texts,
    month: date,
    first_allowed: date,
    data: Callable[[date | str], str],
    work: WorkCalendar,
    present: date | None = None,
) -> tuple[tuple[Button, ...], ...]:
    """Weeks of a month from that of `first_allowed` on, Monday first: days off in brackets, none before it.

    The `present` day, which choosing would not change, is marked and does nothing.
    `data` turns a day and a month («2026-12») into callback data; an empty cell does nothing.
    """
    first = month.replace(day=1)
    idle = NOTHING
    before = first - timedelta(days=1)
    after = first + timedelta(days=32)
    title = texts("month-title", month=first)
    heading = (
        Button("‹", data(f"{before:%Y-%m}")) if before >= first_allowed else Button("·", idle),
        Button(title, idle),
        Button("›", data(f"{after:%Y-%m}")) if after <= reading.LAST_DAY else Button("·", idle),
    )
    names = tuple(Button(name, idle) for name in texts("week-days").split())
    weeks = [
        tuple(
            Button(f"✓{day.day}", idle) if day == present else _cell(day, first, first_allowed, data, work)
            for day in week
        )
        for week in calendar.Calendar().monthdatescalendar(first.year, first.month)
        if week[-1] >= first_allowed  # in a week that has passed there is nothing to tap
    ]
    return (heading, names, *weeks)


def _cell(
    day: date, month: date, first_allowed: date, data: Callable[[date | str], str], work: WorkCalendar
) -> Button:
    if day.month != month.month:
        return Button("\u00a0·\u00a0", NOTHING)
    if day < first_allowed:
        return Button("·", NOTHING)
    text = str(day.day) if work.is_working_day(day) else f"({day.day})"
    return Button(text, data(day))
