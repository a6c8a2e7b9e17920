"""Days and moments in people's words, where the calendar has its corners."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.chat.dates import read_day, read_moment, read_past_day


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("29.02", date(2028, 2, 10), date(2024, 2, 29)),
        ("29.02", date(2028, 3, 10), date(2028, 2, 29)),
        ("29.02", date(2026, 11, 24), date(2024, 2, 29)),
        ("25.11", date(2026, 11, 24), date(2025, 11, 25)),
        ("24.11", date(2026, 11, 24), date(2026, 11, 24)),
        ("01.01.01", date(2026, 11, 24), date(2001, 1, 1)),
        ("01.01.0001", date(2026, 11, 24), None),
        ("31.12.9999", date(2026, 11, 24), None),
        ("31.11", date(2026, 11, 24), None),
        ("٣.11", date(2026, 11, 24), None),
    ],
)
def test_the_latest_such_day(text: str, today: date, day: date | None) -> None:
    assert read_past_day(text, today) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [("24.11", date(2026, 11, 24)), ("23.11", date(2027, 11, 23)), ("29.02", None), ("01.01.0001", None)],
)
def test_the_next_such_day(text: str, day: date | None) -> None:
    assert read_day(text, date(2026, 11, 24)) == day


@pytest.mark.parametrize("text", ["01.01.0001 00:00", "31.12.9999 23:59", "25.11.2026 24:00", "25.11 ²:00"])
def test_a_moment_outside_the_calendar_is_none(text: str) -> None:
    assert read_moment(text, datetime(2026, 11, 24, tzinfo=ZoneInfo("Asia/Yekaterinburg"))) is None
