"""Terms counted by hand with a printed production calendar; the comment of each row says how."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.production_calendar import ProductionCalendar
from bot.profiles import load_profile
from domain.messages.deadline import deadline_for, end_of_day, overdue_by
from domain.office.profile import CountsFrom, DayOff, DeadlineRule, TermUnit

PROFILE = load_profile()
CALENDAR = ProductionCalendar(PROFILE)
ZONE = ZoneInfo("Asia/Yekaterinburg")
HOURS, WORKING_HOURS = TermUnit.HOURS, TermUnit.WORKING_HOURS
WORKING, CALENDAR_DAYS = TermUnit.WORKING_DAYS, TermUnit.CALENDAR_DAYS
PREVIOUS, NEXT, KEEP = DayOff.PREVIOUS, DayOff.NEXT, DayOff.KEEP

# Received (local), amount, the last day of the term.
WORKING_DAYS_TABLE = [
    ("2026-10-23 12:00", 10, "2026-11-09"),  # Fri; 26–30 Oct are 5, 2 3 5 6 Nov are 9 (4 is off), 9 Nov is 10
    ("2026-11-23 10:00", 1, "2026-11-24"),  # Mon → Tue
    ("2026-11-20 10:00", 1, "2026-11-23"),  # Fri → Mon
    ("2026-11-21 10:00", 1, "2026-11-23"),  # Sat is day 0, Mon is 1
    ("2026-11-22 10:00", 8, "2026-12-02"),  # Sun; 23–27 Nov are 5, 30 Nov 1 2 Dec are 8
    ("2026-11-24 00:00", 3, "2026-11-27"),  # Tue; Wed Thu Fri
    ("2026-11-03 16:59", 1, "2026-11-05"),  # Tue; Wed 4 Nov is a holiday
    ("2026-11-04 12:00", 1, "2026-11-05"),  # received on the holiday itself
    ("2024-04-26 09:00", 1, "2024-04-27"),  # Fri → Sat 27 Apr 2024, worked for Mon 29
    ("2024-04-26 09:00", 2, "2024-05-02"),  # 27 Apr is 1; 28 Sun, 29 30 Apr and 1 May off; 2 May is 2
    ("2024-11-01 09:00", 1, "2024-11-02"),  # Fri → Sat 2 Nov 2024, worked
    ("2024-11-01 09:00", 2, "2024-11-05"),  # 2 Nov is 1; 3 Sun, 4 holiday; 5 Nov is 2
    ("2024-12-27 09:00", 1, "2024-12-28"),  # Fri → Sat 28 Dec 2024, worked
    ("2024-12-27 09:00", 2, "2025-01-09"),  # 28 Dec is 1; 29–31 Dec and 1–8 Jan off; Thu 9 Jan is 2
    ("2025-12-30 09:00", 1, "2026-01-12"),  # 31 Dec off by transfer, 1–9 Jan off, 10 11 weekend
    ("2026-01-08 09:00", 1, "2026-01-12"),  # 9 Jan 2026 is off by transfer
    ("2025-10-31 09:00", 1, "2025-11-01"),  # Fri → Sat 1 Nov 2025, worked
    ("2025-10-31 09:00", 2, "2025-11-05"),  # 1 Nov is 1; 2 Sun, 3 transfer, 4 holiday; 5 Nov is 2
    ("2026-12-30 09:00", 3, "2027-01-13"),  # 31 Dec off, 1–8 Jan off, 9 10 weekend; 11 12 13 Jan
    ("2026-02-20 09:00", 1, "2026-02-24"),  # Fri; Mon 23 Feb is a holiday
    ("2026-03-06 09:00", 2, "2026-03-11"),  # Fri; 8 Mar is a Sunday, so Mon 9 is off; 10 and 11 Mar
    ("2026-05-08 09:00", 1, "2026-05-12"),  # Fri; 9 May is a Saturday, so Mon 11 is off
    ("2026-11-23 23:59", 1, "2026-11-24"),  # the last minute of Monday still is Monday
]  # fmt: skip

# Registered (local), amount, what to do on a day off, the last day of the term.
CALENDAR_DAYS_TABLE = [
    ("2026-10-01 09:00", 30, PREVIOUS, "2026-10-30"),  # 31 Oct is a Saturday → Fri
    ("2026-10-02 09:00", 30, PREVIOUS, "2026-10-30"),  # 1 Nov is a Sunday → Fri
    ("2026-10-03 09:00", 30, PREVIOUS, "2026-11-02"),  # a Monday
    ("2026-10-05 09:00", 30, PREVIOUS, "2026-11-03"),  # 4 Nov is a holiday → Tue
    ("2026-10-05 09:00", 30, NEXT, "2026-11-05"),  # the same forward → Thu
    ("2026-10-05 09:00", 30, KEEP, "2026-11-04"),  # the same as it falls
    ("2025-12-02 09:00", 30, PREVIOUS, "2025-12-30"),  # 1 Jan; 31 Dec 2025 is off by transfer → Tue 30
    ("2025-12-10 09:00", 30, PREVIOUS, "2025-12-30"),  # 9 Jan 2026 is off; back over the holidays → 30 Dec
    ("2025-12-10 09:00", 30, NEXT, "2026-01-12"),  # the same forward → Mon 12 Jan
    ("2024-03-28 09:00", 30, PREVIOUS, "2024-04-27"),  # a Saturday that is worked
    ("2024-03-29 09:00", 30, PREVIOUS, "2024-04-27"),  # Sun 28 Apr → Sat 27, worked
    ("2024-01-30 09:00", 30, PREVIOUS, "2024-02-29"),  # a leap year: 1 day of January, 29 of February
    ("2026-01-30 09:00", 30, PREVIOUS, "2026-02-27"),  # 1 Mar is a Sunday → Fri
    ("2026-10-01 09:00", 60, PREVIOUS, "2026-11-30"),  # extended by 30: 30 of October, 30 of November, Mon
    ("2026-10-23 09:00", 7, PREVIOUS, "2026-10-30"),  # to forward (59-ФЗ, ст. 8 ч. 3): Fri → Fri
    ("2026-10-28 09:00", 7, PREVIOUS, "2026-11-03"),  # Wed 4 Nov → Tue
    ("2026-10-01 23:30", 30, PREVIOUS, "2026-10-30"),  # the hour of registration does not matter
    ("2025-12-31 12:00", 7, PREVIOUS, "2026-01-12"),  # none worked till 7 Jan: forward, not before it came
]  # fmt: skip

# Received (local), hours, the last minute. The day is 08:30–12:00 (3,5) and 13:00–17:30 (4,5): 8 hours.
WORKING_HOURS_TABLE = [
    ("2026-11-24 08:30", 9, "2026-11-25 09:30"),  # 8 on Tue, 1 on Wed
    ("2026-11-24 11:00", 9, "2026-11-25 12:00"),  # 1 + 4,5 on Tue, 3,5 on Wed till lunch
    ("2026-11-24 11:00", 10, "2026-11-25 14:00"),  # one more, after lunch
    ("2026-11-20 20:15", 9, "2026-11-24 09:30"),  # Fri evening: 8 on Mon, 1 on Tue
    ("2026-11-20 17:30", 1, "2026-11-23 09:30"),  # the very minute of closing: from Mon
    ("2026-11-21 10:00", 8, "2026-11-23 17:30"),  # Sat: all of Mon
    ("2026-11-24 12:30", 2, "2026-11-24 15:00"),  # at lunch: from 13:00
    ("2026-11-24 03:00", 1, "2026-11-24 09:30"),  # at night: from the opening
    ("2026-11-02 16:30", 9, "2026-11-05 09:30"),  # 1 on Mon; Tue 3 Nov closes 16:30: 7; Wed off; 1 on Thu
    ("2026-11-03 16:45", 1, "2026-11-05 09:30"),  # after the short day's closing
    ("2026-11-03 15:45", 1, "2026-11-05 08:45"),  # 45 minutes, 15 on Thu
    ("2025-12-30 16:30", 9, "2026-01-12 17:30"),  # 1 on 30 Dec (full: 31 Dec is a transfer), 8 on 12 Jan
    ("2026-04-30 08:00", 9, "2026-05-04 10:30"),  # a short day: 7; 1–3 May off; 2 on Mon
    ("2026-11-24 17:29:30", 1, "2026-11-25 09:29:30"),  # half a minute today
    ("2024-11-02 15:30", 2, "2024-11-05 09:30"),  # worked for 30 Apr, an eve, so an hour shorter: 1 + 1
    ("2024-12-28 16:30", 2, "2025-01-09 09:30"),  # worked for 30 Dec, no eve, so full: 1 + 1
    ("2024-04-27 16:30", 2, "2024-05-02 09:30"),  # worked for 29 Apr, no eve: 1 + 1
    ("2027-02-20 15:30", 2, "2027-02-24 09:30"),  # worked for 22 Feb, an eve: 1; 24 Feb: 1
]  # fmt: skip

# Received (local), hours by the clock, what to do on a day off, the term's last minute.
HOURS_TABLE = [
    ("2026-11-20 15:20", 24, KEEP, "2026-11-21 15:20"),  # Sat
    ("2026-11-20 15:20", 24, NEXT, "2026-11-23 15:20"),  # Sat → Mon, the same minute
    ("2026-11-20 15:20", 24, PREVIOUS, "2026-11-23 15:20"),  # Fri 15:20 would be no time at all: forward
    ("2026-11-19 15:20", 72, PREVIOUS, "2026-11-20 15:20"),  # Sun → Fri
    ("2026-12-31 23:00", 2, KEEP, "2027-01-01 01:00"),  # over the year's end
]  # fmt: skip


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def term(rule: DeadlineRule, start: datetime, registered: datetime | None = None) -> datetime:
    found = deadline_for(rule, start, registered, CALENDAR, PROFILE.working_time, ZONE)
    assert found.utcoffset() == timedelta(0)
    return found.astimezone(ZONE)


def rule(amount: int, unit: TermUnit, day_off: DayOff = NEXT) -> DeadlineRule:
    return DeadlineRule(amount, unit, CountsFrom.RECEIVED, day_off)


def is_last_moment_of(moment: datetime, day: str) -> bool:
    following = moment + timedelta(microseconds=1)
    return moment.date() == date.fromisoformat(day) and following.date() != moment.date()


@pytest.mark.parametrize(("received", "amount", "last_day"), WORKING_DAYS_TABLE)
def test_working_days(received: str, amount: int, last_day: str) -> None:
    assert is_last_moment_of(term(rule(amount, WORKING), local(received)), last_day)


@pytest.mark.parametrize(("registered", "amount", "day_off", "last_day"), CALENDAR_DAYS_TABLE)
def test_calendar_days(registered: str, amount: int, day_off: DayOff, last_day: str) -> None:
    assert is_last_moment_of(term(rule(amount, CALENDAR_DAYS, day_off), local(registered)), last_day)


@pytest.mark.parametrize(("received", "amount", "last_minute"), WORKING_HOURS_TABLE)
def test_working_hours(received: str, amount: int, last_minute: str) -> None:
    assert term(rule(amount, WORKING_HOURS), local(received)) == local(last_minute)


@pytest.mark.parametrize(("received", "amount", "day_off", "last_minute"), HOURS_TABLE)
def test_hours_by_the_clock(received: str, amount: int, day_off: DayOff, last_minute: str) -> None:
    assert term(rule(amount, HOURS, day_off), local(received)) == local(last_minute)


def test_the_day_is_the_offices_day() -> None:
    # 20:00 UTC of the 23rd is 01:00 of the 24th in the office: day 0 is the 24th, 1 working day is the 25th.
    received = datetime.fromisoformat("2026-11-23T20:00:00+00:00")
    assert is_last_moment_of(term(rule(1, WORKING), received), "2026-11-25")
    # An office two hours behind the capital's zone counts the same moment to the 23rd.
    west = ZoneInfo("Europe/Kaliningrad")
    found = deadline_for(rule(1, WORKING), received, None, CALENDAR, PROFILE.working_time, west)
    assert found.astimezone(west).date() == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("channel", "topic", "received", "registered", "last"),
    [
        ("appeal", "", "2026-10-01 09:00", "2026-10-03 09:00", "2026-11-02"),  # from the registration
        ("appeal", "", "2026-10-03 09:00", None, "2026-11-02"),  # not registered yet: from the receipt
        ("pos", "", "2026-10-22 09:00", "2026-10-23 09:00", "2026-11-09"),  # the first row of the table
        ("upravlyaem", "Детские сады", "2026-11-22 10:00", None, "2026-12-02"),  # 8 working days
        ("upravlyaem", " уборка ДОРОГ от снега и наледи ", "2026-11-22 10:00", None, "2026-11-25"),  # 3
        ("monitoring", "", "2026-11-24 10:00", None, "2026-11-27"),  # 3 working days
        ("social", "", "2026-11-20 10:00", None, "2026-11-25"),  # Fri; Mon Tue Wed
    ],
)  # fmt: skip
def test_the_shipped_rules_of_channels_and_topics(
    channel: str, topic: str, received: str, registered: str | None, last: str
) -> None:
    shipped = PROFILE.channel(channel).rule_for(topic)
    found = term(shipped, local(received), local(registered) if registered else None)
    assert is_last_moment_of(found, last)


def test_an_incident_waits_nine_working_hours() -> None:
    shipped = PROFILE.channel("incident").rule_for("")
    assert term(shipped, local("2026-11-24 11:00")) == local("2026-11-25 12:00")


@pytest.mark.parametrize(
    ("unit", "deadline", "now", "late"),
    [
        (WORKING, "2026-11-09 end", "2026-11-24 08:25", 11),  # 10–13 Nov are 4, 16–20 are 9, 23 24 are 11
        (WORKING, "2026-11-09 end", "2026-11-09 23:59", 0),  # the last day itself
        (WORKING, "2026-11-09 end", "2026-11-10 00:00", 1),  # from 00:00 of the next
        (WORKING, "2026-11-20 end", "2026-11-22 12:00", 0),  # Fri; nothing has been worked since
        (WORKING, "2026-11-20 end", "2026-11-23 00:01", 1),  # Mon is the first
        (CALENDAR_DAYS, "2026-11-20 end", "2026-11-22 12:00", 2),  # Sat, Sun
        (CALENDAR_DAYS, "2026-12-30 end", "2027-01-02 00:00", 3),  # 31 Dec, 1 and 2 Jan
        (WORKING_HOURS, "2026-11-25 12:00", "2026-11-25 12:59", 0),  # lunch is not worked
        (WORKING_HOURS, "2026-11-25 12:00", "2026-11-25 13:01", 1),  # the first hour has begun
        (WORKING_HOURS, "2026-11-25 12:00", "2026-11-26 08:31", 5),  # 4,5 on Wed and a minute: the fifth
        (WORKING_HOURS, "2026-11-03 15:30", "2026-11-05 08:30", 1),  # the short day's last hour, no more
        (HOURS, "2026-11-21 15:20", "2026-11-21 15:20", 0),
        (HOURS, "2026-11-21 15:20", "2026-11-22 15:21", 25),
    ],
)  # fmt: skip
def test_lateness(unit: TermUnit, deadline: str, now: str, late: int) -> None:
    ends = (
        end_of_day(date.fromisoformat(deadline.removesuffix(" end")), ZONE)
        if deadline.endswith(" end")
        else local(deadline)
    )
    assert overdue_by(rule(1, unit), ends, local(now), CALENDAR, PROFILE.working_time, ZONE) == late


@pytest.mark.parametrize("language", ["ru_RU.UTF-8", "en_US.UTF-8", "C"])
def test_the_calendar_is_the_same_in_any_language_of_the_machine(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    monkeypatch.setenv("LC_ALL", language)
    calendar = ProductionCalendar(PROFILE)
    # 30.12.2025 is the eve of a transferred day, 08.05.2026 of Victory Day, 20.02.2027 is worked for an eve.
    asked = (date(2025, 12, 30), date(2026, 5, 8), date(2027, 2, 20))
    assert [calendar.is_short_day(day) for day in asked] == [False, True, True]
