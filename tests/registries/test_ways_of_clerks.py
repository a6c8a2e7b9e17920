"""What else clerks and their systems write: the right value, a question or a reason, never a silent guess."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, time
from functools import partial
from typing import Any

import pytest
from openpyxl import Workbook

from bot.registries.result import Reading, RegistryRefused
from domain.imports.understanding import Asked, Understanding
from domain.office.profile import OfficeProfile
from tests.registries.test_sample import (
    archive,
    in_cell,
    local,
    read_on_the_day,
    reasons,
    saved,
    separated,
    xlsx,
)

HEAD = ("Номер обращения", "Дата поступления", "Тема", "Текст")
ROW = ("A1", "02.11.2026", "Дороги", "Большая яма у дома, просим принять меры")
DAY = local(2026, 11, 2)


def read(content: bytes, profile: OfficeProfile) -> Reading:
    return read_on_the_day(content, "ПОС.xls", profile, "pos")


def refused(content: bytes, profile: OfficeProfile) -> RegistryRefused:
    with pytest.raises(RegistryRefused) as caught:
        read(content, profile)
    return caught.value


def answers(reading: Reading) -> list[tuple[str, datetime | None]]:
    return [(row.number, row.answered_at) for row in reading.rows]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2 ноября 2026 года в 14 ч 20 мин", local(2026, 11, 2, 14, 20)),
        ("Понедельник, 2 ноября 2026 г.", DAY),
        ("пн 02.11.2026 10:00", local(2026, 11, 2, 10)),
        ("02.11.2026 (понедельник)", DAY),
        ("02.11.2026 14-20", local(2026, 11, 2, 14, 20)),
        ("02.11.2026 09:00 (UTC+3)", local(2026, 11, 2, 11)),
        ("2026-11-02 09:30:00 +0300", local(2026, 11, 2, 11, 30)),
        ("Mon, 02 Nov 2026 09:30:00 +0500", local(2026, 11, 2, 9, 30)),
        ("November 2, 2026 5:04 PM", local(2026, 11, 2, 17, 4)),
        ("02/ноя/26", DAY),
        ("02.XI.2026", DAY),
        ("02,11,2026", DAY),
        ("02 11 2026", DAY),
    ],
)
def test_dates(written: str, meant: datetime, profile: OfficeProfile) -> None:
    [row] = read(xlsx([HEAD, ("A1", written, "Дороги", "Яма")]), profile).rows
    assert row.received_at == meant


@pytest.mark.parametrize("written", ["31.11.2026", "02.11.2026-11", "02.11.2026 14:20 +99:00", "02.XIV.2026"])
def test_what_is_no_date_is_set_aside(written: str, profile: OfficeProfile) -> None:
    assert reasons(read(xlsx([HEAD, ("A1", written, "", "")]), profile)) == [(2, "row-bad-date")]


@pytest.mark.parametrize(
    "written", [time(17, 5), "17 ч. 05 мин.", "в 17:05", "1705", "17-05", "20.11.2026 17:05"]
)
def test_a_time_in_its_own_column(written: Any, profile: OfficeProfile) -> None:
    head = ("Номер", "Дата поступления", "Время поступления", "Тема")
    [row] = read(xlsx([head, ("A1", "20.11.2026", written, "Дороги")]), profile).rows
    assert row.received_at == local(2026, 11, 20, 17, 5)


def test_a_time_that_cannot_be_read_is_not_dropped(profile: OfficeProfile) -> None:
    head = ("Номер", "Дата поступления", "Время поступления", "Тема")
    assert reasons(read(xlsx([head, ("A1", "20.11.2026", "57:05", "Дороги")]), profile)) == [
        (2, "row-bad-time")
    ]


def test_a_time_in_words_is_not_dropped(profile: OfficeProfile) -> None:
    head = ("Номер", "Дата поступления", "Время поступления", "Тема")
    rows = [("A1", "20.11.2026", "утром", "Дороги"), ("A2", "20.11.2026", "—", "Дороги")]
    assert reasons(read(xlsx([head, *rows]), profile)) == [(2, "row-bad-time")]


def test_a_moment_under_the_name_of_a_time(profile: OfficeProfile) -> None:
    head = ("Номер", "Время создания", "Тема", "Время закрытия")
    [row] = read(xlsx([head, ("A1", "02.11.2026 17:05", "Дороги", "03.11.2026 10:00")]), profile).rows
    assert (row.received_at, row.answered_at) == (local(2026, 11, 2, 17, 5), local(2026, 11, 3, 10))


def test_a_date_merged_over_its_time(profile: OfficeProfile) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Номер", "Дата поступления", None, "Тема"])
    sheet.append(["A1", in_cell(2026, 11, 2), time(17, 5), "Дороги"])
    sheet.merge_cells("B1:C1")
    [row] = read(saved(book), profile).rows
    assert row.received_at == local(2026, 11, 2, 17, 5)


@pytest.mark.parametrize(
    ("header", "written"),
    [
        ("Исх. №, дата", "И-12 от 05.11.2026"),
        ("№ и дата ответа", "И-12 от 05.11.2026"),
        ("Дата и № ответа", "05.11.2026 № И-12"),
        ("Дата исходящего", "05.11.2026"),
        ("Снято с контроля", "05.11.2026"),
        ("Дата снятия с контроля", "05.11.2026"),
        ("Фактический срок исполнения", "05.11.2026"),
        ("Дата отв.", "05.11.2026"),
        ("Отработано", "05.11.2026"),
        ("Дата ответа", "05.11.2026 исх. 12"),
        ("Отметка об исполнении", "срок до 04.11.2026, исполнено 05.11.2026"),
        ("Статус", "Отвечено 05.11.2026"),
        ("Статус", "Исполнено 05.11.2026 исх. № 7"),
    ],
)
def test_the_answer_under_other_names(header: str, written: str, profile: OfficeProfile) -> None:
    reading = read(xlsx([(*HEAD, header), ("A1", "02.11.2026", "Дороги", "Яма", written)]), profile)
    assert answers(reading) == [("A1", local(2026, 11, 5))]


@pytest.mark.parametrize(
    ("written", "question"),
    [("нет", None), ("в работе", None), (False, None), ("да", Asked.UNDATED), (True, Asked.UNDATED),
     ("до 05.12.2026", Asked.STATUS)],
)  # fmt: skip
def test_words_for_the_date_of_an_answer(
    written: Any, question: Asked | None, profile: OfficeProfile
) -> None:
    reading = read(xlsx([(*HEAD, "Дата ответа"), (*ROW, written)]), profile)
    assert answers(reading) == [("A1", None)]
    assert [one.about for one in reading.questions] == ([question] if question else [])


def test_the_second_date_is_not_the_first_ones_understudy(profile: OfficeProfile) -> None:
    head = ("Вх. №", "Дата", "Тема", "Исх. №", "Дата")
    reading = read(
        xlsx([head, ("A1", "02.11.2026", "Свет", "И-5", "05.11.2026"), ("A2", "02.11.2026", "Свет", "", "")]),
        profile,
    )
    assert answers(reading) == [("A1", local(2026, 11, 5)), ("A2", None)]


def test_a_header_of_three_rows_over_dates(profile: OfficeProfile) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["Сведения об обращении", None, None, "Сведения об ответе", None],
        ["Регистрация", None, "Суть", "Срок", "Факт"],
        ["№", "Дата", "Тема", "Дата", "Дата"],
        ["77-1", "02.11.2026", "Дороги", "12.11.2026", "05.11.2026"],
        ["77-2", "02.11.2026", "Дороги", "12.11.2026", None],
    ):
        sheet.append(row)
    for cells in ("A1:C1", "D1:E1", "A2:B2"):
        sheet.merge_cells(cells)
    reading = read(saved(book), profile)
    assert answers(reading) == [("77-1", local(2026, 11, 5)), ("77-2", None)]
    assert reading.unread_headers == ("Срок Дата",)


@pytest.mark.parametrize(
    "head",
    [
        ("Номер\nобращения*", "Дата\nпоступ-\nления*", "Тема\n(из справочника)"),
        ("Обращение №", "Дата/время", "Тема/вопрос"),
        ("№ заявления", "Дата обращ.", "Характер вопроса"),
        ("ИД", "Дата добавления", "Подтема"),
        ("№ РКК", "Дата РКК", "Проблематика"),
        ("ID поста", "Опубликовано", "Тема"),
        ("Номер карточки", "Дата внесения", "Тема"),
        ("Ticket ID", "Created at", "Subject"),
    ],
)
def test_headers(head: Sequence[str], profile: OfficeProfile) -> None:
    [row] = read(xlsx([head, ("A1", "02.11.2026", "Дороги")]), profile).rows
    assert (row.number, row.received_at, row.topic) == ("A1", DAY, "Дороги")


def test_headers_that_nobody_knows_are_asked(profile: OfficeProfile) -> None:
    rows = [("Шифр", "Начало", "О деле"), ("A1", "02.11.2026", "Яма"), ("A2", "02.11.2026", "Снег")]
    [question] = refused(xlsx(rows), profile).questions
    assert (question.about, question.subject, question.answers) == (
        Asked.FIELD, "number", ("шифр", "начало", "о деле"),
    )  # fmt: skip
    said = {"pos": Understanding(columns={"шифр": "number", "начало": "received_at"})}
    reading = read_on_the_day(xlsx(rows), "", profile, "pos", understood=said)
    assert [(row.number, row.received_at) for row in reading.rows] == [("A1", DAY), ("A2", DAY)]


def test_names_one_below_another_are_no_header(profile: OfficeProfile) -> None:
    rows = [("Номер", "A1", "A2"), ("Дата поступления", "02.11.2026", "03.11.2026"), ("Тема", "Снег", "Свет")]
    assert refused(xlsx(rows), profile).key == "file-on-its-side"


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("4815162 от 02.11.2026", "4815162"),
        ("№ 4815162 (повторное)", "№ 4815162"),
        ('=HYPERLINK("https://pos.example/1","4815162")', "4815162"),
        ("15/2026-Л", "15/2026-Л"),
    ],
)
def test_a_number_and_what_stands_beside_it(written: str, number: str, profile: OfficeProfile) -> None:
    [row] = read(separated([HEAD, (written, *ROW[1:])]), profile).rows
    assert row.number == number


def test_two_numbers_are_no_number(profile: OfficeProfile) -> None:
    assert reasons(read(xlsx([HEAD, ("4815162, 4815163", *ROW[1:])]), profile)) == [
        (2, "row-several-numbers")
    ]


@pytest.mark.parametrize(
    ("header", "one", "other", "why"),
    [
        ("Статус", "В работе", "Ответ дан", "row-two-values"),
        ("Статус", "В работе", "в работе", ""),
        ("Статус", "В работе", "", ""),
        ("Дата поступления", "02.11.2026", "03.11.2026", "row-two-values"),
        ("Дата поступления", in_cell(2026, 11, 2), in_cell(2026, 11, 3), "row-two-values"),
        ("Дата поступления", "02.11.2026", "17:05", ""),
        ("Дата поступления", in_cell(2026, 11, 2), time(17, 5), ""),
        ("Дата поступления", "02.11.2026", "02.11.2026 17:05", ""),
    ],
)
def test_two_columns_of_one_name(
    header: str, one: object, other: object, why: str, profile: OfficeProfile
) -> None:
    head = (
        "Номер",
        "Тема",
        *{"Дата поступления": (), "Статус": ("Дата поступления",)}[header],
        header,
        header,
    )
    rest = () if header.startswith("Дата") else ("02.11.2026",)
    reading = read(xlsx([head, ("A1", "Дороги", *rest, one, other)]), profile)
    assert [key for _, key in reasons(reading)] == ([why] if why else [])


@pytest.mark.parametrize(
    ("header", "field"),
    [("Исполнитель", "executor"), ("Тема", "topic"), ("Текст", "text"), ("Заявитель", "author")],
)
def test_two_columns_of_one_name_are_both_kept(header: str, field: str, profile: OfficeProfile) -> None:
    head = ("Номер", "Дата поступления", header, header)
    said = (("Отдел А", "Отдел Б"), ("Отдел А", "Отдел А"), ("", "Отдел Б"), ("Отдел А", ""))
    rows = [(f"A{at}", "02.11.2026", *both) for at, both in enumerate(said)]
    reading = read(xlsx([head, *rows]), profile)
    joined = "Отдел А\nОтдел Б" if field == "text" else "Отдел А, Отдел Б"
    assert [getattr(row, field) for row in reading.rows] == [joined, "Отдел А", "Отдел Б", "Отдел А"]


def test_a_status_and_a_number_name_nobody(profile: OfficeProfile) -> None:
    """Both stand in chats and lists as they are."""
    head = ("Номер", "Дата поступления", "Тема", "Статус")
    said = "Передано Иванову Петру Ильичу т. 89024441122"
    rows = [("A1", "02.11.2026", "Дороги", said), ("Сидорова М.П. 12", "02.11.2026", "Дороги", "В работе")]
    reading = read(xlsx([head, *rows, ("Личный прием 5", *rows[1][1:])]), profile)
    assert [row.said_status for row in reading.rows] == ["Передано ••• т. •••", ""]
    assert [question.example for question in reading.questions] == ["Передано ••• т. •••"]
    assert reasons(reading) == [(3, "row-number-personal")]


def test_numbers_one_below_another_are_several(profile: OfficeProfile) -> None:
    head = ("Номер", "Дата поступления", "Тема")
    rows = [(number, "02.11.2026", "Дороги") for number in ("481\n482", "59-\n17", "№\n483", "484\n")]
    reading = read(xlsx([head, *rows]), profile)
    assert reasons(reading) == [(2, "row-several-numbers")]
    assert [row.number for row in reading.rows] == ["59- 17", "№ 483", "484"]


def test_a_number_and_a_date_of_nobody_knows_what_is_asked(profile: OfficeProfile) -> None:
    """It is the message's own where there is no other number; an answer is never guessed from it."""
    [row] = read(xlsx([("№ и дата", "Тема"), ("331-А от 02.11.2026", "Дороги")]), profile).rows
    assert (row.number, row.registered_at) == ("331-А", local(2026, 11, 2))
    head = ("Номер", "Дата поступления", "Тема", "№ и дата")
    reading = read(xlsx([head, ("A1", "02.11.2026", "Дороги", "И-7 от 05.11.2026")]), profile)
    assert [row.answered_at for row in reading.rows] == [None]
    assert reading.unread_headers == ("№ и дата",)


