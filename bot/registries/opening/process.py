"""Reads a workbook in a process of its own: bytes in by stdin, lines of JSON out by stdout.

A sheet of two cells far apart takes gigabytes to open, and an allocation that fails inside the library
ends the process: that must never be the bot's. So this file is run as a script, with limits on its memory.

Lines: `{"from_1904": whether days are counted so}`, `{"made_on": moment}`, `{"sheet": name}`, then
`[[number of the row, [cells]], …]` by some hundreds, or `{"hidden": name}`; at the end `{"end": true}` or
`{"refused": key, "arguments": {…}}`. A moment is `{"moment": ISO}`, a formula that nobody has computed
`{"formula": text}`, of which `{"uncomputed": true}` tells before; empty rows are passed over; what is
merged stands in every cell of it.
"""

from __future__ import annotations

import datetime as dates
import io
import json
import re
import sys
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any
from xml.parsers import expat

import python_calamine

from bot.apart import limit_memory
from bot.registries.opening import web_sheets, xml_sheets
from bot.registries.opening.encodings import decoded
from bot.registries.opening.formulas import (
    Formulas,
    open_document_lacks_values,
    with_errors_shown,
    without_values,
)
from bot.registries.opening.sheets import MOST_COLUMNS, Row, Sheet, Span, is_blank, spread, trimmed
from bot.registries.result import RegistryRefused

MOST_MEMORY = 2 * 1024 * 1024 * 1024  # bytes of address space
_BATCH = 200
_BROKEN = (zipfile.BadZipFile, OSError, NotImplementedError, ValueError, zlib.error, EOFError)
_FIRST_ELEMENT = re.compile(r"<(?:[\w-]+:)?([A-Za-z]\w*)")
_XML_TABLES = ("Workbook", "document")
_PAGE = re.compile(r"<(?:table|html|body|tr|td)\b", re.IGNORECASE)
_OF_1904 = re.compile(rb"<(?:\w+:)?workbookPr\b[^>]{0,500}\bdate1904\s*=\s*[\"'](?:1|true)[\"']")
_MADE_ON = re.compile(rb"<dcterms:modified[^>]{0,100}>([0-9T:.+-]{10,35}Z?)<")
_NO_YEAR = 1980  # of an archive that keeps no dates
_BINARY_PROPERTIES = b"\x99\x01"  # BrtWbProp ([MS-XLSB] 2.4.822), its flags begin with f1904
_DATE_MODE = b"\x22\x00\x02\x00\x01\x00"  # record Date1904 of [MS-XLS] 2.4.77, set
_COMPOUND = b"\xd0\xcf\x11\xe0"
_BOOK_PART = 1024 * 1024  # bytes of a book's own part that are looked at


def _cell(value: Any) -> Any:
    """What JSON has no type for."""
    if isinstance(value, dates.datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, dates.date):
        return {"moment": dates.datetime.combine(value, dates.time()).isoformat()}
    return str(value)


def _write(line: Any) -> None:
    sys.stdout.write(json.dumps(line, ensure_ascii=False, default=_cell))
    sys.stdout.write("\n")


def _write_sheet(sheet: Sheet) -> None:
    _write({"sheet": sheet.name})
    batch: list[Any] = []
    for number, row in enumerate(sheet.rows, start=1):
        if not all(map(is_blank, row)):
            batch.append((number, row))
        if len(batch) == _BATCH:
            _write(batch)
            batch = []
    _write(batch)


def _rows(sheet: python_calamine.CalamineSheet, formulas: Formulas) -> Iterator[Row]:
    left = (sheet.start or (0, 0))[1]
    rows = _with_formulas(sheet.iter_rows(), formulas, left) if formulas else sheet.iter_rows()
    spans = [
        Span(top, left, bottom, right)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    ]  # fmt: skip
    return spread(rows, spans, left) if spans else map(trimmed, rows)


def _with_formulas(rows: Iterable[Row], formulas: Formulas, left: int) -> Iterator[Row]:
    for at, row in enumerate(rows):
        for column, formula in formulas.get(at, {}).items():
            if left <= column < left + MOST_COLUMNS:
                row.extend([None] * (column - left + 1 - len(row)))
                row[column - left] = formula
        yield row


