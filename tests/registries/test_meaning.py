"""The right value out of a table as clerks make it: headers, dates, statuses, numbers; and what is asked."""

from __future__ import annotations

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from bot.registries.result import Reading, RegistryRefused
from domain.imports.understanding import Asked, DateOrder, Numbering, Question, Understanding
from domain.messages.message import RegistryRow, Status
from domain.office.profile import OfficeProfile
from tests.conftest import SHARED, missing
from tests.registries.test_formats import xlsb
from tests.registries.test_sample import (
    Rows,
    in_cell,
    local,
    read_on_the_day,
    reasons,
    saved,
    separated,
    xlsx,
)

DAY = local(2026, 11, 2)
HEAD = ("Номер обращения", "Дата поступления", "Тема", "Текст")


def read(rows: Rows, profile: OfficeProfile, **said: object) -> Reading:
    """A workbook of these rows, all of them of one channel."""
    return read_on_the_day(xlsx(rows), "", profile, "pos", **said)


def only(rows: Rows, profile: OfficeProfile) -> RegistryRow:
    """The one row of such a workbook, in which nothing was set aside."""
    reading = read(rows, profile)
    assert reading.unreadable == []
    [row] = reading.rows
    return row


def asked(reading: Reading, about: Asked) -> list[Question]:
    """Questions about this."""
    return [question for question in reading.questions if question.about is about]


def understood(reading: Reading, about: Asked, answer: str) -> dict[str, Understanding]:
    """What is understood once the question about this is answered."""
    [question] = asked(reading, about)
    return {"pos": Understanding().with_answer(question, answer)}


def test_a_result_in_words_and_the_day_in_another_column_are_asked(profile: OfficeProfile) -> None:
    rows = [
        (*HEAD, "Результат рассмотрения", "Когда"),
        ("A-1", "02.11.2026", "Дороги", "Яма", "Разъяснено", "05.11.2026"),
        ("A-2", "02.11.2026", "Дороги", "Яма", "Направлено", ""),
    ]
    reading = read(rows, profile)
    [question] = asked(reading, Asked.UNDATED)
    assert "column:когда" in question.answers and question.rows == 1
    assert [one.example for one in asked(reading, Asked.STATUS)] == ["Направлено"]


@pytest.mark.parametrize(
    ("header", "cell", "field", "value"),
    [
        ("Дата пост.", "02.11.2026", "received_at", DAY),
        ("Создано", "02.11.2026", "received_at", DAY),
        ("Поступило", "02.11.2026", "received_at", DAY),
        ("Дата и время подачи", "02.11.2026 09:05", "received_at", local(2026, 11, 2, 9, 5)),
        ("Дата поступления обращения", "02.11.2026", "received_at", DAY),
        ("Дата вх.", "02.11.2026", "received_at", DAY),
        ("Дата рег.", "02.11.2026", "registered_at", DAY),
        ("Дата регистрации в СЭД", "02.11.2026", "registered_at", DAY),
        ("Отметка об исполнении", "исполнено 05.11.2026 исх. 12", "answered_at", local(2026, 11, 5)),
        ("Отметка об исполнении", "05.11.2026", "answered_at", local(2026, 11, 5)),
        ("Отметка об исполнении", "на контроле до 05.12.2026", "answered_at", None),
        ("Сведения об ответе", "ответ дан 5 ноября 2026 г.", "answered_at", local(2026, 11, 5)),
        ("Дата первого ответа", "05.11.2026 10:00", "answered_at", local(2026, 11, 5, 10)),
        ("Дата фактического исполнения", "05.11.2026", "answered_at", local(2026, 11, 5)),
        ("Дата отправки ответа заявителю", "05.11.2026", "answered_at", local(2026, 11, 5)),
        ("Закрыто", "05.11.2026", "answered_at", local(2026, 11, 5)),
        ("Срок исполнения", "05.12.2026", "answered_at", None),
        ("Контрольная дата ответа", "05.12.2026", "answered_at", None),
        ("Тематика вопроса", "Дороги", "topic", "Дороги"),
        ("Краткое содержание вопроса", "Яма", "text", "Яма"),
        ("Текст ответа", "Засыпали", "text", ""),
        ("Ответственное подразделение", "ЖКХ", "executor", "ЖКХ"),
        ("Кому поручено", "ЖКХ", "executor", "ЖКХ"),
        ("ФИО гражданина", "Иванов", "author", "Иванов"),
        ("Адрес места проблемы", "Ленина, 5", "place", "Ленина, 5"),
        ("Адрес электронной почты", "a@b.ru", "place", ""),
        ("Номер телефона", "123", "author", ""),
    ],
)
def test_a_header_is_known_by_its_meaning(
    header: str, cell: str, field: str, value: object, profile: OfficeProfile
) -> None:
    dated = field in ("received_at", "registered_at")
    head = ("Номер обращения", header) if dated else ("Номер обращения", "Дата", header)
    row = only([head, ("А-1", cell) if dated else ("А-1", "02.11.2026", cell)], profile)
    assert getattr(row, field) == value and row.number == "А-1"


