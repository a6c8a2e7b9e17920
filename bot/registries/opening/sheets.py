"""Sheets on their way out of a file: what is merged stands in each of its cells, what is empty is cut off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

MOST_COLUMNS = 1_000
MOST_SPANS = 50_000

Row = list[Any]


@dataclass(frozen=True, slots=True)
class Span:
    """Merged cells: from the first to the last row and column, both counted from 0 and included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's rows from its first, empty ones too."""

    name: str
    rows: Iterable[Row]


def spread(rows: Iterable[Sequence[Any]], spans: Iterable[Span], left: int = 0) -> Iterator[Row]:
    """The rows with each span's value in all its cells; `left`: the column that the rows begin with."""
    beginning: dict[int, list[Span]] = {}
    for number, span in enumerate(spans):
        if number == MOST_SPANS:
            break
        beginning.setdefault(span.top, []).append(span)
    open_spans: list[tuple[Span, Any]] = []
    for at, cells in enumerate(rows):
        row = list(cells[:MOST_COLUMNS])
        for span in beginning.get(at, ()):
            column = span.left - left
            if 0 <= column < len(row):
                open_spans.append((span, row[column]))
        for span, value in open_spans:
            for column in range(max(0, span.left - left), min(span.right - left + 1, len(row))):
                row[column] = value
        open_spans = [one for one in open_spans if one[0].bottom > at]
        yield trimmed(row)


def trimmed(row: Row) -> Row:
    """The row without the empty cells at its end."""
    length = len(row)
    while length and is_blank(row[length - 1]):
        length -= 1
    return row[:length]


def is_blank(value: Any) -> bool:
    """Whether a cell holds nothing that one can see."""
    return value is None or (isinstance(value, str) and (not value or value.isspace()))
