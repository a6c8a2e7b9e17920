"""The production calendar as the rules need it: which days are worked, which are an hour shorter."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from domain.office.profile import WorkingTime


class WorkCalendar(Protocol):
    """Working days with the transferred ones; `bot/` fills it from a library and the profile."""

    def is_working_day(self, day: date) -> bool:
        """Whether this day is worked (a transferred Saturday is, a holiday is not)."""

    def is_short_day(self, day: date) -> bool:
        """Whether this working day is shortened, being the eve of a public holiday (ТК РФ, ст. 95)."""


def work_ends(day: date, zone: tzinfo | None, calendar: WorkCalendar, hours: WorkingTime) -> datetime:
    """When a working day ends there: earlier before a public holiday."""
    ends = datetime.combine(day, hours.closes, zone)
    return ends - timedelta(hours=hours.short_day_hours) if calendar.is_short_day(day) else ends


def office_rests(moment: datetime, calendar: WorkCalendar, hours: WorkingTime) -> bool:
    """Whether this local moment is before work, after it, or on a day off; lunch is no rest of this kind."""
    if not calendar.is_working_day(moment.date()):
        return True
    ends = work_ends(moment.date(), moment.tzinfo, calendar, hours)
    return moment.time() < hours.opens or moment >= ends