@pytest.mark.parametrize(
    ("cell", "number"),
    [("15-О от 02.11.2026", "15-О"), ("02.11.2026 № 15-О", "15-О"), ("№ 15 от «02» ноября 2026 г.", "15")],
)
def test_a_number_and_its_date_in_one_column(cell: str, number: str, profile: OfficeProfile) -> None:
    row = only([("Дата и номер регистрации", "Текст"), (cell, "Яма")], profile)
    assert (row.number, row.registered_at, row.received_at) == (number, DAY, DAY)


def test_the_headers_found_are_named_when_one_is_missing(profile: OfficeProfile) -> None:
    rows = [("Номер обращения", "Тема", "Когда-то"), ("1", "Дороги", "02.11.2026")]
    with pytest.raises(RegistryRefused) as refused:
        read(rows, profile)
    assert refused.value.key == "file-no-column"
    assert refused.value.arguments["found"] == "Номер обращения; Тема; Когда-то"
    [question] = refused.value.questions
    assert (question.about, question.subject) == (Asked.FIELD, "received_at")
    said = {"pos": Understanding().with_answer(question, "когда то")}
    assert read(rows, profile, understood=said).rows[0].received_at == DAY


def test_a_header_of_three_rows_with_cells_merged_both_ways(profile: OfficeProfile) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Журнал", "", "", "", ""])
    sheet.append(["Обращение", "", "", "Исполнение", ""])
    sheet.append(["Номер", "Дата", "Тема", "Исполнитель", "Ответ"])
    sheet.append(["", "", "", "", "дата"])
    sheet.append(["7-Б", in_cell(2026, 11, 2), "Дороги", "ЖКХ", in_cell(2026, 11, 5)])
    for cells in ("A1:E1", "A2:C2", "D2:E2", "A3:A4", "B3:B4", "C3:C4", "D3:D4"):
        sheet.merge_cells(cells)
    reading = read_on_the_day(saved(book), "", profile, "pos")
    [row] = reading.rows
    assert (row.number, row.received_at, row.topic, row.executor) == ("7-Б", DAY, "Дороги", "ЖКХ")
    assert row.answered_at == local(2026, 11, 5) and reading.unreadable == []


def test_a_merged_topic_is_that_of_all_its_rows(profile: OfficeProfile) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEAD)
    for number in (101, 102, 103):
        sheet.append([number, in_cell(2026, 11, 2), "Дороги" if number == 101 else "", "т"])
    sheet.merge_cells("C2:C4")
    rows = read_on_the_day(saved(book), "", profile, "pos").rows
    assert [row.topic for row in rows] == ["Дороги"] * 3


