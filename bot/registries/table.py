"""A table looked at as a whole before its rows are read: what its columns prove, which rows are none."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.registries.cells import Cell, Uncomputed, is_empty, raw_text
from bot.registries.date_order import Order, order_of
from bot.registries.headers import Columns, Head, head_of
from bot.registries.moments import date_inside
from bot.registries.opening.workbook import TableRow
from domain.imports.understanding import DateOrder

_DATES = ("received_at", "registered_at", "answered_at", "interim_at", "refuted_at")
_MARKS = ("answered_mark", "status")  # with a date among their words
_TOTAL = re.compile(r"\s*(?:итог|всего|общ\w* (?:итог|количеств|числ)|в том числе|из них)", re.IGNORECASE)
_WORDS = re.compile(r"[А-Яа-яЁёA-Za-z]{3}")
_SECTION = re.compile(r"[IVXLC]{1,5}\.?|\d{1,2}\.\d{1,2}\.\d{4}")


@dataclass(frozen=True, slots=True)
class Part:
    """Rows under one header; a sheet has several where tables were put one below another."""

    head: Head
    columns: Columns
    rows: Sequence[TableRow]


def rows_beside(rows: Sequence[TableRow], at: int, width: int) -> list[TableRow]:
    """The rows of one of the tables that stand beside each other: columns from there on."""
    own = (replace(row, cells=row.cells[at : at + width]) for row in rows)
    return [row for row in own if not all(map(is_empty, row.cells))]


def tables_in(whole: Part, columns_of: Callable[[Head], Columns]) -> Iterator[Part]:
    """The tables that stand one below another, each under its own header."""
    part, begin = whole, 0
    for at, row in enumerate(whole.rows):
        if _begins_another(part, row):
            head = head_of([row.cells], 0)
            columns = columns_of(head)
            if not columns.missing:
                yield replace(part, rows=whole.rows[begin:at])
                part, begin = Part(head, columns, ()), at + 1
    yield replace(part, rows=whole.rows[begin:])


def rows_of_messages(head: Head, columns: Columns, rows: Sequence[TableRow]) -> list[TableRow]:
    """The rows without the header said again, the columns' numbers, titles, totals and signatures."""
    where = [at for field in ("number", "number_and_date") for at in columns.fields.get(field, ())][:1]
    dated = [at for field in (*_DATES, "number_and_date") for at in columns.fields.get(field, ())]
    texts = set(columns.fields.get("text", ())) - {0}
    return [
        row
        for position, row in enumerate(rows)
        if not (
            ((position == 0 or _repeats(head, rows[position - 1])) and _counts_columns(row))
            or _repeats(head, row)
            or (_is_title(row.cells) and not _goes_on(row.cells, texts))
            or _is_count(row.cells, {*where, *dated})
            or _is_total(row.cells)
            or _is_aside(row.cells, where, dated)
        )
    ]


def orders_of(
    columns: Columns, rows: Sequence[TableRow], today: date, said: DateOrder | None
) -> dict[int, Order]:
    """The order of days and months in each column of dates.

    One column's proof is good for all that prove nothing themselves; then what a person said.
    """
    indexes = [index for field in _DATES for index in columns.fields.get(field, ())]
    orders = {
        index: order_of((row.cells[index] for row in rows if index < len(row.cells)), today)
        for index in indexes
    }
    for index in (index for field in _MARKS for index in columns.fields.get(field, ())):
        marks = (row.cells[index] for row in rows if index < len(row.cells))
        # Dates with dots are read day first, whoever else writes otherwise.
        orders[index] = order_of(
            (date_inside(one) for one in marks if isinstance(one, str) and "/" in one), today
        )
    proven = {order.order for order in orders.values() if order.order is not None and not order.example}
    by_month = [order for order in orders.values() if order.order is DateOrder.MONTH_FIRST]
    known = DateOrder.MONTH_FIRST if by_month and len(proven) == 1 else said
    return {
        index: replace(order, order=known) if order.order is None and known is not None else order
        for index, order in orders.items()
    }


