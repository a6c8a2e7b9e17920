"""A period in a person's words: «ноябрь», «3 квартал 2025», «01.10–15.10»; else as `mcu export` takes it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from domain.figures.period import Period, checked, month_of, quarter_of, read_period
from domain.office.refusal import Refusal
from handlers.chat.dates import read_past_day

_MONTHS = (
    *("янв jan", "фев feb", "мар mar", "апр apr", "май мая may", "июн jun"),
    *("июл jul", "авг aug", "сен sep", "окт oct", "ноя nov", "дек dec"),
)
_MONTH = re.compile(r"([а-яa-z]{3,9})(?:\s+([0-9]{4}))?")
# As people write it and as the bot does: «3 квартал», «IV квартал 2026», «Q4 2026».
_QUARTER = re.compile(
    r"(?:q([1-4])|([1-4]|iv|i{1,3})[\s-]*(?:й\s*)?(?:кв\.?|квартал|quarter))(?:\s+([0-9]{4}))?"
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_DASH = re.compile(r"–|—|-|\.\.")
_YEAR_WORD = re.compile(r"(?<=\d)\s*г(?:ода?|\.)?$")


def read_words(text: str, today: date) -> Period:
    """The period meant; without a year, the latest such month or quarter that has begun. Raises Refusal."""
    said = _YEAR_WORD.sub("", " ".join(text.casefold().split()))
    if found := _MONTH.fullmatch(said):
        for number, names in enumerate(_MONTHS, 1):
            if found[1][:3] in names.split():
                return checked(_latest(number, found[2], today, month_of))
    if found := _QUARTER.fullmatch(said):
        named = found[1] or found[2]
        quarter = _ROMAN.get(named) or int(named)
        return checked(_latest(3 * quarter - 2, found[3], today, quarter_of))
    days = [day.strip() for day in _DASH.split(said)]
    last = read_past_day(days[-1], today)
    first = read_past_day(days[0], last or today) if len(days) == 2 else last
    if first is not None and last is not None and len(days) <= 2:
        return checked(Period(first, last))
    try:
        return read_period(said)
    except Refusal as refusal:
        if refusal.key != "period-unreadable":
            raise
        raise Refusal("report-period-unreadable", period=text[:60]) from None


def _latest(month: int, year: str | None, today: date, whole: Callable[[date], Period]) -> Period:
    this_year = today.year if month <= today.month else today.year - 1
    return whole(date(int(year) if year and int(year) else this_year, month, 1))
