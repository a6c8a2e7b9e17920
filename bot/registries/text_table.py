"""Tables as XLSX in which every cell has the kind of its value: nothing in them is ever a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import chain, count
from typing import Any

from bot.registries.characters import fit

# Stands among the keywords of a workbook that the bot made to be looked at, not to be sent back to it.
OWN_TABLE = "municipal-centre-bot: list"
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_LONGEST_CELL = 32_767
_WIDTH, _FIRST_WIDTH = 18, 60  # in characters
_LINE, _HIGHEST = 15, 409  # of a row, in points
_FILLED = 0.95  # of a line, where words end and letters are wide
_A4 = 9
_TOP = {"valign": "top"}
# A spreadsheet leaves under «@» what is typed as it is.
_KINDS: Mapping[type, Mapping[str, Any]] = {
    str: {"num_format": "@", "text_wrap": True},
    int: {},
    float: {"num_format": "0%"},
    datetime: {"num_format": "DD.MM.YYYY HH:MM"},
    date: {"num_format": "DD.MM.YYYY"},
}

Cell = str | int | float | datetime | date | None
Formats = Mapping[type, Any]


@dataclass(frozen=True, slots=True)
class TextSheet:
    """A sheet: its headers, then its rows as they are asked for.

    `widths` of its first columns in characters; a longer text goes on below.
    """

    name: str
    headers: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    widths: Sequence[int] = (_FIRST_WIDTH,)


def write_text_table(sheets: Iterable[TextSheet], *, returns: bool = False) -> bytes:
    """The workbook's bytes; at least one sheet is expected. `returns`: it is made to be sent back.

    Printed, a sheet lies on its side, its columns are not parted, and each page has its headers.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 — loaded when there is a table to write

    saved = io.BytesIO()
    # Row by row: a hundred thousand of them are never all in memory.
    with Workbook(saved, {"constant_memory": True}) as book:
        book.set_properties({"keywords": "" if returns else OWN_TABLE})
        plain, header = formats_of(book), formats_of(book, bold=True)
        names: list[str] = []
        for sheet in sheets:
            names.append(_name(sheet.name, names))
            page = book.add_worksheet(names[-1])
            widths = (*sheet.widths, *[_WIDTH] * len(sheet.headers))
            lay_out(page, widths)
            write_row(page, 0, sheet.headers, widths, header)
            for at, row in enumerate(sheet.rows, 1):
                write_row(page, at, row, widths, plain)
    return saved.getvalue()


def _name(said: str, taken: Sequence[str]) -> str:
    """One that no other sheet of the book has; a spreadsheet tells no capitals apart."""
    name = _NOT_IN_A_NAME.sub(" ", fit(said))[:_LONGEST_NAME].strip("'") or "1"
    others = {one.casefold() for one in taken}
    numbered = (f"{name[: _LONGEST_NAME - len(str(one))]}{one}" for one in count(1))
    return next(one for one in chain((name,), numbered) if one.casefold() not in others)


def formats_of(book: Any, **look: Any) -> Formats:
    """What a cell of each kind looks like in this book; `look` is common to them."""
    return {kind: book.add_format({**_TOP, **own, **look}) for kind, own in _KINDS.items()}


def lay_out(page: Any, widths: Sequence[int], header: tuple[int, int] | None = (1, 0)) -> None:
    """A sheet lies on its side, all columns on one page; `header` in rows and columns stays in sight."""
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    if header:
        page.repeat_rows(0, header[0] - 1)
        page.freeze_panes(*header)
    for place, width in enumerate(widths):
        page.set_column(place, place, width)


def write_row(page: Any, at: int, cells: Sequence[Cell], widths: Sequence[int], formats: Formats) -> None:
    """The row of this number, as high as its texts; rows are written one after the other."""
    page.set_row(at, min(max(map(_lines, cells, widths), default=1) * _LINE, _HIGHEST))
    for place, value in enumerate(cells):
        look = formats.get(type(value))
        if isinstance(value, datetime):
            # What is shown is rounded: a day's last moment would be the next day's.
            moment = value.replace(second=0, microsecond=0, tzinfo=None)
            # Midnight sharp is how a file keeps what is of a day alone.
            page.write_datetime(at, place, moment, look if moment.time() > time() else formats[date])
        elif isinstance(value, date):
            page.write_datetime(at, place, value, look)
        elif isinstance(value, int | float):
            page.write_number(at, place, value, look)
        # A cell's lines end so; any other end would be shown as its code.
        elif line := fit((value or "").replace("\r\n", "\n").replace("\r", "\n"))[:_LONGEST_CELL]:
            page.write_string(at, place, line, look)
        elif value is not None:
            page.write_blank(at, place, None, look)


def _lines(cell: Cell, width: int) -> int:
    """How many lines a text takes in its column: no spreadsheet looks when it opens a file."""
    if not isinstance(cell, str):
        return 1
    return sum(1 + int(len(part) / (width * _FILLED)) for part in cell.split("\n"))