def test_titles_of_sections_and_totals_are_no_messages(profile: OfficeProfile) -> None:
    rows = [
        HEAD,
        ("Дорожное хозяйство", "", "", ""),
        ("101", "02.11.2026", "Дороги", "Яма"),
        ("Итого по разделу", "", "", "1"),
        ("Благоустройство", "Благоустройство", "Благоустройство", "Благоустройство"),
        ("102", "02.11.2026", "Двор", "Снег"),
        ("ВСЕГО:", 2, "", ""),
        ("", "", "Исполнитель Петрова И. И.", ""),
    ]
    reading = read(rows, profile)
    assert [row.number for row in reading.rows] == ["101", "102"] and reading.unreadable == []


def test_a_time_in_its_own_column_is_joined_to_its_date(profile: OfficeProfile) -> None:
    head = ("Номер", "Дата поступления", "Время", "Дата ответа", "Время ответа")
    times: tuple[object, ...] = ("17:00", "17.00", in_cell(2026, 11, 2, 17).time(), 17 / 24)
    rows = [(f"А-{at}", "02.11.2026", one, "03.11.2026", "9:05:07") for at, one in enumerate(times)]
    found = read([head, *rows], profile).rows
    assert {row.received_at for row in found} == {local(2026, 11, 2, 17)}
    assert {row.answered_at for row in found} == {local(2026, 11, 3, 9, 5, 7)}


DATES = {
    "a day above twelve": (("03/11/2026", "25/10/2026"), local(2026, 11, 3)),
    "a month above twelve": (("11/03/2026", "10/25/2026"), local(2026, 11, 3)),
    "one reading has not come yet": (("11/03/2026", "11/12/2026"), None),
    "only one reading has come": (("10/12/2026", "09/12/2026"), local(2026, 10, 12)),
    "dots": (("03.11.2026", "04.11.2026"), local(2026, 11, 3)),
    "dots, month first": (("11.03.2026", "10.25.2026"), local(2026, 11, 3)),
    "with halves of a day": (("11/03/2026 5:03 PM", "10/25/2026 12:10 AM"), local(2026, 11, 3, 17, 3)),
    "a quoted day": (("«03» ноября 2026 г.", '"04" ноября 2026 года'), local(2026, 11, 3)),
    "a year of two figures": (("03 ноя 26", "3.11.26"), local(2026, 11, 3)),
    "in English": (("3-Nov-2026", "3 November 2026"), local(2026, 11, 3)),
    "the year first": (("2026/11/03", "2026.11.03"), local(2026, 11, 3)),
}


@pytest.mark.parametrize("kind", DATES)
def test_the_order_of_dates_is_proven_by_the_column(kind: str, profile: OfficeProfile) -> None:
    cells, first = DATES[kind]
    reading = read([HEAD, *((f"А-{at}", cell, "", "") for at, cell in enumerate(cells))], profile)
    if first is not None:
        assert reading.unreadable == [] and reading.rows[0].received_at == first


def test_an_order_that_nothing_proves_is_asked(profile: OfficeProfile) -> None:
    rows = [HEAD, ("А-1", "05/06/2026", "", ""), ("А-2", "07/07/2026", "", "")]
    reading = read(rows, profile)
    assert reasons(reading) == [(2, "row-date-order")] and [row.number for row in reading.rows] == ["А-2"]
    [question] = asked(reading, Asked.DATES)
    assert (question.subject, question.example) == ("дата поступления", "05/06/2026")
    for answer, moment in (
        (DateOrder.DAY_FIRST, local(2026, 6, 5)),
        (DateOrder.MONTH_FIRST, local(2026, 5, 6)),
    ):
        after = read(rows, profile, understood=understood(reading, Asked.DATES, answer))
        assert after.rows[0].received_at == moment and asked(after, Asked.DATES) == []


