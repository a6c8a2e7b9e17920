"""Numbers, days and hours out of what anybody may send: none raises, none lies outside its bounds."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.office import reading

ODD = (
    "²",
    "٣",
    "۵",
    "１",
    "౩",
    "1" + "0" * 30,
    "-0",
    "1e9",
    "1_000",
    "\x00",
    "\ud83d",
    "",
    " 1",
    "1\n",
    "+1",
)
READERS = (
    reading.whole,
    reading.day,
    reading.month,
    reading.clock,
    reading.stamp,
    lambda text: reading.seconds(text, 25.0),
    lambda text: reading.day_of(text, text, text),
)


@pytest.mark.parametrize("text", ODD)
def test_no_odd_digit_is_a_number(text: str) -> None:
    assert [read(text) for read in READERS] == [None] * len(READERS)
    assert reading.whole(text, -reading.MOST) is None
    assert reading.day(f"2026-11-{text}") is None
    assert reading.clock(f"10:{text}") is None


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # the table of characters is made once
@given(st.text(st.characters(exclude_categories=()), max_size=30) | st.from_regex(r"[-0-9٣²:.]{0,12}"))
def test_nothing_raises(text: str) -> None:
    for read in READERS:
        read(text)


@given(st.integers(-reading.MOST, reading.MOST), st.dates(reading.FIRST_DAY, reading.LAST_DAY))
def test_what_was_written_is_read(number: int, day: date) -> None:
    assert reading.whole(str(number), -reading.MOST) == number
    assert reading.whole(str(number), number + 1) is None
    assert reading.whole(str(number), -reading.MOST, number - 1) is None
    assert reading.day(day.isoformat()) == day
    assert reading.month(f"{day:%Y-%m}") == day.replace(day=1)
    assert reading.stamp(f"{day:%Y%m%d}1530") == datetime(day.year, day.month, day.day, 15, 30)  # noqa: DTZ001


@pytest.mark.parametrize("text", ["1999-12-31", "2100-01-01", "0001-01-01", "9999-12-31", "2026-02-30"])
def test_only_days_of_an_office_are_days(text: str) -> None:
    assert reading.day(text) is None
    assert reading.stamp(text.replace("-", "") + "1200") is None


def test_hours_are_read_as_people_write_them() -> None:
    assert [reading.clock(text) for text in ("9:05", "09.05", "24:00", "10:60", "1:5")] == [
        time(9, 5),
        time(9, 5),
        None,
        None,
        None,
    ]
    assert reading.seconds("0.5", 25.0) == 0.5
    assert reading.seconds("100", 25.0) == 25.0
