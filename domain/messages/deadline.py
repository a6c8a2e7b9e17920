"""When a message's term ends, and how late it is (rules, section 6).

The day of receipt or registration is day 0. A term in days ends with the last day itself, so that the
message is overdue from 00:00 of the next; a term in hours ends at its minute. Working hours run inside the
working time only. Moments go in aware and come out in UTC.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.office.calendar import WorkCalendar, work_ends
from domain.office.profile import CountsFrom, DayOff, DeadlineRule, TermUnit, WorkingTime

_ONE_DAY = timedelta(days=1)
_ONE_HOUR = timedelta(hours=1)
_END_OF_DAY = time(23, 59, 59, 999999)


class Urgency(StrEnum):
    """How a message stands towards its deadline."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    ANSWERED = "answered"
    ANSWERED_LATE = "answered_late"


def deadline_for(
    rule: DeadlineRule,
    received_at: datetime,
    registered_at: datetime | None,
    calendar: WorkCalendar,
    working_time: WorkingTime,
    zone: ZoneInfo,
) -> datetime:
    """The last moment in time for an answer."""
    start = received_at
    if rule.counts_from is CountsFrom.REGISTERED and registered_at is not None:
        start = registered_at
    local = start.astimezone(zone)
    if rule.unit is TermUnit.WORKING_HOURS:
        return _after_working_time(local, rule.amount * _ONE_HOUR, calendar, working_time).astimezone(UTC)
    if rule.unit is TermUnit.HOURS:
        end = (start + rule.amount * _ONE_HOUR).astimezone(zone)
        day = _off_day_off(end.date(), rule.day_off, calendar, local.date())
        return datetime.combine(day, end.time(), zone).astimezone(UTC)
    if rule.unit is TermUnit.WORKING_DAYS:
        day = working_day_after(local.date(), rule.amount, calendar)
    else:
        last = local.date() + rule.amount * _ONE_DAY
        day = _off_day_off(last, rule.day_off, calendar, local.date())
    return end_of_day(day, zone)


def overdue_by(
    rule: DeadlineRule,
    deadline: datetime,
    at: datetime,
    calendar: WorkCalendar,
    working_time: WorkingTime,
    zone: ZoneInfo,
) -> int:
    """Units of the rule begun since the end of the term: 0 when it has not passed.

    In working units 0 as well while nothing has been worked since: the first working day after is 1.
    """
    if at <= deadline:
        return 0
    end, now = deadline.astimezone(zone), at.astimezone(zone)
    if rule.unit is TermUnit.CALENDAR_DAYS:
        return (now.date() - end.date()).days
    if rule.unit is TermUnit.WORKING_DAYS:
        return working_days_between(end.date(), now.date(), calendar)
    if rule.unit is TermUnit.HOURS:
        return _begun_hours(at - deadline)
    return _begun_hours(_working_time_between(end, now, calendar, working_time))


def urgency(
    deadline: datetime,
    answered_at: datetime | None,
    now: datetime,
    due_soon_days: int,
    calendar: WorkCalendar,
    zone: ZoneInfo,
) -> Urgency:
    """How the message stands: soon is within `due_soon_days` working days."""
    if answered_at is not None:
        return Urgency.ANSWERED if answered_at <= deadline else Urgency.ANSWERED_LATE
    if deadline < now:
        return Urgency.OVERDUE
    if deadline <= end_of_day(now.astimezone(zone).date(), zone):
        return Urgency.TODAY
    return Urgency.SOON if deadline <= soon_until(now, due_soon_days, calendar, zone) else Urgency.LATER


def soon_until(now: datetime, days: int, calendar: WorkCalendar, zone: ZoneInfo) -> datetime:
    """The end of the day that is so many working days ahead."""
    return end_of_day(working_day_after(now.astimezone(zone).date(), days, calendar), zone)


def end_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The last moment of a day in the office's zone."""
    return datetime.combine(day, _END_OF_DAY, zone).astimezone(UTC)


def working_day_after(day: date, count: int, calendar: WorkCalendar) -> date:
    """The working day that is the `count`-th after this day."""
    while count > 0:
        day += _ONE_DAY
        count -= calendar.is_working_day(day)
    return day


def working_days_between(first: date, last: date, calendar: WorkCalendar) -> int:
    """Working days after the first day up to the last; 0 when the last is not later."""
    days = (first + step * _ONE_DAY for step in range(1, (last - first).days + 1))
    return sum(calendar.is_working_day(day) for day in days)


def working_day_before(day: date, count: int, calendar: WorkCalendar) -> date:
    """The working day that is the `count`-th before this day."""
    while count > 0:
        day -= _ONE_DAY
        count -= calendar.is_working_day(day)
    return day


def _off_day_off(day: date, policy: DayOff, calendar: WorkCalendar, day_zero: date) -> date:
    """Where a term that ends on a day off goes; back never as far as day 0, but forward then."""
    if policy is DayOff.KEEP:
        return day
    if policy is DayOff.PREVIOUS:
        earlier = day
        while earlier > day_zero and not calendar.is_working_day(earlier):
            earlier -= _ONE_DAY
        if earlier > day_zero:
            return earlier
    while not calendar.is_working_day(day):
        day += _ONE_DAY
    return day


def shifts(
    since: datetime, calendar: WorkCalendar, working_time: WorkingTime
) -> Iterator[tuple[datetime, datetime]]:
    """Stretches of working time from a local moment on, without end."""
    day = since.date()
    while True:
        if calendar.is_working_day(day):
            closes = work_ends(day, since.tzinfo, calendar, working_time)
            for begins, ends in (
                (working_time.opens, working_time.lunch_from),
                (working_time.lunch_to, working_time.closes),
            ):
                begin = max(datetime.combine(day, begins, since.tzinfo), since)
                end = min(datetime.combine(day, ends, since.tzinfo), closes)
                if begin < end:
                    yield begin, end
        day += _ONE_DAY


def _after_working_time(
    since: datetime, amount: timedelta, calendar: WorkCalendar, working_time: WorkingTime
) -> datetime:
    for begin, end in shifts(since, calendar, working_time):
        if amount <= end - begin:
            return begin + amount
        amount -= end - begin
    raise AssertionError("shifts never end")


def _working_time_between(
    since: datetime, until: datetime, calendar: WorkCalendar, working_time: WorkingTime
) -> timedelta:
    passed = timedelta()
    for begin, end in shifts(since, calendar, working_time):
        if begin >= until:
            break
        passed += min(end, until) - begin
    return passed


def _begun_hours(passed: timedelta) -> int:
    return -(-passed // _ONE_HOUR)