@pytest.mark.parametrize("write", [xlsx, separated])
def test_a_column_without_a_name_is_named_by_its_letter(
    write: Callable[..., bytes], profile: OfficeProfile
) -> None:
    """Nothing that is filled is passed over in silence; a person may say what it is."""
    head = ("Номер", "Дата поступления", "Тема", "", "")
    content = write([head, *((f"A{at}", "02.11.2026", "Дороги", "", f"0{at}.11.2026") for at in range(3, 6))])
    reading = read(content, profile)
    assert reading.unread_headers == ("столбец E без названия (значений: 3)",)
    [question] = reading.questions
    said = Understanding().with_answer(question, "answered_at")
    answered = read_on_the_day(content, "ПОС.xls", profile, "pos", understood={"pos": said})
    assert [row.answered_at for row in answered.rows] == [local(2026, 11, at) for at in range(3, 6)]
    assert not answered.unread_headers
    again = write(
        [
            (*head[:4], "столбец E без названия (значений: 3)"),
            ("A7", "02.11.2026", "Дороги", "", "05.11.2026"),
        ]
    )
    [row] = read_on_the_day(again, "ПОС.xls", profile, "pos", understood={"pos": said}).rows
    assert row.answered_at == local(2026, 11, 5)


def test_a_column_beyond_twenty_six_has_two_letters(profile: OfficeProfile) -> None:
    head = ("Номер", "Дата поступления", "Тема", *[""] * 30)
    reading = read(xlsx([head, ("A1", "02.11.2026", "Дороги", *[""] * 24, "x")]), profile)
    assert reading.unread_headers == ("столбец AB без названия (значений: 1)",)


