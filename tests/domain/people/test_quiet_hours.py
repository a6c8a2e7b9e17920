"""Quiet hours against a walk over the minutes of two days."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from domain.office.refusal import Refusal
from domain.people.quiet import QuietHours, read_hours

ZONE = ZoneInfo("Asia/Yekaterinburg")
DAY = 24 * 60
times = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))


@settings(deadline=None)
@given(begin=times, end=times, minute=st.integers(0, DAY - 1))
def test_the_end_is_where_a_walk_by_minutes_leaves_the_quiet(begin: time, end: time, minute: int) -> None:
    assume(begin != end)
    quiet = [False] * DAY
    walk = begin.hour * 60 + begin.minute
    while walk != end.hour * 60 + end.minute:
        quiet[walk] = True
        walk = (walk + 1) % DAY
    start = datetime(2026, 11, 24, tzinfo=ZONE) + timedelta(minutes=minute)
    expected = None
    if quiet[minute]:
        still = next(step for step in range(DAY) if not quiet[(minute + step) % DAY])
        expected = start + timedelta(minutes=still)
    assert QuietHours(begin, end).end_of(start, ZONE) == expected


@pytest.mark.parametrize("text", ["22:00-07:00", "22.00–07.00", " 22:00 — 7:00 "])
def test_hours_are_read_as_people_write_them(text: str) -> None:
    assert read_hours(text) == QuietHours(time(22), time(7))


@pytest.mark.parametrize("text", ["", "22:00", "25:00-07:00", "22:60-07:00", "08:00-08:00", "с десяти"])
def test_what_is_no_hours_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match=r"^hours-unreadable$"):
        read_hours(text)
