"""What a column of dates proves of the order of its days and months."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.registries.cells import Cell
from domain.imports.understanding import DateOrder

_DOTS = "., "
_MARK = r"[./\-–—,\\ ]"
_FIGURES = re.compile(
    rf"'?\s{{0,9}}(\d{{1,2}})\s{{0,9}}({_MARK})\s{{0,9}}(\d{{1,2}})\s{{0,9}}({_MARK})\s{{0,9}}(\d{{4}}|\d{{2}})(?!\d)"
)
_TIME_BEFORE = re.compile(
    r"\s{0,9}(?:в\s{1,9})?(\d{1,2}(?:[:.\-]\d{2}){1,2}|\d{1,2}\s?ч[ас.]{0,3}\s?\d{2}(?:\s?м[ин.]{0,3})?)[\s,]{1,9}"
    r"(?=\d{1,2}(?:\s|[./\-–—\\]\d{1,2}[./\-–—\\])|\d{4}-)"
)


def date_first(text: str) -> str:
    """«14:30 02.11.2026» with its date first, as others write it."""
    if before := _TIME_BEFORE.match(text):
        return f"{text[before.end() :].rstrip()} {before[1]}"
    return text


@dataclass(frozen=True, slots=True)
class Order:
    """How a column writes its dates.

    `order` None: both readings are possible and differ. `swapped`: dates that a spreadsheet made of figures
    written month first, taking the month for the day; `torn`: dates that it may have made so of figures
    written day first, as beside them stand as text just those that cannot be read month first. `example`:
    a figure that may be read either way. `dotted`: how it writes those with dots, where others have another
    separator.
    """

    order: DateOrder | None
    swapped: bool = False
    torn: bool = False
    example: str = ""
    dotted: DateOrder | None = None


DAY_FIRST = Order(DateOrder.DAY_FIRST)


def order_of(cells: Iterable[Cell], today: date) -> Order:
    """The order that the cells prove.

    A figure above twelve is no month, a date after today none of a registry: one alone may be a slip, two
    that are past when read the other way are none. Written with dots a date is day first unless it proves
    the contrary (ГОСТ Р 7.0.97-2025, дата документа); that proves nothing of those that stand beside it
    with strokes.
    """
    found: dict[bool, list[re.Match[str]]] = {True: [], False: []}
    days_of_dates: set[int] = set()
    for cell in cells:
        if isinstance(cell, datetime):
            days_of_dates.add(cell.day)
        elif isinstance(cell, str) and (figures := _FIGURES.match(date_first(cell))):
            found[figures[2] in _DOTS and figures[4] in _DOTS].append(figures)
    if not all(found.values()):
        return _order(found[True] or found[False], days_of_dates, today)
    return replace(_order(found[False], days_of_dates, today), dotted=_order(found[True], set(), today).order)


def _order(figures: Sequence[re.Match[str]], days_of_dates: set[int], today: date) -> Order:
    day_first = month_first = dotted = slashed = False
    future_by_day, future_by_month = set[date](), set[date]()
    example = ""
    for found in figures:
        one, other = int(found[1]), int(found[3])
        day_first |= one > 12 >= other
        slashed |= found[2] in "/-–—" or found[4] in "/-–—"
        month_first |= other > 12 >= one
        if one <= 12 and other <= 12 and one != other:
            dotted |= found[2] in _DOTS and found[4] in _DOTS
            example = example or found[0].strip("' ")
            year = int(found[5]) % 100 + 2000
            if (by_day := date(year, other, one)) > today:
                future_by_day.add(by_day)
            if (by_month := date(year, one, other)) > today:
                future_by_month.add(by_month)
    if month_first and not day_first:
        swapped = bool(days_of_dates) and not example and max(days_of_dates) <= 12
        return Order(DateOrder.MONTH_FIRST, swapped)
    if day_first and month_first:
        return Order(None, example=example) if example else DAY_FIRST
    if day_first and slashed and not example and days_of_dates and max(days_of_dates) <= 12:
        return Order(DateOrder.DAY_FIRST, torn=True)
    if day_first or not example or dotted:
        return DAY_FIRST
    if len(future_by_day) > 1 and not future_by_month:
        return Order(DateOrder.MONTH_FIRST)
    if len(future_by_month) > 1 and not future_by_day:
        return DAY_FIRST
    return Order(None, example=example)
