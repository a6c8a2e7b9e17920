"""How long copies and citizens' words are kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

_DAYS, _WEEKS, _MONTHS = 7, 5, 12


def copies_to_keep(days: Iterable[date]) -> set[date]:
    """Of nightly copies: the last seven, the last of each of five weeks and of each of twelve months."""
    newest_first = sorted(set(days), reverse=True)
    weeks: dict[tuple[int, int], date] = {}
    months: dict[tuple[int, int], date] = {}
    for day in newest_first:
        weeks.setdefault(day.isocalendar()[:2], day)
        months.setdefault((day.year, day.month), day)
    return {*newest_first[:_DAYS], *list(weeks.values())[:_WEEKS], *list(months.values())[:_MONTHS]}