@pytest.mark.parametrize(
    "dates",
    [("10/12/2026",), ("10/12/2026", "09/10/2026"), ("12/10/2026", "10/09/2026"), ("10/12/2026",) * 2],
)
def test_one_date_that_has_not_come_yet_proves_nothing(
    dates: tuple[str, ...], profile: OfficeProfile
) -> None:
    """It may as well be a slip: its whole column would be read the other way without a word."""
    reading = read([HEAD, *((f"А-{at}", cell, "", "") for at, cell in enumerate(dates))], profile)
    assert asked(reading, Asked.DATES) and reading.rows == []


def test_dates_that_a_spreadsheet_swapped_are_put_right(profile: OfficeProfile) -> None:
    """Opened in Russian Excel: 11/03 became 11 March, 11/25 stayed a text."""
    rows = [HEAD, ("А-1", in_cell(2026, 3, 11), "", ""), ("А-2", "11/23/2026", "", "")]
    assert [row.received_at for row in read(rows, profile).rows] == [local(2026, 11, 3), local(2026, 11, 23)]


def test_numbers_of_a_book_of_1904_are_days_since_then(profile: OfficeProfile) -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.worksheets[0]
    serial = (in_cell(2026, 11, 2) - in_cell(1904, 1, 1)).days
    for row in (HEAD, ("А-1", serial, "", ""), ("А-2", in_cell(2026, 11, 2), "", "")):
        sheet.append(row)
    books = (saved(book), xlsb([HEAD, ("А-1", serial, "", "")], from_1904=True))
    for content in books:
        assert {row.received_at for row in read_on_the_day(content, "", profile, "pos").rows} == {DAY}


def test_statuses(profile: OfficeProfile) -> None:
    words = {
        "Закрыта": Status.OPEN,  # without its date it stays open, and the date is asked
        "отозвано заявителем": Status.WITHDRAWN,
        "Не наша компетенция": Status.NOT_OURS,
        "Отклонено модератором": Status.REJECTED,
        "В работе": Status.OPEN,
        "Как знать": Status.OPEN,
    }
    rows = [(*HEAD, "Статус"), *((f"А-{at}", "02.11.2026", "", "", word) for at, word in enumerate(words))]
    reading = read(rows, profile)
    assert [row.status for row in reading.rows] == list(words.values()) and reading.unreadable == []
    assert [row.said_status for row in reading.rows] == ["Закрыта", "", "", "", "", "Как знать"]
    [status] = asked(reading, Asked.STATUS)
    assert (status.example, status.rows) == ("Как знать", 1)
    after = read(rows, profile, understood=understood(reading, Asked.STATUS, Status.NOT_OURS))
    assert after.rows[-1].status is Status.NOT_OURS and asked(after, Asked.STATUS) == []


def test_an_answer_without_its_date_is_asked(profile: OfficeProfile) -> None:
    rows = [(*HEAD, "Статус", "Снято"), ("А-1", "02.11.2026", "", "", "Закрыто", in_cell(2026, 11, 9))]
    reading = read(rows, profile)
    [question] = asked(reading, Asked.UNDATED)
    assert "column:снято" in question.answers and question.rows == 1
    by_column = read(rows, profile, understood=understood(reading, Asked.UNDATED, "column:снято"))
    assert (by_column.rows[0].status, by_column.rows[0].answered_at) == (
        Status.ANSWERED,
        local(2026, 11, 9),
    )
    today = read(rows, profile, understood=understood(reading, Asked.UNDATED, "today")).rows[0]
    assert today.answered_at == local(2026, 11, 24, 8, 25)


def test_numbers_that_count_rows_are_not_the_messages(profile: OfficeProfile) -> None:
    head = ("№", "Дата", "Тема", "Текст")
    first = [head, (1, "09.11.2026", "Дороги", "Яма"), (2, "10.11.2026", "Дороги", "Люк")]
    second = [head, (1, "16.11.2026", "Отопление", "Холодно"), (2, "17.11.2026", "Отопление", "Авария")]
    numbers = [row.number for rows in (first, second) for row in read(rows, profile).rows]
    assert len(set(numbers)) == 4
    turned = [head, (1, "10.11.2026", "Дороги", "Люк"), (2, "09.11.2026", "Дороги", "Яма")]
    assert {row.number for row in read(turned, profile).rows} == set(numbers[:2])
    said = understood(read(first, profile), Asked.NUMBERING, Numbering.OWN)
    assert [row.number for row in read(first, profile, understood=said).rows] == ["1", "2"]
    later = [head, (3, "16.11.2026", "Отопление", "Холодно"), (4, "17.11.2026", "Отопление", "Авария")]
    assert [row.number for row in read(later, profile).rows] == ["3", "4"]


