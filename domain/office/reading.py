"""Numbers, days and hours out of what people, files and buttons say: all of it is hostile until read here.

Nothing here raises: what is no such thing, or lies outside its bounds, is None. Digits are the ten of ASCII;
Python alone takes «٣» for a number, and «²» for a digit that `int` then refuses.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time

MOST = 2**63 - 1
"""The largest number that the database keeps."""

# No day of an office lies outside; near the ends of the calendar Python's own arithmetic overflows.
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)


def whole(text: str, least: int = 0, most: int = MOST) -> int | None:
    """A whole number between these two, both included."""
    if not re.fullmatch(r"[0-9]{1,19}|-[1-9][0-9]{0,18}", text):
        return None
    number = int(text)
    return number if least <= number <= most else None


def seconds(text: str, most: float) -> float | None:
    """«20», «0.5»: so many seconds, from none to `most`."""
    if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", text):
        return None
    return min(float(text), most)


def day(text: str) -> date | None:
    """«2026-11-25»."""
    found = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
    return day_of(found[1], found[2], found[3]) if found else None


def month(text: str) -> date | None:
    """«2026-11» as its first day."""
    found = re.fullmatch(r"([0-9]{4})-([0-9]{2})", text)
    return day_of(found[1], found[2], "1") if found else None


def day_of(year: str, month: str, day: str) -> date | None:
    """The day of these digits."""
    try:
        found = date(int(year), int(month), int(day))
    except (ValueError, OverflowError):
        return None
    return found if FIRST_DAY <= found <= LAST_DAY else None


def clock(text: str) -> time | None:
    """«9:05», «09.05»."""
    found = re.fullmatch(r"([0-9]{1,2})[:.]([0-9]{2})", text)
    try:
        return time(int(found[1]), int(found[2])) if found else None
    except ValueError:
        return None


def stamp(text: str) -> datetime | None:
    """«202611251500», without a zone."""
    found = re.fullmatch(r"([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})", text)
    if found is None:
        return None
    on, at = day_of(found[1], found[2], found[3]), clock(f"{found[4]}:{found[5]}")
    return datetime.combine(on, at) if on is not None and at is not None else None
