"""The rows that were set aside, as a workbook to correct and send again."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

from bot.registries.result import Reading
from domain.message import Problem

_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
_NOT_IN_A_CELL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_AS_TEXT = "@"  # the number format under which a spreadsheet leaves what is typed as it is
_LONGEST_CELL = 32_767
_REASON_WIDTH = 60
_FIRST_ROWS = "A2"


def write_unreadable(reading: Reading, explain: Callable[[Problem], str], reason: str = "Причина") -> bytes:
    """XLSX with a sheet for each sheet that has such rows: the reason, then the cells as they were read.

    Every cell is a text, so that nothing in it is ever a formula. Corrected and sent again, the file is
    read as any other: its first column has a header that no mapping knows.
    """
    from openpyxl import Workbook  # noqa: PLC0415 — half a second and 50 MB, so when first used

    book = Workbook(write_only=True)
    for sheet in reading.sheets:
        rows = [row for row in reading.unreadable if row.sheet == sheet.name]
        if not rows:
            continue
        page: Any = book.create_sheet(_NOT_IN_A_NAME.sub(" ", sheet.name)[:31] or reason)
        page.freeze_panes = _FIRST_ROWS
        page.column_dimensions["A"].width = _REASON_WIDTH
        page.append([_text_cell(page, text) for text in (reason, *sheet.headers)])
        for row in rows:
            page.append([_text_cell(page, text) for text in (explain(row.problem), *row.cells)])
    if not book.worksheets:
        book.create_sheet(reason)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def _text_cell(page: Any, text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 — see above

    cell = WriteOnlyCell(page, _NOT_IN_A_CELL.sub("", text)[:_LONGEST_CELL])
    cell.data_type = "s"
    cell.number_format = _AS_TEXT
    return cell
