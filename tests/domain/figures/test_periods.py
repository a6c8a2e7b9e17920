"""Periods: how they are written, and which one each is compared with."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.figures.period import Period, month_of, quarter_of, read_period, week_of, year_of
from domain.office.refusal import Refusal

DAYS = st.dates(date(2001, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("text", "first", "last", "before"),
    [
        ("2026-10", "2026-10-01", "2026-10-31", "2026-09-01..2026-09-30"),
        ("2026-W47", "2026-11-16", "2026-11-22", "2026-11-09..2026-11-15"),
        ("2026-w01", "2025-12-29", "2026-01-04", "2025-12-22..2025-12-28"),
        ("2026-Q1", "2026-01-01", "2026-03-31", "2025-10-01..2025-12-31"),
        ("2024", "2024-01-01", "2024-12-31", "2023-01-01..2023-12-31"),
        ("2026-10-01..2026-10-31", "2026-10-01", "2026-10-31", "2026-09-01..2026-09-30"),
        ("2026-10-05..2026-10-07", "2026-10-05", "2026-10-07", "2026-10-02..2026-10-04"),
        ("2026-11-24", "2026-11-24", "2026-11-24", "2026-11-23..2026-11-23"),
        ("2024-02", "2024-02-01", "2024-02-29", "2024-01-01..2024-01-31"),
    ],
)
def test_a_period_reads_and_knows_the_one_before(text: str, first: str, last: str, before: str) -> None:
    period = read_period(text)
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)
    assert str(period.before()) == before


@pytest.mark.parametrize(
    "text",
    [
        *("", "осень", "2026-13", "2026-W60", "2026-10-01..", "2026-Q5", "..2026-10-01", "²026"),
        *("9999", "9999-W52", "9999-12", "9999-12-31", "2100-01-01"),
    ],
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_period(text)
    assert refused.value.key == "period-unreadable"


@pytest.mark.parametrize("text", ["2026-10-31..2026-10-01", "1999", "2001-01-01..2026-01-01"])
def test_a_period_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match=r"^period-(backwards|too-long)$"):
        read_period(text)


@given(DAYS)
def test_the_one_before_ends_where_this_one_begins(day: date) -> None:
    for whole in (week_of, month_of, quarter_of, year_of):
        period = whole(day)
        assert period.first <= day <= period.last
        assert period.before().last + timedelta(days=1) == period.first
        assert period.before().kind is period.kind


@given(DAYS, st.integers(0, 400))
def test_any_days_are_compared_with_as_many(day: date, more: int) -> None:
    period = Period(day, day + timedelta(days=more))
    if period.kind.value == "days":
        assert period.before().days == period.days
