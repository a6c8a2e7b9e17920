"""Files made up kind by kind, as offices and their systems lay them out: each with all that it says."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.cell.cell import Cell as BookCell

from bot.registries.result import Reading, RegistryRefused
from domain.office.profile import OfficeProfile
from tests.registries.test_sample import (
    ZONE,
    archive,
    changed,
    in_cell,
    read_on_the_day,
    reasons,
    saved,
    separated,
    xlsx,
    xlsx_sheets,
)

HEAD = ("Номер обращения", "Дата поступления", "Тема", "Текст")
ANSWER = ("Статус", "Дата ответа")
NBSP = "\u00a0"

Lines = Sequence[str]
"""«number | received | answered | topic | text | executor» of each message; reasons of rows set aside."""


def said(reading: Reading) -> list[str]:
    """All that a file says, a line a message, then the rows that it was not understood in."""

    def day(moment: datetime | None) -> str:
        return f"{moment.astimezone(ZONE):%d.%m.%Y %H:%M}".removesuffix(" 00:00") if moment else ""

    lines = [
        f"{row.number} | {day(row.received_at)} | {day(row.answered_at)} | {row.topic} | {row.text}"
        + (f" | {row.executor}" if row.executor else "")
        for row in reading.rows
    ]
    return [*lines, *(f"{row}: {key}" for row, key in reasons(reading))]


def book(*rows: Sequence[Any], merged: Sequence[str] = ()) -> bytes:
    made = Workbook()
    sheet = made.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    return saved(made)


def with_errors() -> bytes:
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.append(HEAD)
    for row in (
        ("A1", "02.11.2026", "#N/A", "Яма"),
        ("#REF!", "02.11.2026", "Дороги", "Яма"),
        ("A3", "#VALUE!", "Дороги", "Яма"),
    ):
        sheet.append(row)
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            assert isinstance(cell, BookCell)
            if str(cell.value).startswith("#"):
                cell.data_type = "e"
    return saved(made)


def durations() -> bytes:
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.append([*HEAD, "Длительность обработки", "Дата ответа"])
    sheet.append(
        ["A1", in_cell(2026, 11, 2, 9), "Дороги", "Яма", timedelta(hours=30), in_cell(2026, 11, 3, 15)]
    )
    sheet["E2"].number_format = "[h]:mm:ss"
    return saved(made)


def strict() -> bytes:
    """As «Книга Excel (строгий Open XML)» is saved: the same parts under other names of their spaces."""
    spaces = {
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
            "http://purl.oclc.org/ooxml/officeDocument/relationships"
        ),
    }
    with zipfile.ZipFile(io.BytesIO(xlsx([HEAD, ("A1", "02.11.2026", "Дороги", "Яма")]))) as packed:
        parts = {name: packed.read(name).decode() for name in packed.namelist()}
    for old, new in spaces.items():
        parts = {name: part.replace(old, new) for name, part in parts.items()}
    return archive(dict(parts))


def named_in_cp866() -> bytes:
    """An archive of DOS: the name in it is in its own encoding, and nothing says so."""
    name = "реестр за ноябрь.xlsx"
    stand_in = "x" * len(name.encode("cp866"))
    content = archive({stand_in: xlsx([HEAD, ("A1", "02.11.2026", "Дороги", "Яма")])})
    return content.replace(stand_in.encode(), name.encode("cp866"))


def of_word() -> bytes:
    """A page as Word saves it: a table in a remark, paragraphs in cells, styles of its own."""

    def cell(text: str) -> str:
        return f"<td width=83 style='border:solid'><p class=MsoNormal><span>{text}<o:p></o:p></span></p></td>"

    rows = (HEAD, ("A1", "02.11.2026", "Дороги", "Яма<br>у&nbsp;дома"))
    lines = "".join(f"<tr style='mso-yfti-irow:0'>{''.join(map(cell, row))}</tr>" for row in rows)
    return (
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head>"
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>"
        "<!--[if gte mso 9]><xml><table><tr><td>нет</td></tr></table></xml><![endif]-->"
        f"<style>p {{}}</style></head><body><p>Реестр</p><table>{lines}</table></body></html>"
    ).encode("cp1251")


def with_wrong_size() -> bytes:
    """A system that writes the size of its sheet before it knows it."""
    content = xlsx([HEAD, ("A1", "02.11.2026", "Дороги", "Яма")])
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml").decode()
    return changed(content, {"xl/worksheets/sheet1.xml": sheet.replace('ref="A1:D2"', 'ref="A1"')})


TWICE = ["A1 | 02.11.2026 |  | Дороги | Яма", "A2 | 03.11.2026 |  | Свет | Темно"]
ONE = TWICE[:1]
ROW, NEXT = ("A1", "02.11.2026", "Дороги", "Яма"), ("A2", "03.11.2026", "Свет", "Темно")

KINDS: dict[str, tuple[Callable[[], bytes], Lines]] = {
    "a header of three rows": (
        lambda: book(
            ("Сообщение", None, None, None, "Ход работы", None, None),
            ("Учёт", None, "О чём", None, "Кому", "Ответ", None),
            ("№ обращения", "Дата", "Тема", "Текст", "Исполнитель", "Состояние", "Дата"),
            ("A1", "02.11.2026", "Дороги", "Яма", "Отдел дорог", "Дан ответ", "05.11.2026"),
            merged=("A1:D1", "E1:G1", "A2:B2", "C2:D2", "F2:G2"),
        ),
        ["A1 | 02.11.2026 | 05.11.2026 | Дороги | Яма | Отдел дорог"],
    ),
    "a header on each page": (
        lambda: book(HEAD, (1, 2, 3, 4), ROW, ("Лист 2 из 2", None, None, None), HEAD, (1, 2, 3, 4), NEXT),
        TWICE,
    ),
    "units as subheads": (
        lambda: book(HEAD, ("Отдел дорог", None, None, None), ROW, ("ДХ", None, None, None), NEXT),
        TWICE,
    ),
    "columns in another order below": (
        lambda: book(HEAD, ROW, HEAD[::-1], NEXT[::-1]),
        TWICE,
    ),
    "two tables with a gap": (
        lambda: book((*HEAD, None, *HEAD), (*ROW, None, *NEXT)),
        TWICE,
    ),
    "a weekday after its date": (
        lambda: book(
            HEAD, ("A1", "02.11.2026, пн", "Дороги", "Яма"), ("A2", "03.11.2026 вторник", "Свет", "Темно")
        ),
        TWICE,
    ),
    "durations": (durations, ["A1 | 02.11.2026 09:00 | 03.11.2026 15:00 | Дороги | Яма"]),
    "the hour 24": (
        lambda: book(HEAD, ("A1", "02.11.2026 24:00", "Дороги", "Яма")),
        ["A1 | 03.11.2026 |  | Дороги | Яма"],
    ),
    "years of two digits and of four": (
        lambda: book(HEAD, ("A1", "02.11.26", "Дороги", "Яма"), NEXT),
        TWICE,
    ),
    "cells merged down": (
        lambda: book(HEAD, ROW, ("A2", None, None, "Темно"), merged=("B2:B3", "C2:C3")),
        [TWICE[0], "A2 | 02.11.2026 |  | Дороги | Темно"],
    ),
    "errors of formulas": (
        with_errors,
        ["2: row-error", "3: row-error", "4: row-error"],
    ),
    "a number of a calculator": (
        lambda: book(HEAD, ("1.2E+05", *ROW[1:]), ("1,25E+11", *NEXT[1:])),
        ["2: row-number-rounded", "3: row-number-rounded"],
    ),
    "a number as a fraction": (
        lambda: book(HEAD, (120000.0, *ROW[1:])),
        ["120000 | 02.11.2026 |  | Дороги | Яма"],
    ),
    "blanks within numbers": (
        lambda: book(
            HEAD, (f" 4{NBSP}815{NBSP}162 ", *ROW[1:]), ("4815162", *ROW[1:]), ("4 815 162\u200b", *ROW[1:])
        ),
        ["4 815 162 | 02.11.2026 |  | Дороги | Яма"],
    ),
    "letters that look alike": (
        lambda: book(HEAD, ("О-15/C", *ROW[1:]), ("O-15/С", *ROW[1:])),
        ["О-15/C | 02.11.2026 |  | Дороги | Яма"],
    ),
    "UTF-16 with tabs": (lambda: separated([HEAD, ROW, NEXT], "\t", "utf-16"), TWICE),
    "UTF-16 from the other end": (
        lambda: b"\xfe\xff" + separated([HEAD, ROW, NEXT], ";", "utf-16-be"),
        TWICE,
    ),
    "a line that names the separator": (
        lambda: (
            b"sep=;\r\n"
            + separated([HEAD, ("A1", "02.11.2026", "Дороги", "Яма, лужа, грязь")], ";", "cp1251")
        ),
        ["A1 | 02.11.2026 |  | Дороги | Яма, лужа, грязь"],
    ),
    "lines of an old Mac": (lambda: separated([HEAD, ROW, NEXT]).replace(b"\r\n", b"\r"), TWICE),
    "two files one after another": (
        lambda: separated([HEAD, ROW], encoding="utf-8-sig") + separated([HEAD, NEXT], encoding="utf-8-sig"),
        TWICE,
    ),
    "quotes that were not doubled": (
        'Номер обращения;Дата поступления;Тема;Текст\nA1;02.11.2026;Дороги;Яма у магазина "Весна"\n'.encode,
        ['A1 | 02.11.2026 |  | Дороги | Яма у магазина "Весна"'],
    ),
    "empty lines and separators alone": (
        (
            ";;;\n\n" + ";".join(HEAD) + "\n;;;\n" + ";".join(ROW) + "\n;;;\n\n" + ";".join(NEXT) + "\n;;;"
        ).encode,
        TWICE,
    ),
    "a page of Word": (of_word, ["A1 | 02.11.2026 |  | Дороги | Яма\nу дома"]),
    "strict Open XML": (strict, ONE),
    "an archive of DOS": (named_in_cp866, ONE),
    "a sheet of a wrong size": (with_wrong_size, ONE),
    "a header broken by hand": (
        lambda: book(("НОМЕР ОБРА-\nЩЕНИЯ", "ДАТА ПОСТУ-\nПЛЕНИЯ", " тема: ", "Текст\n"), ROW),
        ONE,
    ),
    "days as numbers": (
        lambda: book(HEAD, ("A1", 20261102, "Дороги", "Яма"), ("A2", "2026.11.03", "Свет", "Темно")),
        TWICE,
    ),
    "a serial with a comma": (
        lambda: separated([HEAD, ("A1", "46328,5", "Дороги", "Яма")]),
        ["A1 | 02.11.2026 12:00 |  | Дороги | Яма"],
    ),
    "an answer in one cell": (
        lambda: book((*HEAD, "Ответ (дата, №)"), (*ROW, "05.11.2026, № 15-И")),
        ["A1 | 02.11.2026 | 05.11.2026 | Дороги | Яма"],
    ),
    "answered or not": (
        lambda: book((*HEAD, *ANSWER), (*ROW, "да", "05.11.2026"), (*NEXT, "нет", "-")),
        ["A1 | 02.11.2026 | 05.11.2026 | Дороги | Яма", TWICE[1]],
    ),
    "sums in the middle": (
        lambda: book(HEAD, ROW, ("Всего за 02.11.2026: 1", None, None, None), NEXT, ("ИТОГО", None, None, 2)),
        TWICE,
    ),
    "a column of departments first": (
        lambda: book(("Подразделение", *HEAD), ("Отдел дорог", *ROW), (None, *NEXT), merged=("A2:A3",)),
        [f"{TWICE[0]} | Отдел дорог", f"{TWICE[1]} | Отдел дорог"],
    ),
    "a signature below": (
        lambda: book(
            HEAD, ROW, NEXT, (), ("Начальник отдела", None, "_________", "подпись"), ("24.11.2026",)
        ),
        TWICE,
    ),
    "what a spreadsheet did to dates of an export": (
        lambda: book(
            HEAD,
            ("A1", in_cell(2026, 2, 11), "Дороги", "Яма"),
            ("A2", "13/11/2026", "Свет", "Темно"),
            ("A3", in_cell(2026, 11, 11), "Свет", "Темно"),
        ),
        [
            "A2 | 13.11.2026 |  | Свет | Темно",
            "A3 | 11.11.2026 |  | Свет | Темно",
            "2: row-date-torn",
        ],
    ),
    "days and texts by turns": (
        lambda: book(
            HEAD, ("A1", in_cell(2026, 11, 2), "Дороги", "Яма"), ("A2", "13.11.2026", "Свет", "Темно")
        ),
        [TWICE[0], "A2 | 13.11.2026 |  | Свет | Темно"],
    ),
    "no date as systems keep it": (
        lambda: book(
            (*HEAD, "Дата ответа"),
            *(
                (f"A{at}", *ROW[1:], never)
                for at, never in enumerate(
                    (
                        "01.01.0001 0:00:00",
                        "0000-00-00 00:00:00",
                        "1970-01-01 03:00:00",
                        0,
                        "нет данных",
                        "н/д",
                    )
                )
            ),
        ),
        [f"A{at} | 02.11.2026 |  | Дороги | Яма" for at in range(6)],
    ),
    "dates on the way to an answer": (
        lambda: book(
            (
                *HEAD,
                "Дата ответа по регламенту",
                "Дата запроса ответа",
                "Дата согласования ответа",
                "Дата получения ответа заявителем",
                "Дата оценки ответа",
            ),
            (*ROW, *["05.11.2026"] * 5),
        ),
        ONE,
    ),
    "numbers of what came and what went": (
        lambda: book(
            ("Входящий № и дата", "Тема", "Текст", "Исходящий № и дата"),
            ("15-ОГ от 02.11.2026", "Дороги", "Яма", "№ 88 от 05.11.2026"),
            ("16-ОГ от 03.11.2026", "Свет", "Темно", None),
        ),
        ["15-ОГ | 02.11.2026 | 05.11.2026 | Дороги | Яма", "16-ОГ | 03.11.2026 |  | Свет | Темно"],
    ),
    "a day and a time of the answer under one name": (
        lambda: book(
            ("№ обращения", "Поступление", None, "Тема", "Текст", "Ответ", None),
            (None, "Дата", "Время", None, None, "Дата", "Время"),
            ("A1", "02.11.2026", "16:00", "Дороги", "Яма", "05.11.2026", "10:00"),
            merged=("A1:A2", "B1:C1", "D1:D2", "E1:E2", "F1:G1"),
        ),
        ["A1 | 02.11.2026 16:00 | 05.11.2026 10:00 | Дороги | Яма"],
    ),
    "the term and the day of execution": (
        lambda: book(
            ("Обращение", None, None, None, "Исполнение", None, None),
            ("Рег. №", "Дата рег.", "Тема", "Текст", "Исполнитель", "Срок", "Факт"),
            (*ROW, "Отдел дорог", "20.11.2026", "05.11.2026"),
            merged=("A1:D1", "E1:G1"),
        ),
        ["A1 | 02.11.2026 | 05.11.2026 | Дороги | Яма | Отдел дорог"],
    ),
    "done, abbreviated": (
        lambda: book((*HEAD, "Исполнение"), (*ROW, "исп. 05.11.2026 № 44"), (*NEXT, "исп. Петрова")),
        ["A1 | 02.11.2026 | 05.11.2026 | Дороги | Яма", TWICE[1]],
    ),
    "a day within the number": (
        lambda: book(HEAD, ("02.11.2026/5", *ROW[1:]), ("03.11.2026/5", *NEXT[1:])),
        ["02.11.2026/5 | 02.11.2026 |  | Дороги | Яма", "03.11.2026/5 | 03.11.2026 |  | Свет | Темно"],
    ),
    "a step of an incident": (
        lambda: book(
            ("ID инцидента", "Дата публикации", "Дата создания", "Тема", "Текст", "Шаг", "Дата ответа"),
            ("1", "01.11.2026", "02.11.2026 09:00", "Дороги", "Яма", "Завершён", "05.11.2026"),
            ("2", "01.11.2026", "02.11.2026 10:00", "Свет", "Темно", "Не наша компетенция", None),
        ),
        [
            "1 | 02.11.2026 09:00 | 05.11.2026 | Дороги | Яма",
            "2 | 02.11.2026 10:00 |  | Свет | Темно",
        ],
    ),
    "a status beside the step of an incident": (
        lambda: book(
            ("Номер инцидента", "Дата создания", "Тема", "Текст", "Текущий шаг инцидента", "Статус"),
            (*ROW, "Готово", "Отозвано"),
            (*NEXT, "Оценка удовлетворенности", None),
        ),
        TWICE,
    ),
    "statuses of something else": (
        lambda: book((*HEAD, "Статус исполнителя", "Статус публикации"), (*ROW, "Закрыто", "Решено")),
        ONE,
    ),
    "groups of 1С": (
        lambda: book(
            ("Журнал обращений",),
            (None, None, "Период: 01.11.2026 - 30.11.2026"),
            HEAD,
            ("Администрация",),
            ("Дороги",),
            ("000000123", "02.11.2026 0:00:00", "Дороги", "Яма"),
            ("Всего", None, 1),
        ),
        ["000000123 | 02.11.2026 |  | Дороги | Яма"],
    ),
    "a pivot and a reference beside the data": (
        lambda: xlsx_sheets(
            {
                "Свод": [("Тема", "Количество"), ("Дороги", 1)],
                "Данные": [HEAD, ROW],
                "Справочник": [("Номер", "Тема", "Ответственный"), (1, "Дороги", "Отдел дорог")],
            }
        ),
        ONE,
    ),
    "whole lines in quotes": (
        lambda: "\r\n".join(f'"{";".join(line)}"' for line in (HEAD, ROW, NEXT)).encode("utf-8-sig"),
        TWICE,
    ),
    "a mark of order twice, separators and lines in quotes": (
        lambda: (
            b"\xef\xbb\xbf" * 2
            + separated([(*HEAD, ""), ("A1", "02.11.2026", "Дороги", "Яма; лужа\nи грязь", "")])
        ),
        ["A1 | 02.11.2026 |  | Дороги | Яма; лужа\nи грязь"],
    ),
    "UTF-16 without its mark": (lambda: separated([HEAD, ROW, NEXT], "\t", "utf-16-le"), TWICE),
    "cells over rows and columns of a page": (
        (
            "<table><tr><td>Отчёт</td></tr></table><table><tr><th rowspan=2>Номер обращения</th>"
            "<th colspan=2>Поступило</th><th rowspan=2>Тема</th><th rowspan=2>Текст</th></tr>"
            "<tr><th>Дата</th><th>Время</th></tr><tr><td>A1</td><td>02.11.2026</td><td>14:20</td>"
            "<td>Дороги</td><td>Яма &amp; лужа</td></tr></table>"
        ).encode,
        ["A1 | 02.11.2026 14:20 |  | Дороги | Яма & лужа"],
    ),
    "ways of systems to write a moment": (
        lambda: separated(
            [
                HEAD,
                ("A1", "2026-11-02T09:00:00.000Z", "Дороги", "Яма"),
                ("A2", "1793602800000", "Свет", "Темно"),
                ("A3", "11/13/26 3:05 PM", "Свет", "Темно"),
            ],
            ",",
        ),
        [
            "A1 | 02.11.2026 14:00 |  | Дороги | Яма",
            "A2 | 02.11.2026 12:00 |  | Свет | Темно",
            "A3 | 13.11.2026 15:05 |  | Свет | Темно",
        ],
    ),
    "what is no day of this century": (
        lambda: book(
            HEAD,
            *(
                (f"A{at}", written, "Дороги", "Яма")
                for at, written in enumerate(
                    ("02.11.0206", "02.11.2062", "02.11.20226", "02.11", "ноябрь 2026")
                )
            ),
        ),
        ["2: row-bad-date", "3: row-not-yet", "4: row-bad-date", "5: row-bad-date", "6: row-bad-date"],
    ),
    "words for a day": (
        lambda: book(HEAD, ("A1", "вчера", "Дороги", "Яма")),
        ["2: row-bad-date"],
    ),
}

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a table of 1С": (
        lambda: b"MOXCEL\x00\x08\x00\x01\x00" + "Обращения".encode("cp1251") * 20,
        "file-of-1c",
    ),
    "a table of 1С 8": (lambda: b"\xef\xbb\xbf{1,2,{#,0}}\r\nMOXCEL" + b"\0" * 40, "file-not-table"),
    "Numbers": (
        lambda: archive(
            {"Index/Document.iwa": b"\0\1\2", "Index/Tables/DataList.iwa": b"\0", "preview.jpg": b"\xff\xd8"}
        ),
        "file-of-numbers",
    ),
    "dBase": (lambda: b"\x03\x7e\x0b\x18" + b"\x01\0\0\0\xc1\0\x20\0" + b"\0" * 200, "file-not-table"),
    "RTF": (lambda: b"{\\rtf1\\ansi\\ansicpg1251 {\\b \\'d0\\'e5}}", "file-document"),
    "a letter": (
        lambda: b"From: a@b.example\nSubject: x\nContent-Type: text/plain\n\nA1;02.11.2026\n",
        "file-no-headers",
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_file_says(kind: str, profile: OfficeProfile) -> None:
    make, lines = KINDS[kind]
    reading = read_on_the_day(make(), "ПОС.xlsx", profile, "pos")
    assert said(reading) == list(lines)


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_refused(kind: str, profile: OfficeProfile) -> None:
    make, key = REFUSED[kind]
    with pytest.raises(RegistryRefused) as caught:
        read_on_the_day(make(), "ПОС.xlsx", profile, "pos")
    assert caught.value.key == key