def test_a_combined_column_without_a_date_keeps_its_number(profile: OfficeProfile) -> None:
    head = ("Рег. номер и дата", "Дата поступления", "Тема")
    [row] = read(xlsx([head, ("15-Л", "02.11.2026", "Дороги")]), profile).rows
    assert row.number == "15-Л"


def test_rows_that_are_no_messages(profile: OfficeProfile) -> None:
    rows = [
        HEAD, ("Социальная сфера (12)",), ("I",), ("20.11.2026",), ("ЖКХ", None, None, 5), ROW,
        (None, None, "Итого по разделу", 1), ("Общий итог", None, None, 1),
        ("Исполнитель:", None, "Иванова А.А."),
        ("Начальник отдела", "_________", None, "Петров П.П."), ("* данные на 20.11.2026",),
    ]  # fmt: skip
    reading = read(xlsx(rows), profile)
    assert len(reading.rows) == 1 and reading.unreadable == []


@pytest.mark.parametrize("number", ["A1", "без номера", "б/н"])
def test_a_message_without_a_date_is_still_set_aside(number: str, profile: OfficeProfile) -> None:
    assert reasons(read(xlsx([HEAD, (number, None, "Дороги", "Яма")]), profile)) == [(2, "row-no-date")]


def test_a_table_below_a_table(profile: OfficeProfile) -> None:
    rows = [HEAD, ROW, (), ("Тема", "Номер обращения", "Текст", "Дата поступления"),
            ("Свет", "A2", "Темно", "03.11.2026")]  # fmt: skip
    reading = read(xlsx(rows), profile)
    assert [(row.number, row.topic) for row in reading.rows] == [("A1", "Дороги"), ("A2", "Свет")]
    assert reading.unreadable == []