def numbers_run(columns: Columns, head: Head, rows: Sequence[TableRow]) -> bool:
    """Whether the numbers are 1, 2, 3 … from the first row on, under a header that may mean just that."""
    if "number" not in columns.fields:
        return False
    index = columns.fields["number"][0]
    if not head.counts_rows(index):
        return False
    numbers = [
        raw_text(row.cells[index]).strip().removesuffix(".").removesuffix(".0")
        for row in rows
        if index < len(row.cells) and not is_empty(row.cells[index])
    ]
    return bool(numbers) and numbers == [str(one) for one in range(1, len(numbers) + 1)]


def _is_title(cells: Sequence[Cell]) -> bool:
    """A section's title over its rows: one text, perhaps over several cells."""
    said = {raw_text(cell).strip() for cell in cells if not is_empty(cell)}
    if len(said) != 1 or any(isinstance(cell, datetime) for cell in cells):
        return False
    (text,) = said
    if _SECTION.fullmatch(text):
        return True
    return (text.isalpha() and len(text) > 1) or (" " in text and _WORDS.search(text) is not None)


def _goes_on(cells: Sequence[Cell], texts: Collection[int]) -> bool:
    """A text that did not fit into the row above: nobody may lose it as a title."""
    return [at for at, cell in enumerate(cells) if not is_empty(cell)] in [[at] for at in texts]


def _is_count(cells: Sequence[Cell], told: Collection[int]) -> bool:
    """A number alone, perhaps as a formula, where neither a message's number nor its date would stand."""
    filled = [(at, cell) for at, cell in enumerate(cells) if not is_empty(cell)]
    counts = [isinstance(cell, int | float | Uncomputed) and at not in told for at, cell in filled]
    return len(counts) == 1 and counts[0]


def _is_total(cells: Sequence[Cell]) -> bool:
    first = next((cell for cell in cells if not is_empty(cell)), None)
    return isinstance(first, str) and _TOTAL.match(first) is not None


def _is_aside(cells: Sequence[Cell], where: Sequence[int], dated: Sequence[int]) -> bool:
    """«ЖКХ … 5» over a section, «Исполнитель: … Иванова» at the end: words for a number, and no date.

    A row that says more in words is a message, and is set aside with its reason.
    """
    said = [raw_text(cell).strip(" _-–—\n") for cell in cells]
    number = said[where[0]] if where and where[0] < len(said) else ""
    if not _WORDS.search(number) or any(map(str.isdigit, number)):
        return False
    if any(map(str.isdigit, "".join(said[at] for at in dated if at < len(said)))):
        return False
    return sum(_WORDS.search(one) is not None for one in said) <= 2


def _counts_columns(row: TableRow) -> bool:
    """A row «1, 2, 3 …» that forms have under their headers."""
    said = [raw_text(cell).strip() for cell in row.cells if not is_empty(cell)]
    return len(said) > 2 and said == [str(number) for number in range(1, len(said) + 1)]


def _begins_another(part: Part, row: TableRow) -> bool:
    """Whether names of columns stand where dates of messages would."""
    dated = [at for field in _DATES for at in part.columns.fields.get(field, ()) if at < len(row.cells)]
    words = [cell for at in dated if isinstance(cell := row.cells[at], str) and _WORDS.search(cell)]
    return bool(words) and not any(map(str.isdigit, "".join(words))) and not _repeats(part.head, row)


def _repeats(head: Head, row: TableRow) -> bool:
    """A row of the header again, as at the top of a new printed page."""
    texts = [raw_text(cell).strip()[:200] for cell in row.cells]
    return any(
        len(texts) >= 2 and all(text == (line[at] if at < len(line) else "") for at, text in enumerate(texts))
        for line in head.rows
    )