def _write_workbook(content: bytes) -> None:
    _write({"from_1904": _counts_from_1904(content)})
    if made_on := _made_on(content):
        _write({"made_on": made_on})
    formulas = _formulas(content)
    if any(formulas.values()):
        _write({"uncomputed": True})
    with python_calamine.load_workbook(io.BytesIO(_shown(content))) as book:
        for about in book.sheets_metadata:
            if about.visible is not python_calamine.SheetVisibleEnum.Visible:
                _write({"hidden": about.name})
            elif about.typ is python_calamine.SheetTypeEnum.WorkSheet:
                sheet = book.get_sheet_by_name(about.name)
                _write_sheet(Sheet(about.name, _rows(sheet, formulas.get(about.name, {}))))


def _shown(content: bytes) -> bytes:
    with suppress(*_BROKEN):
        return with_errors_shown(content)
    return content


def _formulas(content: bytes) -> Mapping[str, Formulas]:
    with suppress(*_BROKEN), zipfile.ZipFile(io.BytesIO(content)) as book:
        if open_document_lacks_values(book):
            raise RegistryRefused("file-formulas")
        return without_values(book)
    return {}


def _counts_from_1904(content: bytes) -> bool:
    """The workbook's date system: its numbers without a format of dates are serials of it."""
    if content.startswith(_COMPOUND):
        return _DATE_MODE in content
    properties = _part(content, "xl/workbook.xml")
    if properties:
        return _OF_1904.search(properties) is not None
    _, _, record = _part(content, "xl/workbook.bin").partition(_BINARY_PROPERTIES)
    return len(record) > 1 and bool(record[1] & 1)


def _made_on(content: bytes) -> str:
    """When the workbook was last saved, by its properties, else by its archive."""
    if said := _MADE_ON.search(_part(content, "docProps/core.xml")):
        return said[1].decode("ascii")
    with suppress(zipfile.BadZipFile, OSError, IndexError, ValueError):
        packed = zipfile.ZipFile(io.BytesIO(content)).infolist()[0].date_time
        return dates.datetime(*packed).isoformat() if packed[0] > _NO_YEAR else ""  # noqa: DTZ001 — local
    return ""


def _part(content: bytes, name: str) -> bytes:
    """The beginning of an archive's part; nothing where there is none."""
    with suppress(KeyError, zipfile.BadZipFile, OSError, NotImplementedError):
        return zipfile.ZipFile(io.BytesIO(content)).open(name).read(_BOOK_PART)
    return b""


def _write_text(content: bytes) -> None:
    """A table marked up in one text."""
    of_mail = content[:100].lstrip().lower().startswith(b"mime-version:")
    text = web_sheets.page_of_archive(content) if of_mail else decoded(content)
    if text is None:
        raise RegistryRefused("file-web-page")
    first = _FIRST_ELEMENT.search(text)
    if first and first[1] in _XML_TABLES:
        book = xml_sheets.read_xml(text)
        _write({"from_1904": book.from_1904})
        if book.uncomputed:
            _write({"uncomputed": True})
        for name in book.hidden:
            _write({"hidden": name})
        _write_sheets(book.sheets)
    elif _PAGE.search(text):
        sheets = web_sheets.read_page(text)
        if not sheets:
            raise RegistryRefused("file-web-page")
        _write_sheets(sheets)
    else:
        raise RegistryRefused("file-not-table")


def _write_sheets(sheets: Iterable[Sheet]) -> None:
    for sheet in sheets:
        _write_sheet(sheet)


def main() -> None:
    """Write out every visible sheet of the workbook that comes by stdin."""
    limit_memory(MOST_MEMORY)
    sys.stdout.reconfigure(encoding="utf-8", errors="surrogatepass")  # type: ignore[union-attr]
    content = sys.stdin.buffer.read()
    try:
        (_write_workbook if content.startswith((b"PK\x03\x04", _COMPOUND)) else _write_text)(content)
        _write({"end": True})
    except RegistryRefused as refused:
        _write({"refused": refused.key, "arguments": refused.arguments})
    except python_calamine.PasswordError:
        _write({"refused": "file-protected"})
    except xml_sheets.NoTable:
        _write({"refused": "file-not-table"})
    except (python_calamine.CalamineError, xml_sheets.NotSafe, expat.ExpatError):
        _write({"refused": "file-broken"})
    except MemoryError:
        _write({"refused": "file-too-heavy"})
    except BaseException:  # the library's panics are not even exceptions
        _write({"refused": "file-broken"})


if __name__ == "__main__":
    main()