def one_column(rows: Sequence[Sequence[str]]) -> bytes:
    lines = separated(rows, ",").decode().splitlines()
    return "\r\n".join(f'"{line.replace(chr(34), chr(34) * 2)}"' for line in lines).encode()


NESTED = (
    f"<table><tr>{''.join(f'<th>{name}</th>' for name in HEAD)}</tr><tr><td>A1<td>02.11.2026<td>Дороги"
    f"<td><table><tr><td>{ROW[3]}</td></tr></table></td></tr></table>"
)
FORMS: dict[str, Callable[[], bytes]] = {
    "each-line-quoted": partial(one_column, [HEAD, ROW]),
    "mac": partial(separated, [HEAD, ROW], ";", "mac-cyrillic"),
    "iso8859-5": partial(separated, [HEAD, ROW], ";", "iso8859-5"),
    "zip-with-notes": lambda: archive(
        {"в.csv": separated([HEAD, ROW]), "readme.txt": "Выгрузка сделана.".encode()}
    ),
    "table-in-a-cell": NESTED.encode,
}


@pytest.mark.parametrize("form", FORMS)
def test_forms(form: str, profile: OfficeProfile) -> None:
    reading = read(FORMS[form](), profile)
    assert [(row.number, row.received_at, row.topic, row.text) for row in reading.rows] == [
        ("A1", DAY, "Дороги", ROW[3])
    ]
    assert reading.unreadable == []


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b'[{"\xd0\xbd": "A1"}]', "file-not-table"),
        (b"[InternetShortcut]\r\nURL=https://docs.example/1\r\n", "file-not-table"),
        (b"\0\0\0\x18ftypheic" + bytes(100), "file-picture"),
        (archive({"[Content_Types].xml": "<x/>", "ppt/presentation.xml": "<x/>"}), "file-document"),
    ],
)
def test_what_is_no_table_is_named(content: bytes, key: str, profile: OfficeProfile) -> None:
    assert refused(content, profile).key == key
