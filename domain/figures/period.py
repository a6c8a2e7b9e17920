"""A period that figures are for: whole days in the office's zone, both ends inclusive."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.office.reading import FIRST_DAY, LAST_DAY
from domain.office.refusal import Refusal

_DAY = timedelta(days=1)
_WEEK = 7
_LONGEST = 366 * 5
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_QUARTER = re.compile(r"([0-9]{4})-Q([1-4])", re.IGNORECASE)
_ISO_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})", re.IGNORECASE)
_YEAR = re.compile(r"[0-9]{4}")


class PeriodKind(StrEnum):
    """What a period is, which decides the one that it is compared with."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days from the first to the last."""

    first: date
    last: date

    @property
    def kind(self) -> PeriodKind:
        """A calendar week, month, quarter or year; else so many days."""
        for kind, whole in (
            (PeriodKind.WEEK, week_of(self.first)),
            (PeriodKind.MONTH, month_of(self.first)),
            (PeriodKind.QUARTER, quarter_of(self.first)),
            (PeriodKind.YEAR, year_of(self.first)),
        ):
            if whole == self:
                return kind
        return PeriodKind.DAYS

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def before(self) -> Period:
        """The one of the same kind right before; of plain days, as many of them."""
        eve = self.first - _DAY
        match self.kind:
            case PeriodKind.MONTH:
                return month_of(eve)
            case PeriodKind.QUARTER:
                return quarter_of(eve)
            case PeriodKind.YEAR:
                return year_of(eve)
        return Period(self.first - timedelta(days=self.days), eve)

    def starts(self, zone: ZoneInfo) -> datetime:
        """Its first moment."""
        return datetime.combine(self.first, time(), zone)

    def ends(self, zone: ZoneInfo) -> datetime:
        """The first moment after it."""
        return datetime.combine(self.last + _DAY, time(), zone)

    def __str__(self) -> str:
        return f"{self.first.isoformat()}..{self.last.isoformat()}"


def week_of(day: date) -> Period:
    """Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=_WEEK - 1))


def month_of(day: date) -> Period:
    """The calendar month."""
    return Period(day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1]))


def quarter_of(day: date) -> Period:
    """The calendar quarter."""
    start = 3 * ((day.month - 1) // 3) + 1
    return Period(day.replace(month=start, day=1), month_of(day.replace(month=start + 2, day=1)).last)


def year_of(day: date) -> Period:
    """The calendar year."""
    return Period(date(day.year, 1, 1), date(day.year, 12, 31))


def read_period(text: str) -> Period:
    """«2026», «2026-Q4», «2026-10», «2026-W47», «2026-10-01..2026-10-31», one day. Raises Refusal."""
    said = text.strip()
    try:
        if _YEAR.fullmatch(said):
            period = year_of(date(int(said), 1, 1))
        elif found := _QUARTER.fullmatch(said):
            period = quarter_of(date(int(found[1]), 3 * int(found[2]), 1))
        elif found := _MONTH.fullmatch(said):
            period = month_of(date(int(found[1]), int(found[2]), 1))
        elif found := _ISO_WEEK.fullmatch(said):
            period = week_of(date.fromisocalendar(int(found[1]), int(found[2]), 1))
        else:
            first, dots, last = said.partition("..")
            period = Period(date.fromisoformat(first), date.fromisoformat(last if dots else first))
    except (ValueError, OverflowError):  # the last week of the year 9999 ends after all dates
        raise Refusal("period-unreadable", period=said[:60]) from None
    return checked(period)


def checked(period: Period) -> Period:
    """The period itself; a refusal for one turned round, outside 2000–2099, or of over five years."""
    if period.last < period.first:
        raise Refusal("period-backwards", first=period.first, last=period.last)
    if period.last > LAST_DAY:
        raise Refusal("period-unreadable", period=str(period))
    if period.first < FIRST_DAY or period.days > _LONGEST:
        raise Refusal("period-too-long", years=5)
    return period
