"""CSV: its encoding and delimiter found out, its rows read one by one."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Generator, Iterator, Sequence
from itertools import chain, islice

from bot.registries.cells import is_empty
from bot.registries.characters import fit
from bot.registries.headers import HEADER_WITHIN_ROWS, best_columns, find_head
from bot.registries.opening.encodings import encoding_of
from bot.registries.opening.workbook import Table, TableRow
from bot.registries.result import RegistryRefused
from domain.office.profile import RegistryMapping

_DELIMITERS = (";", ",", "\t", "|")
# A line of our own after the last: when it does not come back alone, a quotation mark was never closed.
_LAST_LINE = "\x1a"
_WIDE = ("utf-16", "utf-32")
_SAMPLE = 20_000  # characters
_A_DATE = re.compile(r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d)(?:[ T]\d\d?:\d\d(?::\d\d)?)?")
_NUMBER = re.compile(r"(?!\d{1,2}\.\d)[^\s\d]{0,10}\d\S{0,30}")  # how a row begins, and no date does


def open_separated(content: bytes, mappings: Sequence[RegistryMapping]) -> Table:
    """The text's rows; RegistryRefused when it is no table of text, or breaks off."""
    encoding = encoding_of(content)
    if _looks_binary(content, encoding):
        raise RegistryRefused("file-not-table")
    if not encoding.startswith(_WIDE):
        content = content.rstrip(b"\0")
    delimiter = _delimiter(content, encoding, mappings)
    return Table(_rows(content, encoding, delimiter))


def _looks_binary(content: bytes, encoding: str) -> bool:
    sample = content[: 4 * _SAMPLE].decode(encoding, "ignore")[:_SAMPLE]
    return 50 * sum(char < " " and char not in "\r\n\t\f" for char in sample) > len(sample)


def _delimiter(content: bytes, encoding: str, mappings: Sequence[RegistryMapping]) -> str:
    """The one under which the table shows the most headers that we know."""
    ranks = {}
    for delimiter in _DELIMITERS:
        try:
            first = list(islice(_records(content, encoding, delimiter), HEADER_WITHIN_ROWS))
        except csv.Error:
            continue
        head = find_head(first, mappings)
        if head is not None:
            ranks[delimiter] = best_columns(mappings, head).rank
    return max(ranks, key=lambda delimiter: ranks[delimiter]) if ranks else _DELIMITERS[0]


def _records(content: bytes, encoding: str, delimiter: str) -> Iterator[list[str]]:
    lines = io.TextIOWrapper(io.BytesIO(content), encoding=encoding, newline="")
    for record in csv.reader(
        chain(map(fit, lines), [_LAST_LINE]), delimiter=delimiter, skipinitialspace=True
    ):
        # A spreadsheet that took a table for one column puts each of its lines into quotation marks.
        if len(record) == 1 and delimiter in record[0]:
            yield next(csv.reader([record[0]], delimiter=delimiter))
        else:
            yield record


def _swallowed(cell: str, delimiter: str, width: int) -> bool:
    """Whether lines of a cell are rows: a quotation mark before them ends with one of a row far below."""
    lines = (
        line.split(delimiter) for line in cell.split("\n")[1:] if line.count(delimiter) >= max(2, width - 2)
    )
    return any(_NUMBER.fullmatch(row[0]) and any(map(_A_DATE.fullmatch, row[1:])) for row in lines)


def _rows(content: bytes, encoding: str, delimiter: str) -> Generator[TableRow, None, None]:
    number, whole = 0, False
    try:
        for number, record in enumerate(_records(content, encoding, delimiter), start=1):
            if record == [_LAST_LINE]:
                whole = True
            elif any("\n" in cell and _swallowed(cell, delimiter, len(record)) for cell in record):
                break
            elif not all(map(is_empty, record)):
                yield TableRow("", number, list(record))
    except csv.Error:  # a field longer than any text: a quotation mark that swallowed the rest
        number += 1
    if not whole:
        raise RegistryRefused("file-quote-not-closed", row=str(number))
