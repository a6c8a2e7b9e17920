"""Regular meetings: their days against a walk day by day, days off, what is proposed when and how often."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from domain.meetings.agenda import AgendaItem
from domain.meetings.regular import RegularMeeting, Rhythm
from domain.office.profile import OfficeProfile
from domain.office.refusal import Refusal

TUESDAY = date(2026, 12, 1)


class Calendar:
    """Five days a week, without those that are off."""

    def __init__(self, *off: date) -> None:
        self.off = off

    def is_working_day(self, day: date) -> bool:
        return day.weekday() < 5 and day not in self.off

    def is_short_day(self, day: date) -> bool:
        return False


def walked(regular: RegularMeeting, count: int) -> list[date]:
    """The oracle: every day from the first on is asked whether it is one."""
    first, day = regular.first, regular.first
    found: list[date] = []
    while len(found) < count:
        same = day.strftime("%A") == first.strftime("%A")
        if regular.rhythm is Rhythm.MONTHLY:
            earlier = [day - timedelta(weeks=step) for step in range(1, 5)]
            nth = 1 + sum(one.month == day.month for one in earlier)
            last = (day + timedelta(weeks=1)).month != day.month
            same = same and (last if first.day > 28 else nth == (first.day + 6) // 7)
        elif regular.rhythm is Rhythm.FORTNIGHTLY:
            same = same and (day - first).days // 7 % 2 == 0
        found += [day] if same else []
        day += timedelta(days=1)
    return found


@pytest.mark.parametrize("rhythm", list(Rhythm))
@pytest.mark.parametrize("first", [TUESDAY + timedelta(days=step) for step in range(0, 31, 3)])
def test_its_days_are_those_of_a_walk_day_by_day(rhythm: Rhythm, first: date) -> None:
    regular = RegularMeeting(1, rhythm, first, time(10))
    days = regular.usual_days()
    assert [next(days) for _ in range(30)] == walked(regular, 30)


def test_a_day_off_moves_it_and_the_following_one_swallows_it() -> None:
    weekly = RegularMeeting(1, Rhythm.WEEKLY, TUESDAY, time(10))
    days_off = Calendar(TUESDAY, TUESDAY + timedelta(days=1))
    assert weekly.next_occasion(date(2026, 11, 20), days_off).held == date(2026, 12, 3)
    week_off = Calendar(*(TUESDAY + timedelta(days=step) for step in range(7)))
    found = weekly.next_occasion(date(2026, 11, 20), week_off)
    assert (found.usual, found.held) == (date(2026, 12, 8), date(2026, 12, 8))


def test_it_is_proposed_once_five_working_days_before_and_never_after_its_day(profile: OfficeProfile) -> None:
    regular = RegularMeeting(1, Rhythm.WEEKLY, TUESDAY, time(10), "каб. 12", [AgendaItem(1, "Обращения")])
    proposed, day = [], date(2026, 11, 20)
    while day <= date(2026, 12, 31):
        for _again in range(3):
            occasion = regular.due_occasion(day, Calendar())
            if occasion is not None:
                meeting, _act = regular.propose(occasion, profile)
                assert meeting.starts_at is not None and meeting.starts_at.date() == occasion.held > day
                assert [item.question for item in meeting.agenda] == ["Обращения"]
                proposed.append((day, occasion.held))
        day += timedelta(days=1)
    days = [TUESDAY + timedelta(weeks=step) for step in range(6)]
    assert proposed == [(held - timedelta(weeks=1), held) for held in days][: len(proposed)]
    assert len(proposed) == 6


def test_after_a_silence_only_what_is_ahead_is_proposed(profile: OfficeProfile) -> None:
    regular = RegularMeeting(1, Rhythm.WEEKLY, TUESDAY, time(10))
    occasion = regular.due_occasion(date(2027, 1, 5), Calendar())
    assert occasion is not None and occasion.held == date(2027, 1, 12)


def test_it_ends_once() -> None:
    regular = RegularMeeting(1, Rhythm.WEEKLY, TUESDAY, time(10))
    regular.end(TUESDAY)
    assert not regular.active
    with pytest.raises(Refusal, match="regular-is-ended"):
        regular.end(TUESDAY)
