"""Tables that say two things at once, or nothing where they should: asked, never guessed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from typing import Any

import pytest

from bot.registries.result import Reading
from domain.imports.understanding import Asked, Question, Understanding
from domain.messages.message import Status
from domain.office.profile import OfficeProfile
from tests.registries.test_invented_files import book
from tests.registries.test_sample import changed, local, read_on_the_day, reasons, xlsx

HEAD = ("Номер обращения", "Дата поступления", "Тема")
ROW, NEXT = ("A1", "02.11.2026", "Дороги"), ("A2", "03.11.2026", "Свет")
STATED = (*HEAD, "Статус", "Дата ответа")


def read(profile: OfficeProfile, *rows: Sequence[Any], channel: str = "pos", **said: Any) -> Reading:
    understood = {channel: Understanding(**said)} if said else None
    return read_on_the_day(xlsx(rows), "реестр.xlsx", profile, channel, understood=understood)


def asked(reading: Reading, about: Asked) -> list[Question]:
    return [question for question in reading.questions if question.about is about]


RIVALS: Sequence[tuple[str, Sequence[str], Sequence[str], str]] = [
    ("executor", (*HEAD, "Исполнитель", "Ответственный"), (*ROW, "Сидорова", "Отдел ЖКХ"), "исполнитель"),
    ("executor", (*HEAD, "Исполнитель", "Подразделение"), (*ROW, "Сидорова", "Отдел ЖКХ"), "исполнитель"),
    ("received_at", (*HEAD, "Дата создания"), (*ROW, "01.11.2026"), "дата поступления"),
    ("received_at", ("Номер", "Дата", *HEAD[1:]), ("A1", "20.11.2026", *ROW[1:]), "дата поступления"),
    ("number", ("ID", "Номер", *HEAD[1:]), ("887711", *ROW), "номер"),
    ("number", ("Номер СЭД", "Номер ПОС", *HEAD[1:]), ("ОГ-1", *ROW), "номер сэд"),
    ("topic", (*HEAD, "Вопрос"), (*ROW, "Ямы"), "тема"),
    ("status", (*HEAD, "Статус", "Состояние"), (*ROW, "в работе", "закрыто"), "статус"),
]


@pytest.mark.parametrize(("field", "head", "row", "first"), RIVALS)
def test_which_of_two_columns_is_asked_where_they_differ(
    field: str, head: Sequence[str], row: Sequence[str], first: str, profile: OfficeProfile
) -> None:
    [question] = asked(read(profile, head, row), Asked.FIELD)
    assert (question.subject, question.answers[0], question.rows) == (field, first, 1)
    said = Understanding().with_answer(question, question.answers[1])
    assert not asked(read(profile, head, row, columns=said.columns), Asked.FIELD)
    assert said.with_answer(question, first).columns == {first: field}, (
        "one column holds it, the last one said"
    )


def test_columns_that_agree_or_stand_in_for_each_other_are_not_asked(profile: OfficeProfile) -> None:
    head = (*HEAD, "Дата создания", "Исполнитель", "Ответственный")
    rows = [(*ROW, "02.11.2026 10:00", "Отдел ЖКХ", "отдел жкх"), (*NEXT, "", "", "Отдел дорог")]
    reading = read(profile, head, *rows)
    assert not asked(reading, Asked.FIELD)
    assert [row.executor for row in reading.rows] == ["Отдел ЖКХ", "Отдел дорог"]
    export = ("Номер инцидента", "Дата создания", "Исполнитель", "Отдел")
    assert not asked(
        read(profile, export, ("1", "02.11.2026", "Иванова", "ЖКХ"), channel="incident"), Asked.FIELD
    )


def test_what_the_answer_has_is_not_the_messages(profile: OfficeProfile) -> None:
    top = ("Сведения об обращении", None, None, None, "Сведения об ответе", None)
    middle = ("Номер", None, "Дата", None, "Номер", "Дата")
    low = ("ПОС", "СЭД", "поступления", "регистрации", None, None)
    row = ("7001", "ОГ-1", "02.11.2026", "03.11.2026", "исх-5", "10.11.2026")
    content = book(top, middle, low, row, merged=("A1:D1", "E1:F1", "A2:B2", "C2:D2", "E2:E3", "F2:F3"))
    [message] = read_on_the_day(content, "реестр.xlsx", profile, "pos").rows
    assert (message.number, message.received_at) == ("7001", local(2026, 11, 2))
    assert (message.registered_at, message.answered_at) == (local(2026, 11, 3), local(2026, 11, 10))


def test_days_to_come_in_a_column_of_answers_are_perhaps_a_term(profile: OfficeProfile) -> None:
    head = (*HEAD, "Дата исполнения")
    rows = [(*ROW, "05.12.2026"), (*NEXT, "20.11.2026")]
    reading = read(profile, head, *rows)
    assert reasons(reading) == [(2, "row-not-yet")]
    [question] = asked(reading, Asked.PLANNED)
    term = Understanding().with_answer(question, "nothing")
    again = read(profile, head, *rows, columns=term.columns)
    assert [row.answered_at for row in again.rows] == [None, None]
    assert not asked(again, Asked.PLANNED)


def test_answers_in_a_second_column_are_asked_where_the_first_is_empty(profile: OfficeProfile) -> None:
    head = (*HEAD, "Дата ответа", "Дата закрытия")
    both, closed = (*ROW, "05.11.2026", "06.11.2026"), (*NEXT, "", "06.11.2026")
    assert not asked(read(profile, head, both), Asked.ANSWER)
    [question] = asked(read(profile, head, both, closed), Asked.ANSWER)
    assert (question.subject, question.rows) == ("дата закрытия", 1)


@pytest.mark.parametrize(
    "word", ["Закрыто без ответа", "Не исполнено", "Возвращено исполнителю", "Не решена"]
)
def test_a_status_that_speaks_against_its_date_is_asked(word: str, profile: OfficeProfile) -> None:
    row = (*ROW, word, "10.11.2026")
    reading = read(profile, STATED, row)
    [message], [question] = reading.rows, asked(reading, Asked.STATUS)
    assert (message.status, message.answered_at, message.said_status) == (Status.OPEN, None, word)
    for answer, status in (("open", Status.OPEN), ("answered", Status.ANSWERED)):
        again = read(profile, STATED, row, statuses=Understanding().with_answer(question, answer).statuses)
        assert ([one.status for one in again.rows], again.questions) == ([status], ())


@pytest.mark.parametrize("word", ["Возобновлено", "Повторно открыто", "Переоткрыто"])
def test_a_message_that_was_opened_anew_is_open(word: str, profile: OfficeProfile) -> None:
    reading = read(profile, STATED, (*ROW, word, "10.11.2026"))
    assert [(one.status, one.answered_at) for one in reading.rows] == [(Status.OPEN, None)]


def test_an_error_is_no_empty_cell_where_lateness_hangs_on_it(profile: OfficeProfile) -> None:
    rows = [(*ROW, "#Н/Д", ""), (*NEXT, "", "#ССЫЛКА!"), ("A3", "#ЗНАЧ!", "Свет", "", "")]
    assert reasons(read(profile, STATED, *rows)) == [(at, "row-error") for at in (2, 3, 4)]


def test_an_error_that_a_formula_left(profile: OfficeProfile) -> None:
    content = xlsx([STATED, (*ROW, "=NA()", "")])
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml").decode()
    shown = '<c r="D2" t="e"><f>NA()</f><v>#N/A</v></c>'
    with_error = re.sub(r'<c r="D2".*?</c>', shown, sheet)
    assert with_error.count(shown) == 1
    content = changed(content, {"xl/worksheets/sheet1.xml": with_error})
    assert reasons(read_on_the_day(content, "реестр.xlsx", profile, "pos")) == [(2, "row-error")]


def test_a_column_in_which_nothing_fits_is_asked(profile: OfficeProfile) -> None:
    head = ("Дата поступления", "Номер", "Тема")
    reading = read(profile, head, ("7001", "02.11.2026", "Свет"), ("7002", "13.11.2026", "Свет"))
    [question] = asked(reading, Asked.FIELD)
    assert (question.subject, question.rows) == ("number", 0)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("#7001236", "7001236"),
        ("7001240;", "7001240"),
        ("«7001242».", "7001242"),
        ("№ 7", "№ 7"),
        ("7.", "7"),
    ],
)
def test_marks_around_a_number_are_not_of_it(written: str, number: str, profile: OfficeProfile) -> None:
    assert [one.number for one in read(profile, HEAD, (written, *ROW[1:])).rows] == [number]


def test_several_numbers_behind_one_sign(profile: OfficeProfile) -> None:
    rows = [("№№ 15,16", *ROW[1:]), ("№ 8, № 9", *ROW[1:])]
    assert reasons(read(profile, HEAD, *rows)) == [(2, "row-several-numbers"), (3, "row-several-numbers")]


def test_headers_of_other_journals(profile: OfficeProfile) -> None:
    head = ("РК №", "Отметка времени", "Корреспондент", "Отв. исполнитель")
    [row] = read(profile, head, ("ОГ-1", "02.11.2026 10:15", "Иванов", "Отдел ЖКХ")).rows
    assert (row.number, row.received_at, row.author) == ("ОГ-1", local(2026, 11, 2, 10, 15), "Иванов")
    assert row.executor == "Отдел ЖКХ"


def test_the_same_person_as_above(profile: OfficeProfile) -> None:
    rows = [(*ROW, "Отдел ЖКХ"), (*NEXT, "он же"), ("A3", *NEXT[1:], "см. выше")]
    assert {row.executor for row in read(profile, (*HEAD, "Исполнитель"), *rows).rows} == {"Отдел ЖКХ"}
