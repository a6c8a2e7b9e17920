"""`/report` and a period in words: which one is meant, and what is none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from domain.figures.period import month_of
from domain.office.refusal import Refusal
from handlers.figures.period_text import read_words

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("ноябрь", "2026-11-01", "2026-11-30"),
        ("Декабрь", "2025-12-01", "2025-12-31"),
        ("за май", None, None),
        ("май 2024 г.", "2024-05-01", "2024-05-31"),
        ("мая", "2026-05-01", "2026-05-31"),
        ("марта 2026 года", "2026-03-01", "2026-03-31"),
        ("3 квартал", "2026-07-01", "2026-09-30"),
        ("1-й квартал 2025", "2025-01-01", "2025-03-31"),
        ("IV квартал 2025 г.", "2025-10-01", "2025-12-31"),
        ("Q2 2026", "2026-04-01", "2026-06-30"),
        ("01.10–15.10", "2026-10-01", "2026-10-15"),
        ("25.12 - 05.01", "2025-12-25", "2026-01-05"),
        ("01.10.2026 — 31.10.2026", "2026-10-01", "2026-10-31"),
        ("вчера", "2026-11-23", "2026-11-23"),
        ("2026-W47", "2026-11-16", "2026-11-22"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("зима", None, None),
        ("5 квартал", None, None),
        ("01.10–15.10–20.10", None, None),
        ("31.02", None, None),
        ("–", None, None),
    ],
)
def test_words_name_a_period(text: str, first: str | None, last: str) -> None:
    if first is None:
        with pytest.raises(Refusal, match=r"^report-period-unreadable$"):
            read_words(text, TODAY)
        return
    period = read_words(text, TODAY)
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)


@given(st.dates(date(2001, 1, 1), date(2099, 1, 1)), st.integers(0, 364), st.sampled_from(["ru", "en"]))
def test_a_months_name_is_its_latest(today: date, ago: int, language: str) -> None:
    day = today - timedelta(days=ago)
    if (day.year, day.month) == (today.year - 1, today.month):
        return  # the name means this year's
    for form in ("LLLL", "LLLL y", "LLL"):
        assert read_words(format_date(day, form, language).replace(".", ""), today) == month_of(day)


@given(st.text(max_size=30))
def test_no_words_break_it(text: str) -> None:
    try:
        period = read_words(text, TODAY)
    except Refusal:
        return
    assert period.first <= period.last
