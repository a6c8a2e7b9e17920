"""Times that are proposed, against a search minute by minute that shares no code with the domain."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date, datetime, timedelta

import pytest

from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.meetings.times import proposed_times
from domain.office.profile import OfficeProfile
from domain.people.roster import Absence, Holder, Roster

FIRST = date(2026, 11, 30)


class Calendar:
    """Days off and short days as they are given."""

    def __init__(self, off: set[date], short: set[date]) -> None:
        self.off, self.short = off, short

    def is_working_day(self, day: date) -> bool:
        return day.weekday() < 5 and day not in self.off

    def is_short_day(self, day: date) -> bool:
        return day in self.short


def others_of(chance: random.Random, profile: OfficeProfile) -> list[Meeting]:
    """Up to eight meetings of some of the members in some rooms, one of them without a time."""
    found = []
    for number in range(chance.randrange(9)):
        day = datetime.combine(FIRST, datetime.min.time(), profile.time_zone)
        at = day + timedelta(days=chance.randrange(16), minutes=chance.randrange(8 * 60, 18 * 60, 15))
        seats = chance.sample(range(1, 10), chance.randrange(1, 6))
        place = chance.choice(["", "каб. 12", "Каб.  12", "зал"])
        starts = None if number == 7 else at
        found.append(Meeting(100 + number, 9, MeetingState.CONVENED, starts_at=starts, place=place))
        found[-1].participants = seats
    return found


def minute_by_minute(
    meeting: Meeting, others: list[Meeting], roster: Roster, calendar: Calendar, now: datetime
) -> list[tuple[datetime, list[int]]]:
    """The oracle: hours of the shipped profile, 8:30 to 12 and 13 to 17:30, written out."""
    halves: dict[tuple[date, bool], list[tuple[datetime, list[int]]]] = defaultdict(list)
    minute = datetime.combine(now.date() + timedelta(days=1), datetime.min.time(), now.tzinfo)
    for _ in range(14 * 24 * 60):
        day, at = minute.date(), minute.hour * 60 + minute.minute
        last = 16 * 60 + 30 if day in calendar.short else 17 * 60 + 30
        morning = 8 * 60 + 30 <= at <= 11 * 60
        afternoon = 13 * 60 <= at <= last - 60
        worked = day.weekday() < 5 and day not in calendar.off
        if worked and at % 60 == 0 and (morning or afternoon):
            near = [
                one
                for one in others
                if one.starts_at is not None and -120 < (one.starts_at - minute).total_seconds() / 60 < 120
            ]
            room = "".join(meeting.place.lower().split())
            if not room or room not in ["".join(one.place.lower().split()) for one in near]:
                free = []
                for seat in meeting.participants:
                    away = any(one.seat == seat and one.first <= day <= one.last for one in roster.absences)
                    busy = any(seat in one.participants for one in near)
                    held = any(holder.seat == seat for holder in roster.holders)
                    if held and not away and not busy:
                        free.append(seat)
                halves[day, morning].append((minute, free))
        minute += timedelta(minutes=1)
    best = []
    for times in halves.values():
        most = max(len(free) for _, free in times)
        best.append(next(one for one in times if len(one[1]) == most))
    ranked = [one for most in range(9, -1, -1) for one in best if len(one[1]) == most]
    return sorted(ranked[:5])


@pytest.mark.parametrize("seed", range(12))
def test_the_best_times_are_those_found_minute_by_minute(seed: int, profile: OfficeProfile) -> None:
    chance = random.Random(seed)
    now = datetime(2026, 11, 29, 9, 10, tzinfo=profile.time_zone) + timedelta(days=chance.randrange(5))
    off = {FIRST + timedelta(days=chance.randrange(16)) for _ in range(chance.randrange(6))}
    calendar = Calendar(off, {FIRST + timedelta(days=chance.randrange(16))})
    absences = []
    for number in range(chance.randrange(7)):
        first = FIRST + timedelta(days=chance.randrange(16))
        absences.append(Absence(number, chance.randrange(1, 10), first, first + timedelta(days=number)))
    holders = [Holder(seat, seat, f"Место {seat}", FIRST) for seat in range(1, 10) if seat != seed]
    roster = Roster(profile, now.date(), tuple(holders), (), tuple(absences))
    meeting = Meeting(1, 9, participants=list(range(1, 10)), place=chance.choice(["", "каб. 12"]))
    others = others_of(chance, profile)
    found = proposed_times(meeting, others, roster, calendar, profile.working_time, now)
    assert [(one.starts_at, list(one.free)) for one in found] == minute_by_minute(
        meeting, others, roster, calendar, now
    )
    assert 3 <= len(found) <= 5


def test_nothing_is_proposed_in_two_weeks_off(profile: OfficeProfile) -> None:
    off = {FIRST + timedelta(days=step) for step in range(30)}
    now = datetime(2026, 11, 29, 9, 0, tzinfo=profile.time_zone)
    roster = Roster(profile, now.date(), (), (), ())
    meeting = Meeting(1, 9, participants=[1, 2])
    assert proposed_times(meeting, [], roster, Calendar(off, set()), profile.working_time, now) == []
