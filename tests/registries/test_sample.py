"""Registry files made up for the tests, in each format; and that their makers make what they say."""

from __future__ import annotations

import csv
import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape
from zoneinfo import ZoneInfo

from openpyxl import Workbook
from python_calamine import load_workbook

from bot.registries.reading import read_registry
from bot.registries.result import Reading
from domain.messages.message import Problem
from domain.office.profile import OfficeProfile

ZONE = ZoneInfo("Asia/Yekaterinburg")

TODAY = datetime(2026, 11, 24, 8, 25, tzinfo=ZONE)

HEADERS = ("Номер", "Канал", "Дата", "Тема", "Текст", "Исполнитель", "Статус", "Дата ответа")
Rows = Sequence[Sequence[Any]]

ROWS: Rows = (
    ("П-1", "ПОС", "25.12.2025 11:43", "Дороги", "Снег во дворе", "Отдел ЖКХ", "в работе", ""),
    ("П-2", "Инцидент", "26.12.2025 09:00", "Свет", "Темно на улице", "", "отвечено", "27.12.2025 10:30"),
    ("П-3", "59-ФЗ", "27.12.2025", "Земля", "О межевании", "", "", ""),
)


def local(*parts: int) -> datetime:
    """A moment in the office's zone."""
    return datetime(*parts, tzinfo=ZONE)  # type: ignore[arg-type, misc]


def in_cell(*parts: int) -> datetime:
    """A moment as a cell holds it, without a zone."""
    return local(*parts).replace(tzinfo=None)


def read_on_the_day(content: bytes, name: str, profile: OfficeProfile, *how: Any, **also: Any) -> Reading:
    """The file as read on the day of the tests."""
    return read_registry(content, name, profile, TODAY, *how, **also)


def explain(problem: Problem) -> str:
    """A reason in place of the locale's."""
    return f"{problem.key}: {' '.join(problem.arguments.values())}"


def reasons(reading: Reading) -> list[tuple[int, str]]:
    """Rows set aside: where each stands and why."""
    return [(row.row, row.problem.key) for row in reading.unreadable]


def table(*rows: Sequence[Any]) -> bytes:
    """A workbook of these rows under the usual headers."""
    return xlsx([HEADERS, *rows])


def xlsx(rows: Rows, *, title: str = "Лист1") -> bytes:
    """A workbook of one sheet."""
    return xlsx_sheets({title: rows})


def xlsx_sheets(sheets: Mapping[str, Rows], hidden: Sequence[str] = ()) -> bytes:
    """A workbook of these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        if title in hidden:
            sheet.sheet_state = "hidden"
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The workbook's bytes."""
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def separated(rows: Rows, delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    """A CSV file."""
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter).writerows(rows)
    return written.getvalue().encode(encoding)


def ods(rows: Rows) -> bytes:
    """An OpenDocument table of one sheet."""
    lines = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{names} office:version="1.2">'
        f'<office:body><office:spreadsheet><table:table table:name="Реестр">{lines}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    return archive({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def _ods_cell(value: Any) -> str:
    if isinstance(value, datetime):
        return f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}"/>'
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    said = escape(str(value))
    return (
        f'<table:table-cell office:value-type="string"><text:p>{said}</text:p></table:table-cell>'
        if said
        else ("<table:table-cell/>")
    )


def archive(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP archive of these parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    return content.getvalue()


def changed(content: bytes, parts: dict[str, str | bytes]) -> bytes:
    """The archive with these parts put in place of its own."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        own: dict[str, str | bytes] = {name: packed.read(name) for name in packed.namelist()}
    return archive({**own, **parts})


def xls(rows: Rows) -> bytes:
    """A workbook of Excel 97: BIFF8 records in a compound file of one stream ([MS-XLS], [MS-CFB])."""
    name = "Реестр"
    bound = struct.pack("<BBBB", 0, 0, len(name), 1) + name.encode("utf-16-le")
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    end = _record(0x000A, b"")
    first_sheet = len(start) + 4 + 4 + len(bound) + len(end)
    cells = b"".join(
        _xls_cell(row, column, value) for row, line in enumerate(rows) for column, value in enumerate(line)
    )
    stream = (
        start
        + _record(0x0085, struct.pack("<I", first_sheet) + bound)
        + end
        + _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
        + cells
        + end
    )
    return _compound(stream)


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _xls_cell(row: int, column: int, value: Any) -> bytes:
    if value == "":
        return b""
    if isinstance(value, int | float):
        return _record(0x0203, struct.pack("<HHHd", row, column, 0, value))
    said = str(value).encode("utf-16-le")
    return _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(said) // 2, 1) + said)


def _compound(stream: bytes, name: str = "Workbook") -> bytes:
    """Sector 0 is the allocation table, 1 the directory, the rest the stream."""
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(stream) // 512
    last, free = 0xFFFFFFFE, 0xFFFFFFFF
    chain = [0xFFFFFFFD, last, *range(3, sectors + 2), last]
    table = struct.pack("<128I", *chain, *[free] * (128 - len(chain)))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, last, 0, last, 0)
    head += struct.pack("<109I", 0, *[free] * 108)

    def entry(title: str, kind: int, child: int, start: int, size: int) -> bytes:
        named = title.encode("utf-16-le") + b"\0\0"
        return (
            named.ljust(64, b"\0")
            + struct.pack("<HBBIII", len(named), kind, 1, free, free, child)
            + bytes(36)
            + struct.pack("<IQ", start, size)
        )

    directory = entry("Root Entry", 5, 1, last, 0) + entry(name, 2, free, 2, len(stream))
    return head + table + directory.ljust(512, b"\0") + stream


def protected_xlsx() -> bytes:
    """What a workbook with a password looks like from outside: its parts encrypted in a compound file."""
    return _compound(bytes(4096), "EncryptedPackage")


def test_the_makers_make_workbooks() -> None:
    for content in (xlsx(ROWS), ods(ROWS), xls(ROWS)):
        sheet = load_workbook(io.BytesIO(content)).get_sheet_by_index(0)
        assert [tuple(row) for row in sheet.to_python()] == [tuple(row) for row in ROWS]
