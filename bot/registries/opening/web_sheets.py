"""Tables in a web page, as many systems save under the name of XLS; also a page saved as one file (MHTML)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from email import message_from_bytes, policy

from lxml.etree import HTMLParser, XMLSyntaxError

from bot.registries.opening.encodings import decoded
from bot.registries.opening.sheets import MOST_COLUMNS, Row, Sheet, Span, spread

_CELLS = ("td", "th")
_BREAKS = ("br", "p", "div", "li")
_UNSEEN = ("script", "style", "title")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_MOST_DOWN = 10_000
_MOST_IN_A_CELL = 20  # rows of a table that is a text of the cell around it


def read_page(text: str) -> list[Sheet]:
    """Every table of the page as a sheet, in the order in which they end."""
    reader = _Reader()
    # The library's own parser takes time by the square of an unfinished tag's length.
    parser = HTMLParser(target=reader, huge_tree=True)
    with suppress(XMLSyntaxError):  # broken beyond repair: what was read until there
        parser.feed(text)
        parser.close()
    return reader.close()


def page_of_archive(content: bytes) -> str | None:
    """The page in a MIME file (RFC 2557), None where there is none."""
    for part in message_from_bytes(content, policy=policy.default).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes) and b"<t" in page.lower():
                return decoded(page)
    return None


class _Table:
    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.spans: list[Span] = []
        self.words: list[str] | None = None
        self.span = (1, 1)
        self._taken: dict[int, int] = {}  # column → the last row that a cell above reaches down to

    def begin_row(self) -> None:
        self.end_cell()
        self.rows.append([])

    def begin_cell(self, across: int, down: int) -> None:
        self.end_cell()
        if not self.rows:
            self.rows.append([])
        self.words, self.span = [], (across, down)

    def end_cell(self) -> None:
        if self.words is None:
            return
        row, at = self.rows[-1], len(self.rows) - 1
        self._pass_over_taken(row, at)
        across, down = self.span
        left = len(row)
        if across > 1 or down > 1:
            self.spans.append(Span(at, left, at + down - 1, left + across - 1))
            self._taken.update(dict.fromkeys(range(left, min(left + across, MOST_COLUMNS)), at + down - 1))
        lines = (_SPACE.sub(" ", line).strip() for line in "".join(self.words).split("\0"))
        row += ["\n".join(lines).strip("\n"), *[None] * (across - 1)][: MOST_COLUMNS - left]
        self.words = None

    def end_row(self) -> None:
        self.end_cell()
        if self.rows:
            self._pass_over_taken(self.rows[-1], len(self.rows) - 1)

    def _pass_over_taken(self, row: Row, at: int) -> None:
        while len(row) < MOST_COLUMNS and self._taken.get(len(row), -1) >= at:
            row.append(None)


class _Reader:
    """Told by the parser what it meets; elements left open are ended by it."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self._tables: list[_Table] = []
        self._unseen = 0

    def start(self, tag: str, said: Mapping[str, str]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._tables.append(_Table())
        elif self._tables:
            table = self._tables[-1]
            if tag == "tr":
                table.begin_row()
            elif tag in _CELLS:
                table.begin_cell(
                    _span(said.get("colspan"), MOST_COLUMNS), _span(said.get("rowspan"), _MOST_DOWN)
                )
            elif tag in _BREAKS and table.words:
                table.words.append("\0")

    def end(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif self._tables:
            if tag == "table":
                self._end_table()
            elif tag == "tr":
                self._tables[-1].end_row()
            elif tag in _CELLS:
                self._tables[-1].end_cell()

    def data(self, text: str) -> None:
        if self._tables and not self._unseen and self._tables[-1].words is not None:
            self._tables[-1].words.append(text)

    def close(self) -> list[Sheet]:
        while self._tables:
            self._end_table()
        return self.sheets

    def _end_table(self) -> None:
        table = self._tables.pop()
        table.end_row()
        if self._tables and self._tables[-1].words is not None and len(table.rows) <= _MOST_IN_A_CELL:
            said = (str(cell) for row in table.rows for cell in row if cell)
            self._tables[-1].words += ["\0", "\0".join(said), "\0"]
        if table.rows:
            self.sheets.append(Sheet(str(len(self.sheets) + 1), list(spread(table.rows, table.spans))))


def _span(written: str | None, most: int) -> int:
    digits = (written or "").strip()
    return min(max(int(digits), 1), most) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 1
