"""Every form in which a table may come, made here, told by its content; and texts in every encoding."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from email.mime.text import MIMEText
from functools import partial
from pathlib import Path

import pytest

from bot.registries.opening.encodings import encoding_of
from bot.registries.result import RegistryRefused
from domain.office.profile import OfficeProfile
from tests.registries.test_registries import expected
from tests.registries.test_sample import (
    HEADERS,
    ROWS,
    Rows,
    archive,
    changed,
    read_on_the_day,
    separated,
    xlsx,
)

TABLE: Rows = (HEADERS, *ROWS)
WORKBOOK = xlsx(TABLE)


def page(rows: Rows, charset: str = "utf-8") -> str:
    """A table as a system saves it under the name of XLS."""
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in rows)
    said = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    return (
        f"<html><head>{said}<style>td {{}}</style></head><body><table border=1>{lines}</table></body></html>"
    )


def spreadsheet_ml(rows: Rows, encoding: str = "UTF-8") -> str:
    """XML of Excel 2003."""
    lines = "".join(
        "<Row>" + "".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in row) + "</Row>"
        for row in rows
    )
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0" encoding="{encoding}"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        f'<Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="Лист1">'
        f"<Table>{lines}</Table></Worksheet></Workbook>"
    )


def fods(rows: Rows) -> str:
    """A flat OpenDocument table."""
    lines = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document{names}><office:body><office:spreadsheet>'
        f'<table:table table:name="Реестр">{lines}</table:table></office:spreadsheet></office:body>'
        "</office:document>"
    )


def xlsb(rows: Rows, *, from_1904: bool = False) -> bytes:
    """A binary workbook of one sheet ([MS-XLSB])."""

    def record(kind: int, data: bytes = b"") -> bytes:
        named = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
        size, length = b"", len(data)
        while True:
            size += bytes([length & 0x7F | (0x80 if length > 0x7F else 0)])
            length >>= 7
            if not length:
                return named + size + data

    def wide(text: str) -> bytes:
        return struct.pack("<I", len(text)) + text.encode("utf-16-le")

    def cell(column: int, value: object) -> bytes:
        place = struct.pack("<II", column, 0)
        if isinstance(value, int | float):
            return record(5, place + struct.pack("<d", value))
        return record(6, place + wide(str(value)))

    lines = b"".join(
        record(0, struct.pack("<IIHB", row, 0, 300, 0) + bytes(8))
        + b"".join(cell(column, value) for column, value in enumerate(line) if value != "")
        for row, line in enumerate(rows)
    )
    size = struct.pack("<IIII", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)
    sheet = record(129) + record(148, size) + record(145) + lines + record(146) + record(130)
    named = struct.pack("<II", 0, 1) + wide("rId1") + wide("Лист1")
    properties = record(153, struct.pack("<II", int(from_1904), 0) + wide(""))
    book = record(131) + properties + record(143) + record(156, named) + record(144) + record(132)
    relations = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/worksheet" Target="worksheets/sheet1.bin"/></Relationships>'
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.bin": book,
        "xl/_rels/workbook.bin.rels": relations,
        "xl/worksheets/sheet1.bin": sheet,
    }
    return archive(parts)


def mhtml(rows: Rows) -> bytes:
    """A page saved as one file."""
    return (
        MIMEText(page(rows), "html", "utf-8")
        .as_bytes()
        .replace(b"Content-Type", b"MIME-Version: 1.0\nContent-Type", 1)
    )


FORMS: dict[str, Callable[[], bytes]] = {
    "web page": lambda: page(TABLE).encode(),
    "web page in cp1251": lambda: page(TABLE, "windows-1251").encode("cp1251"),
    "web page in UTF-16": lambda: page(TABLE, "unicode").encode("utf-16"),
    "web page without a word of its encoding": lambda: page(TABLE, "").encode("cp1251"),
    "web page that lies of its encoding": lambda: page(TABLE, "windows-1251").encode("utf-16"),
    "web page of two tables": lambda: page([("Меню",)]).encode() + page(TABLE).encode(),
    "web page in one file": lambda: mhtml(TABLE),
    "XML 2003": lambda: spreadsheet_ml(TABLE).encode(),
    "XML 2003 in UTF-16": lambda: spreadsheet_ml(TABLE, "UTF-16").encode("utf-16"),
    "XML 2003 in cp1251": lambda: spreadsheet_ml(TABLE, "windows-1251").encode("cp1251"),
    "FODS": lambda: fods(TABLE).encode(),
    "XLSB": lambda: xlsb(TABLE),
    "XLSM": lambda: changed(WORKBOOK, {"xl/vbaProject.bin": "макрос"}),
    "ZIP of one workbook": lambda: archive({"а/реестр.xlsx": WORKBOOK, "__MACOSX/._реестр.xlsx": b"x"}),
    "ZIP of a text": lambda: archive({"реестр.csv": separated(TABLE, ";", "cp1251")}),
    "ZIP of one table and a letter": lambda: archive({"реестр.xlsx": WORKBOOK, "письмо.pdf": b"%PDF-1.7"}),
    "ZIP in a ZIP": lambda: archive({"а.zip": archive({"реестр.xlsx": WORKBOOK})}),
    **{
        f"text in {encoding}, {delimiter!r}": partial(separated, TABLE, delimiter, encoding)
        for encoding in ("cp866", "koi8-r", "utf-16-le", "utf-16-be", "cp1251")
        for delimiter in ";|\t,"
    },
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_table_in_any_form_is_the_same(form: str, profile: OfficeProfile) -> None:
    reading = read_on_the_day(FORMS[form](), "выгрузка.xls", profile)
    assert reading.rows == expected() and reading.unreadable == []


REFUSED: dict[str, tuple[Callable[[], bytes], str, dict[str, str]]] = {
    "a byte of another encoding": (
        lambda: separated(TABLE).replace("во".encode(), b"\x98", 1),
        "file-wrong-byte",
        {"encoding": "UTF-8", "row": "2", "byte": "0x98"},
    ),
    "UTF-16 cut in the middle": (
        lambda: "Номер;Дата\nб".encode("utf-16")[:-1],
        "file-wrong-byte",
        {"encoding": "UTF-16", "row": "2", "byte": "0x31"},
    ),
    "no encoding makes words": (
        lambda: "Номер;Дата\n".encode("cp1251") + bytes(range(0x80, 0xC0)) * 9,
        "file-encoding",
        {},
    ),
    "entities": (
        lambda: spreadsheet_ml(TABLE).replace("?>\n<W", "?>\n<!DOCTYPE x [<!ENTITY a 'х'>]><W").encode(),
        "file-broken",
        {},
    ),
    "XML cut": (lambda: spreadsheet_ml(TABLE).encode()[:-30], "file-broken", {}),
    "XML of another kind": (lambda: b"<?xml version='1.0'?><rows><row/></rows>", "file-not-table", {}),
    "two tables in an archive": (
        lambda: archive({"а.csv": separated(TABLE), "б.xlsx": WORKBOOK}),
        "file-archive-of-many",
        {"names": "а.csv, б.xlsx"},
    ),
    "an archive of pictures": (lambda: archive({"а.png": b"\x89PNG\r\n"}), "file-picture", {}),
    "an archive of nothing": (lambda: archive({"readme/": b""}), "file-archive-empty", {}),
    "RAR": (lambda: b"Rar!\x1a\x07\x01\x00" + bytes(50), "file-other-archive", {}),
    "an old Word document": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
        "file-document",
        {},
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_read_is_named(kind: str, profile: OfficeProfile) -> None:
    make, key, arguments = REFUSED[kind]
    with pytest.raises(RegistryRefused) as refused:
        read_on_the_day(make(), "выгрузка.xls", profile)
    assert refused.value.key == key
    assert {name: refused.value.arguments[name] for name in arguments if name != "byte"} == {
        name: value for name, value in arguments.items() if name != "byte"
    }


def test_a_bomb_in_an_archive_is_not_unpacked(profile: OfficeProfile) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("реестр.csv", b" " * 64 * 1024 * 1024)
    with pytest.raises(RegistryRefused) as refused:
        read_on_the_day(content.getvalue(), "", profile)
    assert refused.value.key == "file-unpacks-too-large"


def test_an_archive_that_lies_of_its_length_is_broken(profile: OfficeProfile) -> None:
    honest = archive({"реестр.csv": separated(TABLE)})
    size = struct.pack("<I", len(separated(TABLE)))
    with pytest.raises(RegistryRefused) as refused:
        read_on_the_day(honest.replace(size, struct.pack("<I", 20)), "", profile)
    assert refused.value.key == "file-broken"


@pytest.mark.parametrize("encoding", ["cp1251", "cp866", "koi8-r"])
@pytest.mark.parametrize("text", ["Яма", "НОМЕР;ДАТА", "номер;дата;тема", "Ёлка № 5 — «Сад»", "Дороги\nСнег"])
def test_one_word_is_enough_to_tell_the_encoding(encoding: str, text: str) -> None:
    if encoding != "cp1251":
        text = text.replace("—", "-").replace("«", '"').replace("»", '"').replace("№ ", "")
    assert encoding_of(text.encode(encoding)) == encoding


def test_an_html_cell_keeps_its_lines_and_its_span(profile: OfficeProfile) -> None:
    rows = (
        "<tr><td rowspan=2>Номер</td><td rowspan=2>Канал</td><td colspan=2>Сведения</td></tr>"
        "<tr><td>Дата</td><td>Текст</td></tr>"
        "<tr><td>1</td><td>ПОС</td><td>25.12.2025</td><td>Снег&nbsp;во<br>дворе &amp; дома</td></tr>"
    )
    [row] = read_on_the_day(f"<table>{rows}</table>".encode(), "", profile).rows
    assert (row.number, row.text) == ("1", "Снег во\nдворе & дома")


def test_no_markup_is_slow_or_takes_memory(profile: OfficeProfile) -> None:
    for hostile in ("<table>" * 50_000, "<tr><td colspan=9999999 rowspan=9999999>" * 3_000, "<td" * 100_000):
        with pytest.raises(RegistryRefused):
            read_on_the_day(f"<table>{hostile}".encode(), "", profile)


def test_the_files_of_clerks_open(profile: OfficeProfile) -> None:
    from tests.conftest import SHARED, missing

    folder: Path = SHARED / "data" / "clerks"
    if not folder.exists():
        missing("clerks")
    for name in ("html_table.xls", "xml_2003.xls", "zipped.zip", "cp866.csv"):
        reading = read_on_the_day((folder / name).read_bytes(), name, profile)
        assert [row.number for row in reading.rows] == [str(4815100 + one) for one in range(6)]
        assert (reading.channel, reading.unreadable) == ("pos", [])
        assert {row.topic for row in reading.rows} == {"Ямы на дорогах"}
