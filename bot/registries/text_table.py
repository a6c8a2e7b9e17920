"""Tables as XLSX in which every cell is a text, a number or a moment: nothing in them is ever a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
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
A4 = 9
DAY = "DD.MM.YYYY"
MOMENT = f"{DAY} HH:MM"
AS_TEXT = "@"
"""The format under which a spreadsheet leaves what is typed as it is."""
_TOP = {"valign": "top"}
_TEXT = _TOP | {"num_format": AS_TEXT, "text_wrap": True}

Cell = str | int | datetime | None


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
        text = book.add_format(_TEXT)
        header = book.add_format(_TEXT | {"bold": True})
        moments = {form: book.add_format(_TOP | {"num_format": form}) for form in (DAY, MOMENT)}
        number = book.add_format(_TOP)
        names: list[str] = []
        for sheet in sheets:
            names.append(_name(sheet.name, names))
            page = book.add_worksheet(names[-1])
            widths = (*sheet.widths, *[_WIDTH] * len(sheet.headers))
            _lay_out(page, widths)
            _write(page, 0, sheet.headers, widths, header, moments, number)
            for at, row in enumerate(sheet.rows, 1):
                _write(page, at, row, widths, text, moments, number)
    return saved.getvalue()


def to_the_minute(moment: datetime) -> datetime:
    """Without its seconds: what is shown is rounded, and a day's last moment would be the next day's."""
    return moment.replace(second=0, microsecond=0, tzinfo=None)


def form_of(moment: datetime) -> str:
    """How a cell shows it: midnight sharp is how a file keeps what is of a day alone."""
    return DAY if moment.time() == time() else MOMENT


def _name(said: str, taken: Sequence[str]) -> str:
    """One that no other sheet of the book has; a spreadsheet tells no capitals apart."""
    name = _NOT_IN_A_NAME.sub(" ", fit(said))[:_LONGEST_NAME].strip("'") or "1"
    others = {one.casefold() for one in taken}
    numbered = (f"{name[: _LONGEST_NAME - len(str(one))]}{one}" for one in count(1))
    return next(one for one in chain((name,), numbered) if one.casefold() not in others)


def _lay_out(page: Any, widths: Sequence[int]) -> None:
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    page.repeat_rows(0)
    page.freeze_panes(1, 0)
    for place, width in enumerate(widths):
        page.set_column(place, place, width)


def _write(
    page: Any,
    at: int,
    cells: Sequence[Cell],
    widths: Sequence[int],
    text: Any,
    moments: Mapping[str, Any],
    number: Any,
) -> None:
    page.set_row(at, min(max(map(_lines, cells, widths), default=1) * _LINE, _HIGHEST))
    for place, value in enumerate(cells):
        if value is None:
            continue
        if isinstance(value, datetime):
            page.write_datetime(at, place, to_the_minute(value), moments[form_of(value)])
        elif isinstance(value, int):
            page.write_number(at, place, value, number)
        # A cell's lines end so; any other end would be shown as its code.
        elif line := fit(value.replace("\r\n", "\n").replace("\r", "\n"))[:_LONGEST_CELL]:
            page.write_string(at, place, line, text)
        else:
            page.write_blank(at, place, None, text)


def _lines(cell: Cell, width: int) -> int:
    """How many lines a text takes in its column: no spreadsheet looks when it opens a file."""
    if not isinstance(cell, str):
        return 1
    return sum(1 + int(len(part) / (width * _FILLED)) for part in cell.split("\n"))
