"""Rows that were set aside as a table with a reason each: whole, and as a chat may carry it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.names import masked, masked_value
from bot.registries.result import REASON, Reading
from bot.registries.text_table import TextSheet, write_text_table
from domain.messages.masking import MASK
from domain.messages.message import Problem, UnreadableRow
from domain.messages.number import may_name

# What a chat carries of a message, each without personal data (rules, section 8).
_NUMBERS = frozenset({"number", "number_and_date"})
_IN_CHAT = frozenset(
    {
        *_NUMBERS, "channel", "received_at", "received_time", "registered_at", "registered_time",
        "answered_at", "answered_time", "answered_mark", "interim_at", "refuted_at", "important", "status",
        "topic", "topic_group", "executor", "unit",
    }
)  # fmt: skip

Explain = Callable[[Problem], str]


def write_unreadable(reading: Reading, explain: Explain, reason: str = REASON) -> bytes:
    """XLSX with a sheet for each sheet that has such rows: the reason, then the cells as they were read.

    Corrected and sent again, the file is read as any other: the column of reasons is passed over.
    """
    sheets = _sheets(reading, lambda row: (explain(row.problem), *row.cells), reason)
    return write_text_table(sheets, returns=True)


def write_unreadable_in_chat(reading: Reading, explain: Explain, row_header: str) -> bytes:
    """The same without citizens' data, and with the number of the row in the file; not to be sent back."""
    shown = lru_cache(4096)(masked)

    def cell(field: str, written: str) -> str:
        if not written or (field in _NUMBERS and not may_name(written)):
            return written
        return shown(written) if field in _IN_CHAT else MASK

    def line(row: UnreadableRow) -> Sequence[str | int]:
        fields = (*row.fields, *[""] * len(row.cells))
        cells = map(cell, fields, row.cells)
        return (explain(hidden_in(row.problem)), *cells, row.row)

    whole = _sheets(reading, line, REASON)
    sheets = [
        replace(sheet, name=shown(sheet.name), headers=(*map(shown, sheet.headers), row_header))
        for sheet in whole
    ]
    return write_text_table(sheets)


def hidden_in(problem: Problem) -> Problem:
    """A row's reason without personal data: it quotes what stands in the file."""
    told = {name: masked_value(one) if may_name(one) else one for name, one in problem.arguments.items()}
    return replace(problem, arguments=told)


def _sheets(
    reading: Reading, line: Callable[[UnreadableRow], Sequence[str | int]], reason: str
) -> list[TextSheet]:
    sheets = []
    for sheet in reading.sheets:
        rows = [line(row) for row in reading.unreadable if row.sheet == sheet.name]
        if rows:
            sheets.append(TextSheet(sheet.name or reason, (reason, *sheet.headers), rows))
    return sheets or [TextSheet(reason, (), ())]