@pytest.mark.parametrize("own", ["Номер обращения", "Вх. номер", "ID сообщения"])
def test_the_messages_own_number_is_read_where_rows_are_counted_too(own: str, profile: OfficeProfile) -> None:
    rows = [("№ п/п", own, "Дата"), (1, "А-71", "02.11.2026"), (2, "А-72", "02.11.2026")]
    reading = read(rows, profile)
    assert [row.number for row in reading.rows] == ["А-71", "А-72"]
    assert asked(reading, Asked.NUMBERING) == []


def test_a_column_is_what_a_person_says(profile: OfficeProfile) -> None:
    rows = [("Номер обращения", "Дата", "Жаба"), ("А-1", "02.11.2026", "Яма")]
    [question] = asked(read(rows, profile), Asked.COLUMN)
    said = {"pos": Understanding().with_answer(question, "text")}
    after = read(rows, profile, understood=said)
    assert after.rows[0].text == "Яма" and after.unread_headers == ()
    passed = {"pos": Understanding().with_answer(question, "-")}
    assert read(rows, profile, understood=passed).unread_headers == ()
    with pytest.raises(ValueError, match="number2"):
        Understanding().with_answer(question, "number2")


def test_what_was_understood_is_kept_as_it_was() -> None:
    said = Understanding(
        {"жаба": "text"}, {"как знать": Status.NOT_OURS}, DateOrder.MONTH_FIRST, Numbering.RUNNING, "today"
    )
    assert Understanding.of(said.kept()) == said
    assert Understanding.of({}) == Understanding()
    assert Understanding(date_order=DateOrder.DAY_FIRST).over(said).date_order is DateOrder.DAY_FIRST


CLERKS = {
    "two_row_header.xlsx": (6, 6, 0),
    "running_number_week1.xlsx": (3, 0, 1),
    "month_first.xlsx": (20, 0, 0),
    "appeals_journal.xlsx": (3, 3, 0),
    "incidents_by_hand.xlsx": (3, 3, 0),
    "date_received_synonym.xlsx": (3, 0, 0),
    "time_in_its_own_column.xlsx": (1, 0, 0),
    "unknown_statuses.xlsx": (20, 5, 5),
    "closed_without_date.xlsx": (3, 0, 1),
    "update_after.xlsx": (5, 1, 0),
}


@pytest.mark.parametrize("name", CLERKS)
def test_the_files_of_clerks(name: str, profile: OfficeProfile) -> None:
    path = SHARED / "data" / "clerks" / name
    if not path.exists():
        missing(name)
    reading = read_on_the_day(path.read_bytes(), name, profile, "pos" if "incident" not in name else None)
    rows, answered, questions = CLERKS[name]
    assert (len(reading.rows), reading.unreadable) == (rows, [])
    assert sum(row.status is Status.ANSWERED for row in reading.rows) == answered
    assert len([one for one in reading.questions if one.about is not Asked.COLUMN]) == questions


def test_a_table_in_text_is_proven_too(profile: OfficeProfile) -> None:
    rows = [HEAD, ("А-1", "11/03/2026", "Дороги", "Яма"), ("А-2", "11/23/2026", "", "")]
    reading = read_on_the_day(separated(rows, "|"), "", profile, "pos")
    assert [row.received_at for row in reading.rows] == [local(2026, 11, 3), local(2026, 11, 23)]
