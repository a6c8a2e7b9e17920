"""Days and moments as people write them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

_MOMENT = re.compile(
    r"(?P<day>\d{1,2})[.](?P<month>\d{1,2})(?:[.](?P<year>\d{4}|\d{2}))?\s+(?:в\s+)?"
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:\s+(?P<rest>.*))?$",
    re.ASCII,
)
_DATE = re.compile(r"(\d{1,2})[.](\d{1,2})(?:[.](\d{4}|\d{2}))?$", re.ASCII)


def moment_and_rest(text: str, now: datetime) -> tuple[datetime | None, str]:
    """«25.11.2026 15:00 каб. 12» as a moment in the office's zone and what stands after it.

    None where no moment stands at the beginning; a day without its year is the next such day.
    """
    match = _MOMENT.match(text.strip())
    if match is None:
        return None, ""
    day = _day(match["day"], match["month"], match["year"], now.date())
    hour, minute = int(match["hour"]), int(match["minute"])
    if day is None or hour > 23 or minute > 59:
        return None, ""
    assert isinstance(now.tzinfo, ZoneInfo)
    moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=now.tzinfo)
    return moment, (match["rest"] or "").strip()


def read_moment(text: str, now: datetime) -> datetime | None:
    """«25.11.2026 15:00 …» or «25.11 15:00» as a moment in the office's zone; None if it is none."""
    return moment_and_rest(text, now)[0]


def read_day(text: str, today: date) -> date | None:
    """«01.12.2026», «01.12» (the next such day); None if it is none."""
    match = _DATE.match(text.strip())
    return _day(match[1], match[2], match[3], today) if match else None


def read_past_day(text: str, today: date) -> date | None:
    """«23.11.2026», «23.11» (the latest such day), «вчера», «сегодня»; None if it is none."""
    named = {"сегодня": 0, "вчера": 1, "позавчера": 2, "today": 0, "yesterday": 1}
    if text.strip().casefold() in named:
        return today - timedelta(days=named[text.strip().casefold()])
    match = _DATE.match(text.strip())
    if match is None or match.end() != len(text.strip()):
        return None
    found = _day(match[1], match[2], match[3], today)
    if found is not None and match[3] is None and found > today:
        found = found.replace(year=found.year - 1)
    return found


def _day(day: str, month: str, year: str | None, today: date) -> date | None:
    whole = int(year) + (2000 if len(year) == 2 else 0) if year else today.year
    try:
        found = date(whole, int(month), int(day))
        if year is None and found < today:
            found = found.replace(year=today.year + 1)
    except ValueError:
        return None
    return found
