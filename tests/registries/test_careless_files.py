"""Files as programs and hurried people leave them: each is read right, asked about or refused in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest
from openpyxl import Workbook

from bot.registries.result import Reading, RegistryRefused
from domain.office.profile import OfficeProfile
from tests.registries.test_sample import (
    ZONE,
    archive,
    changed,
    local,
    ods,
    read_on_the_day,
    reasons,
    saved,
    separated,
    xlsx,
    xlsx_sheets,
)

HEAD = ("Номер обращения", "Дата поступления", "Тема", "Текст")
ROW = ("A1", "02.11.2026", "Дороги", "Большая яма у дома")
NEXT = ("A2", "03.11.2026", "Свет", "Темно на улице")
NOON = local(2026, 11, 2, 12)


def read(content: bytes, profile: OfficeProfile) -> Reading:
    return read_on_the_day(content, "ПОС.xls", profile, "pos")


def read_date(written: Any, profile: OfficeProfile) -> tuple[datetime | None, str]:
    """When a message of this date was received, or why it is not known."""
    reading = read(xlsx([HEAD, ("A1", written, "Дороги", "Яма")]), profile)
    received = reading.rows[0].received_at.astimezone(ZONE) if reading.rows else None
    return received, next((key for _, key in reasons(reading)), "")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("02.11.2026 24:00", local(2026, 11, 3)),
        ("2026-11-02T24:00:00", local(2026, 11, 3)),
        ("1793602800", NOON),
        (1793602800, NOON),
        ("1793602800000", NOON),
        ("2026-11-02T07:00:00Z", NOON),
        ("2026-11-02T07:00:00.000Z", NOON),
        ("2026-11-02 07:00:00 UTC", NOON),
        ("2026-11-02T10:00:00+03:00", NOON),
        ("20261102120000", NOON),
        ("20261102", local(2026, 11, 2)),
        ("02.11.2026 12:00 (МСК+2)", NOON),
        ("02.11.2026 10:00 (по Москве)", NOON),
        ("Mon Nov 02 2026 12:00:00 GMT+0500 (Yekaterinburg Standard Time)", NOON),
        ("ноября 02, 2026", local(2026, 11, 2)),
        ("2026 г., ноябрь 2", local(2026, 11, 2)),
        ("от 02.11.2026 года", local(2026, 11, 2)),
        ("02.11.2026 год", local(2026, 11, 2)),
        ("０２．１１．２０２６", local(2026, 11, 2)),
        ("46328,5", NOON),
        ("'46328", local(2026, 11, 2)),
        (46328.5, NOON),
        ('="02.11.2026"', local(2026, 11, 2)),
        ("понедельник, 2 ноября 2026 г.", local(2026, 11, 2)),
        ("02.11.26", local(2026, 11, 2)),
    ],
)
def test_a_date_that_is_read(written: Any, meant: datetime, profile: OfficeProfile) -> None:
    assert read_date(written, profile) == (meant, "")


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("позавчера", "row-bad-date"),
        ("вчера 14:00", "row-bad-date"),
        ("02.11.2026 24:01", "row-bad-date"),
        ("9123456789", "row-bad-date"),
        ("26-11-02", "row-bad-date"),
        ("02.11.06", "row-bad-date"),
        ("ноября 26", "row-bad-date"),
        ("26 ноября", "row-bad-date"),
        ("01.01.1900", "row-no-date"),
        ("00.00.0000", "row-no-date"),
        (0, "row-no-date"),
        (True, "row-bad-date"),
        ("02.ll.2026", "row-bad-date"),
        ("02.11.2026, 03.11.2026", "row-bad-date"),
        ("вторник, 02.11.2026", "row-weekday"),
        ("02.11.2026 (пт)", "row-weekday"),
        ("30.11.2026", "row-not-yet"),
        ("02.11.62", "row-not-yet"),
        ("02/11/26", "row-date-order"),
    ],
)
def test_a_date_that_is_none(written: Any, why: str, profile: OfficeProfile) -> None:
    assert read_date(written, profile) == (None, why)


def test_the_end_of_a_day_in_a_column_of_its_own(profile: OfficeProfile) -> None:
    head = ("Номер", "Дата поступления", "Время поступления", "Тема")
    [row] = read(xlsx([head, ("A1", "02.11.2026", "24:00", "Дороги")]), profile).rows
    assert row.received_at == local(2026, 11, 3)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("123/2026 от 01.11.2026", "123/2026"),
        ("№12 от 1 ноября 2026 г.", "12"),
        ("№ 4 815 162", "№ 4 815 162"),
        ("'00123", "00123"),
        ('="004815162"', '="004815162"'),
        (12_300_000_000.0, "12300000000"),
        ("А-12", "А-12"),
        ("A-12", "A-12"),
    ],
)
def test_a_number_that_is_read(written: Any, number: str, profile: OfficeProfile) -> None:
    [row] = read(xlsx([HEAD, (written, *ROW[1:])]), profile).rows
    assert row.number == number


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("1.23E+10", "row-number-rounded"),
        ("1,23Е+10", "row-number-rounded"),
        ("1.23e10", "row-number-rounded"),
        (12345678901234567890, "row-number-rounded"),
        ("нет", "row-no-number"),
        ("?", "row-no-number"),
        ("-", "row-no-number"),
        ("#REF!", "row-error"),
        (True, "row-no-number"),
        ("12/11/2026", "row-no-number"),
    ],
)
def test_a_number_that_is_none(written: Any, why: str, profile: OfficeProfile) -> None:
    assert reasons(read(xlsx([HEAD, (written, *ROW[1:])]), profile)) == [(2, why)]


@pytest.mark.parametrize("written", ["б/н", "Б/Н", "без номера", "б.н."])
def test_messages_without_a_number_are_not_one(written: str, profile: OfficeProfile) -> None:
    rows = [HEAD, (written, *ROW[1:]), (written, *NEXT[1:])]
    week, next_week = read(xlsx(rows), profile), read(xlsx([rows[0], rows[2]]), profile)
    assert len({row.number for row in week.rows}) == 2 and not week.unreadable
    assert next_week.rows[0].number == week.rows[1].number


@pytest.mark.parametrize("numbers", [("А-12", "A-12"), ("a-12", "А-12"), ("00123", 123), ("№ 123", "123.0")])
def test_one_number_written_twice_is_one(numbers: Sequence[Any], profile: OfficeProfile) -> None:
    one, other = numbers
    reading = read(xlsx([HEAD, (one, *ROW[1:]), (other, *NEXT[1:])]), profile)
    assert reasons(reading) == [(3, "row-duplicate")]


# Formulas that nobody has computed


@pytest.mark.parametrize(
    ("field", "row"),
    [
        ("Номер обращения", ("=B2&1", *ROW[1:])),
        ("Дата поступления", ("A1", "=DATE(2026,11,2)", *ROW[2:])),
        ("Тема", ("A1", "02.11.2026", "=VLOOKUP(A2,B:C,2)", "Яма")),
        ("Тема», «Текст", ("A1", "02.11.2026", "=C1", '="Я"&"ма"')),
        ("Дата ответа", (*ROW, "=TODAY()")),
    ],
)
def test_a_formula_without_a_value_is_not_empty(
    field: str, row: Sequence[str], profile: OfficeProfile
) -> None:
    [problem] = read(xlsx([(*HEAD, "Дата ответа"), row]), profile).unreadable
    assert (problem.problem.key, problem.problem.arguments) == ("row-formula", {"header": field})


def test_zeros_of_a_book_that_is_computed_when_opened_are_no_values(profile: OfficeProfile) -> None:
    written = xlsx([HEAD, ("A1", "02.11.2026", "=C9", "Яма")])
    sheet = _part(written, "xl/worksheets/sheet1.xml")
    assert b"<v></v>" in sheet or b"<v/>" in sheet or b"<v />" in sheet
    zeros = changed(written, {"xl/worksheets/sheet1.xml": sheet.replace(b"<v></v>", b"<v>0</v>").replace(
        b"<v />", b"<v>0</v>").replace(b"<v/>", b"<v>0</v>")})  # fmt: skip
    assert reasons(read(zeros, profile)) == [(2, "row-formula")]


def _part(content: bytes, name: str) -> bytes:
    import io
    import zipfile

    return zipfile.ZipFile(io.BytesIO(content)).read(name)


def test_formulas_that_matter_to_nobody_do_not(profile: OfficeProfile) -> None:
    rows = [(*HEAD, "Осталось дней"), (*ROW, "=TODAY()-B2"), (None, None, None, "=COUNTA(A2:A2)")]
    reading = read(xlsx(rows), profile)
    assert [row.number for row in reading.rows] == ["A1"] and not reading.unreadable


def test_what_a_formula_plainly_shows_is_read(profile: OfficeProfile) -> None:
    link = '=HYPERLINK("https://pos.example/1","4815162")'
    [row] = read(xlsx([(*HEAD, "Ссылка"), (link, *ROW[1:3], '="Яма"', link)]), profile).rows
    assert (row.number, row.text, row.url) == ("4815162", "Яма", "https://pos.example/1")


def test_open_document_without_values_is_refused(profile: OfficeProfile) -> None:
    plain = ods([HEAD, ROW])
    content = _part(plain, "content.xml").replace(
        "<text:p>Дороги</text:p></table:table-cell>".encode(),
        '<text:p>Дороги</text:p></table:table-cell><table:table-cell table:formula="of:=[.A1]"/>'.encode(),
    )
    assert _refusal(changed(plain, {"content.xml": content}), profile) == "file-formulas"


def test_formulas_of_one_xml_file(profile: OfficeProfile) -> None:
    cells = "".join(f'<Cell><Data ss:Type="String">{one}</Data></Cell>' for one in HEAD)
    row = "".join(f'<Cell><Data ss:Type="String">{one}</Data></Cell>' for one in ROW[:3])
    book = (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="1"><Table>'
        f'<Row>{cells}</Row><Row>{row}<Cell ss:Formula="=RC[-1]"/></Row></Table></Worksheet></Workbook>'
    )
    assert reasons(read(book.encode(), profile)) == [(2, "row-formula")]


def _refusal(content: bytes, profile: OfficeProfile) -> str:
    with pytest.raises(RegistryRefused) as caught:
        read(content, profile)
    return caught.value.key


# Where tables stand


def merged(rows: Sequence[Sequence[Any]], *ranges: str) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    for cells in ranges:
        book.worksheets[0].merge_cells(cells)
    return saved(book)


SHEETS: dict[str, bytes] = {
    "far-below": xlsx([("Отчёт о сообщениях",), *[(f"строка {one}",) for one in range(30)], HEAD, ROW, NEXT]),
    "beside": xlsx([(*HEAD, None, *HEAD), (*ROW, None, *NEXT)]),
    "of-two-sheets": xlsx_sheets({"Октябрь": [HEAD, ROW], "2": [HEAD, NEXT], "Коды": [("Код",), ("1",)]}),
    "totals-amid": xlsx([HEAD, ROW, ("Итого: 1",), HEAD, NEXT, (None, "Всего", None, 2), (None, None, 2)]),
    "criteria-above": xlsx([("Период", "01.11.2026", "по", "20.11.2026"), ("Канал", "ПОС"), HEAD, ROW, NEXT]),
    "numbered-columns": xlsx([HEAD, (1, 2, 3, 4), ROW, NEXT]),
    "empty-columns-at-the-end": xlsx([(*HEAD, None, ""), (*ROW, None, ""), (*NEXT, "", None)]),
}


@pytest.mark.parametrize("name", SHEETS)
def test_where_tables_stand(name: str, profile: OfficeProfile) -> None:
    reading = read(SHEETS[name], profile)
    assert [(row.number, row.topic, row.text) for row in reading.rows] == [
        ("A1", *ROW[2:]), ("A2", *NEXT[2:]),
    ]  # fmt: skip
    assert not reading.unreadable


def test_tables_beside_each_other_know_their_own_columns(profile: OfficeProfile) -> None:
    head = (*HEAD[:3], "Дата ответа")
    reading = read(xlsx([(*head, *head), (*ROW[:3], "05.11.2026", *NEXT[:3], None)]), profile)
    assert [(row.number, row.answered_at) for row in reading.rows] == [
        ("A1", local(2026, 11, 5)), ("A2", None),
    ]  # fmt: skip


def test_a_table_on_its_side_is_named(profile: OfficeProfile) -> None:
    assert _refusal(xlsx(list(zip(HEAD, ROW, NEXT, strict=True))), profile) == "file-on-its-side"


def test_a_text_that_goes_on_in_the_next_row_is_not_lost(profile: OfficeProfile) -> None:
    rows = [HEAD, ROW, (None, None, None, "и продолжение жалобы"), NEXT]
    assert reasons(read(xlsx(rows), profile)) == [(3, "row-no-number")]


def test_a_number_merged_over_two_messages_is_named(profile: OfficeProfile) -> None:
    assert reasons(read(merged([HEAD, ROW, (None, *NEXT[1:])], "A2:A3"), profile)) == [(3, "row-duplicate")]


def test_a_date_merged_over_two_messages_is_of_both(profile: OfficeProfile) -> None:
    reading = read(merged([HEAD, ROW, ("A2", None, *NEXT[2:])], "B2:B3"), profile)
    assert [row.received_at for row in reading.rows] == [local(2026, 11, 2)] * 2


# Tables of text

LINE = ";".join(HEAD)
TEXTS: dict[str, bytes] = {
    "mark-twice": f"\ufeff\ufeff{LINE}\r\nA1;02.11.2026;Дороги;Яма, большая".encode(),
    "utf-16-no-mark": f"{LINE}\r\nA1;02.11.2026;Дороги;Яма, большая".encode("utf-16-le"),
    "utf-32": f"{LINE}\r\nA1;02.11.2026;Дороги;Яма, большая".encode("utf-32"),
    "nul-inside": f"{LINE}\r\nA1;02.11.2026;Дор\0оги;Яма, большая".encode(),
    "nul-at-the-end": f"{LINE}\r\nA1;02.11.2026;Дороги;Яма, большая\r\n\0".encode(),
    "tabs": "\t".join(HEAD).encode() + "\nA1\t02.11.2026\tДороги\tЯма, большая".encode(),
    "blanks-after": "; ".join(HEAD).encode() + '\nA1; 02.11.2026; Дороги; "Яма, большая"'.encode(),
    "commas": ",".join(HEAD).encode() + '\nA1,02.11.2026,Дороги,"Яма, большая"'.encode(),
    "says-its-separator": f"sep=;\r\n{LINE}\r\nA1;02.11.2026;Дороги;Яма, большая".encode(),
    "old-mac": f"{LINE}\rA1;02.11.2026;Дороги;Яма, большая\r".encode(),
    "formulas": f'{LINE}\nA1;="02.11.2026";Дороги;Яма, большая'.encode(),
    "empty-at-the-end": f"{LINE};;;\nA1;02.11.2026;Дороги;Яма, большая;;;\n;;;;;;".encode(),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_tables_of_text(name: str, profile: OfficeProfile) -> None:
    reading = read(TEXTS[name], profile)
    assert [(row.number, row.received_at, row.topic, row.text) for row in reading.rows] == [
        ("A1", local(2026, 11, 2), "Дороги", "Яма, большая")
    ]
    assert not reading.unreadable


def test_a_cell_of_several_lines_with_separators_is_one(profile: OfficeProfile) -> None:
    text = "Первая\nвторая; третья; «кавычки»\nчетвёртая; пятая; шестая; седьмая"
    [row] = read(separated([HEAD, (*ROW[:3], text)]), profile).rows
    assert row.text == text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f'{LINE}\nA1;02.11.2026;Дороги;"Кафе\nA2;03.11.2026;Свет;Темно\nA3;03.11.2026;Шум;Бар "Ночь"',
         "file-quote-not-closed"),
        (f'{LINE}\nA1;02.11.2026;Дороги;"Кафе не моют\nA2;03.11.2026;Свет;Темно', "file-quote-not-closed"),
    ],
)  # fmt: skip
def test_a_quotation_mark_swallows_no_rows(text: str, why: str, profile: OfficeProfile) -> None:
    assert _refusal(text.encode(), profile) == why


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("cp1251", "cp866", "file-mixed-encodings"),
        ("cp1251", "utf-8", "file-mixed-encodings"),
        ("utf-8", "cp1251", "file-wrong-byte"),
        ("cp1251", "koi8-r", "file-mixed-encodings"),
        ("koi8-r", "cp1251", "file-mixed-encodings"),
    ],
)
def test_two_encodings_in_one_file_are_named(
    first: str, second: str, why: str, profile: OfficeProfile
) -> None:
    many = "".join(f"{number};02.11.2026;Дороги;Большая яма у дома\r\n" for number in range(100, 160))
    content = f"{LINE}\r\n{many}".encode(first) + ";".join(NEXT).encode(second)
    assert _refusal(content, profile) == why


def test_capital_letters_of_another_system_are_named(profile: OfficeProfile) -> None:
    content = f"{LINE}\n{';'.join(ROW)}\n".encode("cp1251") + "A2;03.11.2026;Освещение;Темно".encode(
        "mac-cyrillic"
    )
    assert _refusal(content, profile) == "file-mixed-encodings"


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_lines_of_capital_letters_are_of_their_encoding(encoding: str, profile: OfficeProfile) -> None:
    capitals = "A1;02.11.2026;ЖКХ, ТСЖ;ЯМА НА ДОРОГЕ У ДОМА, МБДОУ 24\nA2;02.11.2026;ФАП;НЕТ СВЕТА НА УЛИЦЕ\n"
    content = f"{LINE}\nA3;02.11.2026;Дороги;Большая яма у дома\n{capitals}".encode(encoding)
    assert [row.number for row in read(content, profile).rows] == ["A3", "A1", "A2"]


def test_an_archive_with_what_systems_leave_in_it_is_its_table(profile: OfficeProfile) -> None:
    packed = archive({"выгрузка/в.csv": separated([HEAD, ROW]), "__MACOSX/._в.csv": b"x", "Thumbs.db": b"y"})
    assert [row.number for row in read(packed, profile).rows] == ["A1"]
