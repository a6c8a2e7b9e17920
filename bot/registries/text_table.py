"""Tables as XLSX in which every cell is a text or a number: nothing in them is ever a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.registries.characters import fit

# Stands among the keywords of a workbook that the bot made to be looked at, not to be sent back to it.
OWN_TABLE = "municipal-centre-bot: list"
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
MOMENT = "DD.MM.YYYY HH:MM"
_A4 = 9
_AS_TEXT = "@"  # the number format under which a spreadsheet leaves what is typed as it is
_LONGEST_CELL = 32_767
_FIRST_COLUMN_WIDTH = 60
_FIRST_ROWS = "A2"


@dataclass(frozen=True, slots=True)
class TextSheet:
    """A sheet: its headers, then its rows as they are asked for."""

    name: str
    headers: Sequence[str]
    rows: Iterable[Sequence[str | int | datetime | None]]


def write_text_table(sheets: Iterable[TextSheet], *, returns: bool = False) -> bytes:
    """The workbook's bytes; at least one sheet is expected. `returns`: it is made to be sent back."""
    from openpyxl import Workbook  # noqa: PLC0415 — half a second and 50 MB, so when first used

    book = Workbook(write_only=True)
    book.properties.keywords = None if returns else OWN_TABLE
    for sheet in sheets:
        page: Any = book.create_sheet(_NOT_IN_A_NAME.sub(" ", fit(sheet.name))[:31])
        page.freeze_panes = _FIRST_ROWS
        page.column_dimensions["A"].width = _FIRST_COLUMN_WIDTH
        fit_to_width(page)
        for row in (sheet.headers, *sheet.rows):
            page.append([_cell(page, cell) for cell in row])
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def _cell(page: Any, value: str | int | datetime | None) -> Any:
    if isinstance(value, datetime):
        return moment_cell(page, value)
    return text_cell(page, value) if isinstance(value, str) else value


def fit_to_width(page: Any) -> None:
    """Printed, a sheet lies on its side, and its columns are not parted."""
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415 — see above

    page.page_setup.orientation, page.page_setup.paperSize = "landscape", _A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def moment_cell(page: Any, moment: datetime) -> Any:
    """A cell of a write-only page that holds this moment, in its own zone, without its seconds.

    Excel rounds what it shows: the last moment of a day would be the next day's midnight.
    """
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 — see above

    cell = WriteOnlyCell(page, moment.replace(second=0, microsecond=0, tzinfo=None))
    cell.number_format = MOMENT
    return cell


def text_cell(page: Any, text: str) -> Any:
    """A cell of a write-only page that holds this text, whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 — see above

    cell = WriteOnlyCell(page, fit(text)[:_LONGEST_CELL])
    cell.data_type = "s"
    cell.number_format = _AS_TEXT
    return cell
