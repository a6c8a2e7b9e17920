"""Terms against a counter that only ever asks of one day or one minute whether it is worked.

The calendars are made up: any day may be off or short, so that no habit of a real year is built in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.messages.deadline import Urgency, deadline_for, overdue_by, urgency
from domain.office.profile import CountsFrom, DayOff, DeadlineRule, TermUnit, WorkingTime

ZONES = [ZoneInfo(name) for name in ("Asia/Yekaterinburg", "Europe/Kaliningrad", "Asia/Kamchatka", "UTC")]
FIRST = date(2025, 12, 15)
DAYS = 60
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@dataclass(frozen=True)
class MadeUpCalendar:
    """Weekends off; `swapped` days are the other way round; `short` ones close an hour earlier."""

    swapped: frozenset[date] = field(default_factory=frozenset)
    short: frozenset[date] = field(default_factory=frozenset)

    def is_working_day(self, day: date) -> bool:
        return (day.weekday() < 5) != (day in self.swapped)

    def is_short_day(self, day: date) -> bool:
        return self.is_working_day(day) and day in self.short


days = st.integers(0, DAYS).map(lambda number: FIRST + number * DAY)
calendars = st.builds(MadeUpCalendar, st.frozensets(days, max_size=25), st.frozensets(days, max_size=15))
zones = st.sampled_from(ZONES)


@st.composite
def working_times(draw: st.DrawFn) -> WorkingTime:
    marks = sorted(draw(st.sets(st.integers(12, 40), min_size=4, max_size=4)))
    opens, lunch_from, lunch_to, closes = (time(mark // 2, mark % 2 * 30) for mark in marks)
    return WorkingTime(opens, closes, lunch_from, lunch_to, draw(st.integers(0, 2)))


@st.composite
def moments(draw: st.DrawFn, zone: ZoneInfo) -> datetime:
    at = time(draw(st.integers(0, 23)), draw(st.integers(0, 59)))
    return datetime.combine(draw(days.filter(lambda day: day < FIRST + 40 * DAY)), at, zone)


def is_worked(moment: datetime, calendar: MadeUpCalendar, hours: WorkingTime) -> bool:
    """Whether the minute that begins here is worked."""
    day, at = moment.date(), moment.time()
    if not calendar.is_working_day(day) or not hours.opens <= at < hours.closes:
        return False
    if hours.lunch_from <= at < hours.lunch_to:
        return False
    left = (datetime.combine(day, hours.closes) - datetime.combine(day, at)) // MINUTE
    return left > (60 * hours.short_day_hours if calendar.is_short_day(day) else 0)


def minutes(since: datetime) -> Iterator[datetime]:
    while True:
        yield since
        since += MINUTE


def dates(since: date, step: timedelta = DAY) -> Iterator[date]:
    while True:
        since += step
        yield since


def last_day(start: date, rule: DeadlineRule, calendar: MadeUpCalendar) -> date:
    """Day by day, as one counts on a wall calendar."""
    if rule.unit is TermUnit.WORKING_DAYS:
        worked = [
            day for day, _ in zip(dates(start), range(400), strict=False) if calendar.is_working_day(day)
        ]
        return worked[rule.amount - 1]
    end = start
    for _ in range(rule.amount):
        end += DAY
    if rule.day_off is DayOff.KEEP or calendar.is_working_day(end):
        return end
    earlier = [start + step * DAY for step in range(1, (end - start).days)]
    worked_before = [day for day in earlier if calendar.is_working_day(day)]
    if rule.day_off is DayOff.PREVIOUS and worked_before:
        return worked_before[-1]
    return next(day for day in dates(end) if calendar.is_working_day(day))


day_rules = st.builds(
    DeadlineRule,
    st.integers(1, 45),
    st.sampled_from([TermUnit.WORKING_DAYS, TermUnit.CALENDAR_DAYS]),
    st.sampled_from(CountsFrom),
    st.sampled_from(DayOff),
)
ANY_HOURS = WorkingTime(time(9), time(18), time(12), time(13))


@settings(max_examples=300, deadline=None)
@given(data=st.data(), rule=day_rules, calendar=calendars, zone=zones)
def test_terms_in_days(
    data: st.DataObject, rule: DeadlineRule, calendar: MadeUpCalendar, zone: ZoneInfo
) -> None:
    received, registered = data.draw(moments(zone)), data.draw(st.none() | moments(zone))
    start = registered if rule.counts_from is CountsFrom.REGISTERED and registered else received
    found = deadline_for(rule, received.astimezone(UTC), registered, calendar, ANY_HOURS, zone)
    expected = last_day(start.date(), rule, calendar)
    assert found.astimezone(zone).date() == expected
    assert (found + timedelta(microseconds=1)).astimezone(zone).date() == expected + DAY
    assert found > start


@settings(max_examples=150, deadline=None)
@given(data=st.data(), amount=st.integers(1, 12), calendar=calendars, zone=zones, hours=working_times())
def test_working_hours(
    data: st.DataObject, amount: int, calendar: MadeUpCalendar, zone: ZoneInfo, hours: WorkingTime
) -> None:
    rule = DeadlineRule(amount, TermUnit.WORKING_HOURS, CountsFrom.RECEIVED)
    received = data.draw(moments(zone))
    left = 60 * amount
    for minute in minutes(received):
        left -= is_worked(minute, calendar, hours)
        if left == 0:
            break
    found = deadline_for(rule, received.astimezone(UTC), None, calendar, hours, zone)
    assert found.astimezone(zone) == minute + MINUTE


@settings(max_examples=200, deadline=None)
@given(
    data=st.data(), amount=st.integers(1, 200), policy=st.sampled_from(DayOff), calendar=calendars, zone=zones
)
def test_hours_by_the_clock(
    data: st.DataObject, amount: int, policy: DayOff, calendar: MadeUpCalendar, zone: ZoneInfo
) -> None:
    rule = DeadlineRule(amount, TermUnit.HOURS, CountsFrom.RECEIVED, policy)
    received = data.draw(moments(zone))
    end = received.astimezone(UTC)
    for _ in range(amount):
        end += timedelta(hours=1)
    local = end.astimezone(zone)
    whole = DeadlineRule(
        max((local.date() - received.date()).days, 0), TermUnit.CALENDAR_DAYS, CountsFrom.RECEIVED, policy
    )
    day = last_day(received.date(), whole, calendar)
    found = deadline_for(rule, received, None, calendar, ANY_HOURS, zone).astimezone(zone)
    assert (found.date(), found.time()) == (day, local.time())


@settings(max_examples=150, deadline=None)
@given(data=st.data(), unit=st.sampled_from(TermUnit), calendar=calendars, zone=zones, hours=working_times())
def test_lateness(
    data: st.DataObject, unit: TermUnit, calendar: MadeUpCalendar, zone: ZoneInfo, hours: WorkingTime
) -> None:
    end = data.draw(moments(zone))
    now = end + data.draw(st.integers(-3 * 24 * 60, 14 * 24 * 60)) * MINUTE
    passed = [end + step * MINUTE for step in range(max((now - end) // MINUTE, 0))]
    following = [end.date() + step * DAY for step in range(1, (now.date() - end.date()).days + 1)]
    expected = {
        TermUnit.CALENDAR_DAYS: len(following),
        TermUnit.WORKING_DAYS: sum(map(calendar.is_working_day, following)),
        TermUnit.HOURS: -(-len(passed) // 60),
        TermUnit.WORKING_HOURS: -(-sum(is_worked(minute, calendar, hours) for minute in passed) // 60),
    }[unit]
    rule = DeadlineRule(1, unit, CountsFrom.RECEIVED)
    assert overdue_by(rule, end.astimezone(UTC), now.astimezone(UTC), calendar, hours, zone) == expected


@settings(max_examples=200, deadline=None)
@given(data=st.data(), soon=st.integers(0, 5), calendar=calendars, zone=zones)
def test_standing(data: st.DataObject, soon: int, calendar: MadeUpCalendar, zone: ZoneInfo) -> None:
    now, deadline = data.draw(moments(zone)), data.draw(moments(zone))
    answered = data.draw(st.none() | moments(zone))
    ahead = (deadline.date() - now.date()).days
    worked_till = sum(calendar.is_working_day(now.date() + step * DAY) for step in range(1, ahead + 1))
    if answered is not None:
        expected = Urgency.ANSWERED if answered <= deadline else Urgency.ANSWERED_LATE
    elif now > deadline:
        expected = Urgency.OVERDUE
    elif ahead == 0:
        expected = Urgency.TODAY
    elif worked_till < soon or (worked_till == soon and calendar.is_working_day(deadline.date()) and soon):
        expected = Urgency.SOON
    else:
        expected = Urgency.LATER
    assert urgency(deadline, answered, now, soon, calendar, zone) is expected
