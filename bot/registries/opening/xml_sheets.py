"""Tables in one XML file: SpreadsheetML of Excel 2003, and flat OpenDocument (FODS).

A document type may declare nothing: entities are how a small file becomes a large one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any
from xml.parsers import expat

from bot.registries.opening.formulas import uncomputed
from bot.registries.opening.sheets import MOST_COLUMNS, Row, Sheet, Span, spread

_MOST_REPEATED_ROWS = 1_000
_EXCEL = "urn:schemas-microsoft-com:office:spreadsheet"
_OPEN = "urn:oasis:names:tc:opendocument:xmlns"


class NotSafe(ValueError):
    """The file declares entities."""


class NoTable(ValueError):
    """XML of another kind."""


@dataclass(slots=True)
class Book:
    """What was read: sheets, names of hidden ones, how days are counted, whether formulas lack values."""

    sheets: list[Sheet] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    from_1904: bool = False
    uncomputed: bool = False


def read_xml(text: str) -> Book:
    """The tables; NoTable, NotSafe, or expat's own error for XML that is broken."""
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator="|")
    parser.buffer_text = True
    parser.EntityDeclHandler = _refuse_entity
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.said
    parser.Parse(text, True)
    if not reader.known:
        raise NoTable
    return reader.book


def _refuse_entity(*_: Any) -> None:
    raise NotSafe


class _Reader:
    """Follows one document; each of the two kinds has its own names for the same things."""

    def __init__(self) -> None:
        self.known = False
        self.book = Book()
        self._rows: list[Row] = []
        self._spans: list[Span] = []
        self._name = ""
        self._is_hidden = False
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._row: Row = []
        self._repeated = 1
        self._cell: dict[str, str] = {}
        self._words: list[str] | None = None
        self._in_note = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        namespace, _, name = tag.rpartition("|")
        is_open = namespace.startswith(_OPEN)
        self.known = self.known or is_open or namespace == _EXCEL
        said = {key.rpartition("|")[2]: value for key, value in attributes.items()}
        match name:
            case "Worksheet" | "table":
                self._begin_sheet(said, is_sheet=is_open or name == "Worksheet")
            case "Row" | "table-row":
                self._begin_row(said)
            case "Cell" | "table-cell" | "covered-table-cell":
                self._cell, self._words = said, None
            case "Comment" | "annotation":
                self._in_note = True
            case "Data" | "p" if not self._in_note:
                self._cell.setdefault("value-type", said.get("Type", "string"))
                self._words = [*self._words, "\n"] if self._words else []
            case "line-break" | "BR" if self._words is not None:
                self._words.append("\n")
            case "tab" | "s" if is_open and self._words is not None:
                self._words.append(" ")
            case "style":
                self._style = said.get("name", "")
            case "table-properties" if said.get("display") == "false":
                self._hidden_styles.add(self._style)
            case "Visible":
                self._words = []
            case "Date1904":
                self.book.from_1904 = True
            case "null-date":
                self.book.from_1904 = said.get("date-value", "").startswith("1904")

    def said(self, words: str) -> None:
        """Characters inside an element."""
        if self._words is not None and not self._in_note:
            self._words.append(words)

    def end(self, tag: str) -> None:
        """An element ends."""
        match tag.rpartition("|")[2]:
            case "Worksheet":
                self._end_sheet()
            case "table" if tag.startswith(_OPEN):
                self._end_sheet()
            case "Row" | "table-row":
                self._end_row()
            case "Cell" | "table-cell" | "covered-table-cell":
                self._end_cell()
            case "Comment" | "annotation":
                self._in_note = False
            case "Visible":
                self._is_hidden = "Hidden" in "".join(self._words or ())

    def _begin_sheet(self, said: Mapping[str, str], *, is_sheet: bool) -> None:
        if is_sheet:
            self._rows, self._spans = [], []
            self._name = said.get("Name") or said.get("name") or ""
            self._is_hidden = said.get("style-name") in self._hidden_styles

    def _end_sheet(self) -> None:
        if self._is_hidden:
            self.book.hidden.append(self._name)
        else:
            self.book.sheets.append(Sheet(self._name, list(spread(self._rows, self._spans))))

    def _begin_row(self, said: Mapping[str, str]) -> None:
        self._row = []
        self._repeated = _number(said.get("number-rows-repeated"))
        before = _number(said.get("Index")) - 1 - len(self._rows)
        self._rows += [[] for _ in range(min(before, _MOST_REPEATED_ROWS))]

    def _end_row(self) -> None:
        width = max((len(row) for row in (self._row, *self._rows[-1:])), default=0)
        if self._spans:  # a row has cells of those merged above it
            self._row += [None] * (width - len(self._row))
        for _ in range(min(max(self._repeated, 1), _MOST_REPEATED_ROWS)):
            self._rows.append(list(self._row))

    def _end_cell(self) -> None:
        said = self._cell
        before = _number(said.get("Index")) - 1 - len(self._row)
        self._row += [None] * min(before, MOST_COLUMNS - len(self._row))
        row, column = len(self._rows), len(self._row)
        across = _number(said.get("MergeAcross")) or _number(said.get("number-columns-spanned")) - 1
        down = _number(said.get("MergeDown")) or _number(said.get("number-rows-spanned")) - 1
        if max(across, down) > 0:
            self._spans.append(Span(row, column, row + max(0, down), column + max(0, across)))
        value = _value(said, "".join(self._words or ()))
        if value == "" and "value-type" not in said and (formula := said.get("formula", said.get("Formula"))):
            value, self.book.uncomputed = uncomputed(f"={formula.partition('=')[2]}"), True
        times = max(1 + _number(said.get("MergeAcross")), _number(said.get("number-columns-repeated")))
        self._row += [value] * min(times, MOST_COLUMNS - column)
        self._words = None


def _number(written: str | None) -> int:
    """A count out of an attribute, no larger than a sheet may be; 0 for what is none."""
    return min(int(written), 1_048_576) if written and written.isascii() and written.isdigit() else 0


def _value(said: Mapping[str, str], words: str) -> Any:
    kind = said.get("value-type", "").lower()
    if kind in ("float", "number", "currency", "percentage"):
        try:
            return float(said.get("value") or words)
        except ValueError:
            return words
    if kind in ("date", "datetime"):
        try:
            return datetime.fromisoformat((said.get("date-value") or words).strip())
        except ValueError:
            return words
    if kind == "time" and (length := said.get("time-value", "")):
        return _clock(length) or words
    return words


def _clock(length: str) -> time | None:
    """`PT17H05M00S`: how long since midnight (ODF 1.2, 19.387)."""
    hours, _, rest = length.removeprefix("PT").partition("H")
    minutes = rest.partition("M")[0]
    if not (hours.isdigit() and minutes.isdigit()):
        return None
    return time(int(hours), int(minutes)) if int(hours) < 24 and int(minutes) < 60 else None
