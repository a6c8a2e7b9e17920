"""The rows that were set aside, as a workbook to correct and send again."""

from __future__ import annotations

from collections.abc import Callable

from bot.registries.result import REASON, Reading
from bot.registries.text_table import TextSheet, write_text_table
from domain.messages.message import Problem


def write_unreadable(reading: Reading, explain: Callable[[Problem], str], reason: str = REASON) -> bytes:
    """XLSX with a sheet for each sheet that has such rows: the reason, then the cells as they were read.

    Corrected and sent again, the file is read as any other: the column of reasons is passed over.
    """
    sheets = []
    for sheet in reading.sheets:
        rows = [(explain(row.problem), *row.cells) for row in reading.unreadable if row.sheet == sheet.name]
        if rows:
            sheets.append(TextSheet(sheet.name or reason, (reason, *sheet.headers), rows))
    return write_text_table(sheets or [TextSheet(reason, (), ())], returns=True)
