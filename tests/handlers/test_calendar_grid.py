"""A month as buttons, as it stands on a phone."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bot.localisation import LANGUAGES, Locale
from bot.production_calendar import ProductionCalendar
from bot.profiles import load_profile
from domain.office.keyboard import fits
from handlers.chat.calendar_grid import month_rows


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_row_of_any_month_is_broken_on_a_phone(language: str) -> None:
    texts = Locale(language, ZoneInfo("Asia/Yekaterinburg"))
    for month in range(1, 13):
        first = date(2027, month, 1)
        rows = month_rows(texts, first, first, str, ProductionCalendar(load_profile()))
        assert all(fits(row) for row in rows), rows[0]


def test_weeks_that_have_passed_are_left_out() -> None:
    texts = Locale("ru", ZoneInfo("Asia/Yekaterinburg"))
    rows = month_rows(texts, date(2026, 11, 1), date(2026, 11, 24), str, ProductionCalendar(load_profile()))
    assert [button.text for button in rows[2]] == ["·", "24", "25", "26", "27", "(28)", "(29)"]
    assert len(rows) == 4
