"""Days and moments as people write them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.office import reading

_MOMENT = re.compile(
    r"(?P<day>\d{1,2})[.](?P<month>\d{1,2})(?:[.](?P<year>\d{4}|\d{2}))?\s+(?:в\s+)?"
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:\s+(?P<rest>.*))?$",
    re.ASCII,
)
# The 29th of February comes again after as many years at most.
_LEAP_YEARS = 9
_DATE = re.compile(r"(\d{1,2})[.](\d{1,2})(?:[.](\d{4}|\d{2}))?$", re.ASCII)


def moment_and_rest(text: str, now: datetime) -> tuple[datetime | None, str]:
    """«25.11.2026 15:00 каб. 12» as a moment in the office's zone and what stands after it.

    None where no moment stands at the beginning; a day without its year is the next such day.
    """
    match = _MOMENT.match(text.strip())
    if match is None:
        return None, ""
    day = _next(match["day"], match["month"], match["year"], now.date())
    clock = reading.clock(f"{match['hour']}:{match['minute']}")
    if day is None or clock is None:
        return None, ""
    assert isinstance(now.tzinfo, ZoneInfo)
    return datetime.combine(day, clock, now.tzinfo), (match["rest"] or "").strip()


def read_moment(text: str, now: datetime) -> datetime | None:
    """«25.11.2026 15:00 …» or «25.11 15:00» as a moment in the office's zone; None if it is none."""
    return moment_and_rest(text, now)[0]


def read_day(text: str, today: date) -> date | None:
    """«01.12.2026», «01.12» (the next such day); None if it is none."""
    match = _DATE.match(text.strip())
    return _next(match[1], match[2], match[3], today) if match else None


def read_past_day(text: str, today: date) -> date | None:
    """«23.11.2026», «23.11» (the latest such day), «вчера», «сегодня»; None if it is none."""
    named = {"сегодня": 0, "вчера": 1, "позавчера": 2, "today": 0, "yesterday": 1}
    if text.strip().casefold() in named:
        return today - timedelta(days=named[text.strip().casefold()])
    match = _DATE.match(text.strip())
    if match is None or match.end() != len(text.strip()):
        return None
    if match[3] is not None:
        return _of_year(match[1], match[2], match[3])
    past = range(today.year, today.year - _LEAP_YEARS, -1)
    days = (reading.day_of(str(year), match[2], match[1]) for year in past)
    return next((day for day in days if day is not None and day <= today), None)


def _next(day: str, month: str, year: str | None, today: date) -> date | None:
    """The day of this year; without a year, today or the next such day within a year."""
    if year is not None:
        return _of_year(day, month, year)
    found = reading.day_of(str(today.year), month, day)
    return reading.day_of(str(today.year + 1), month, day) if found is not None and found < today else found


def _of_year(day: str, month: str, year: str) -> date | None:
    return reading.day_of(year if len(year) == 4 else f"20{year}", month, day)
