"""What a mark says of an answer: that one was given, and when; that there is none; or what is to be asked."""

from __future__ import annotations

import pytest

from bot.registries.result import Reading, RegistryRefused
from domain.imports.understanding import Answering, Asked, DateOrder, Understanding
from domain.messages.message import Status
from domain.office.profile import OfficeProfile
from tests.registries.test_meaning import HEAD, asked
from tests.registries.test_sample import ZONE, read_on_the_day, reasons, xlsx, xlsx_sheets

ANSWERED = {
    "Исполнен 05.11.26": "05.11",
    "Отвечено 5 ноября 2026": "05.11",
    "Снято с контроля 05.11.2026": "05.11",
    "Исполнено в срок 05.11.2026": "05.11",
    "05.11.2026 исх. 12": "05.11",
    "Исполнено: 05.11.2026 (плановый срок 12.11.2026)": "05.11",
    "плановый срок 04.11.2026, исполнено 05.11.2026": "05.11",
    "На обращение от 02.11.2026 дан ответ 05.11.2026": "05.11",
    "исполнено 05.11.2026, поручение от 03.11.2026": "05.11",
}
OPEN = (
    "Не исполнено 05.11.2026", "На рассмотрении с 05.11.2026", "Не дан ответ 05.11.2026",
    "На контроле 05.11.2026", "Ответ ещё не направлен 05.11.2026", "без ответа на 05.11.2026",
    "продлено до 20.11.2026",
)  # fmt: skip
# Neither the one nor the other may be guessed of them.
ASKED = (
    "Передано на исполнение 05.11.2026", "Срок исполнения 05.11.2026", "Ожидает решения 05.11.2026",
    "Ответ направлен на согласование 05.11.2026", "Исполнено частично 05.11.2026",
    "Будет исполнено 20.11.2026",
    "продлено 05.11.2026, исполнено 10.11.2026", "исп. до 10.11.2026",
    "решение не принято 05.11.2026", "Проект ответа исполнен 05.11.2026", "Закрыто без ответа 05.11.2026",
    "Ответ на обращение от 02.11.2026 направлен 05.11.2026", "Рассмотрение 05.11.2026",
    "Перенаправлено 05.11.2026 в министерство", "не исполнено, закрыто 05.11.2026",
)  # fmt: skip


def read(header: str, *marks: object, profile: OfficeProfile, **said: object) -> Reading:
    rows = [(f"A-{at}", "02.11.2026", "Дороги", "Яма", mark) for at, mark in enumerate(marks)]
    return read_on_the_day(xlsx([(*HEAD, header), *rows]), "", profile, "pos", **said)


@pytest.mark.parametrize("header", ["Отметка об исполнении", "Статус", "Дата ответа"])
def test_a_mark_is_an_answer_none_or_asked(header: str, profile: OfficeProfile) -> None:
    reading = read(header, *ANSWERED, *OPEN, *ASKED, profile=profile)
    assert reading.unreadable == []
    stood = dict(zip((*ANSWERED, *OPEN, *ASKED), reading.rows, strict=True))
    for mark, day in ANSWERED.items():
        answered = stood[mark].answered_at
        assert answered and f"{answered.astimezone(ZONE):%d.%m}" == day, mark
    for mark in (*OPEN, *ASKED):
        assert (stood[mark].status, stood[mark].answered_at) == (Status.OPEN, None), mark
    assert [mark for mark in OPEN if stood[mark].said_status] == []
    assert [mark for mark in ASKED if not stood[mark].said_status] == []
    assert len(asked(reading, Asked.STATUS)) >= len(ASKED) - 1  # words that are the same but for their dates


def test_a_planned_day_is_not_the_day_of_the_answer(profile: OfficeProfile) -> None:
    reading = read("Отметка об исполнении", "исполнено, срок 10.11.2026", profile=profile)
    assert reading.rows[0].answered_at is None and asked(reading, Asked.UNDATED)


def test_what_is_no_tick_is_no_answer(profile: OfficeProfile) -> None:
    reading = read("Отметка об исполнении", "+", "✓", "?", "-//-", profile=profile)
    [undated] = asked(reading, Asked.UNDATED)
    assert undated.rows == 2
    assert [question.example for question in asked(reading, Asked.STATUS)] == ["?"]


@pytest.mark.parametrize("header", ["Ответ", "Ответ заявителю", "Наличие ответа", "Выполнение"])
def test_a_column_that_may_tell_of_answers_is_asked(header: str, profile: OfficeProfile) -> None:
    said = ("+", "да", "", "05.11.2026", "нет")
    reading = read(header, *said, profile=profile)
    assert [row.status for row in reading.rows] == [Status.OPEN] * 5
    [question] = asked(reading, Asked.ANSWER)
    marks = Understanding().with_answer(question, Answering.MARK)
    known = read(header, *said, profile=profile, understood={"pos": marks})
    assert asked(known, Asked.ANSWER) == [] and asked(known, Asked.UNDATED)[0].rows == 2
    assert [row.answered_at is not None for row in known.rows] == [False, False, False, True, False]
    nothing = Understanding().with_answer(question, Answering.NOTHING)
    passed = read(header, *said, profile=profile, understood={"pos": nothing})
    assert (asked(passed, Asked.ANSWER), passed.unread_headers) == ([], ())


def test_it_is_not_asked_where_answers_are_known(profile: OfficeProfile) -> None:
    rows = [
        (*HEAD, "Ответ", "Дата ответа"),
        ("A-1", "02.11.2026", "Дороги", "Яма", "Снег убран", "05.11.2026"),
    ]
    reading = read_on_the_day(xlsx(rows), "", profile, "pos")
    assert asked(reading, Asked.ANSWER) == [] and reading.rows[0].answered_at is not None
    for beside in ("Кто дал ответ", "Срок ответа", "Проект ответа", "Ответственный", "Номер ответа"):
        assert asked(read(beside, "x", profile=profile), Asked.ANSWER) == [], beside


@pytest.mark.parametrize(
    "header",
    ["Номер участка", "Номер школы", "Код вопроса по классификатору", "ID темы", "Лицевой счет, номер"],
)
def test_a_number_of_something_else_is_not_the_messages(header: str, profile: OfficeProfile) -> None:
    """Beside rows that are counted it would be taken for theirs: messages of one school would be one."""
    rows = [("№ п/п", "Дата поступления", "Тема", "Текст", header), (1, "02.11.2026", "Дороги", "Яма", "15")]
    reading = read_on_the_day(xlsx(rows), "", profile, "pos")
    assert reading.rows[0].number.startswith("б/н ") and asked(reading, Asked.NUMBERING)


def test_sheets_that_were_not_read_are_told(profile: OfficeProfile) -> None:
    row = ("A-1", "02.11.2026", "Дороги", "Яма")
    sheets = {"Ноябрь": [HEAD, row], "Продолжение": [("A-2", "03.11.2026", "Свет", "Темно")], "Пусто": []}
    reading = read_on_the_day(xlsx_sheets(sheets), "", profile, "pos")
    assert reading.skipped_sheets == ("Продолжение",)


def test_dates_of_marks_are_written_as_the_others(profile: OfficeProfile) -> None:
    head = (*HEAD, "Отметка об исполнении")
    rows = [
        ("A-1", "11/13/2026", "Дороги", "Яма", "исполнено 11/20/2026"),
        ("A-2", "11/03/2026", "Дороги", "Яма", "исполнено 11/05/2026"),
    ]
    reading = read_on_the_day(xlsx([head, *rows]), "", profile, "pos")
    days = [f"{one.answered_at.astimezone(ZONE):%d.%m}" for one in reading.rows if one.answered_at]
    assert (reading.unreadable, days) == ([], ["20.11", "05.11"])
    doubted = read_on_the_day(xlsx([head, rows[1]]), "", profile, "pos")
    assert reasons(doubted) == [(2, "row-date-order")] and len(asked(doubted, Asked.DATES)) == 2


def test_dots_prove_nothing_of_strokes(profile: OfficeProfile) -> None:
    days = ("11/03/2026", "12.11.2026", "05.11.2026", "02–11–2026")
    rows = [(f"A-{at}", day, "Дороги", "Яма") for at, day in enumerate(days)]
    reading = read_on_the_day(xlsx([HEAD, *rows]), "", profile, "pos")
    assert reasons(reading) == [(2, "row-date-order"), (5, "row-date-order")]
    [question] = asked(reading, Asked.DATES)
    said = {"pos": Understanding().with_answer(question, DateOrder.MONTH_FIRST)}
    known = read_on_the_day(xlsx([HEAD, *rows[:3]]), "", profile, "pos", understood=said)
    assert [f"{row.received_at.astimezone(ZONE):%d.%m}" for row in known.rows] == ["03.11", "12.11", "05.11"]


def test_what_is_the_same_as_above_is_read_so(profile: OfficeProfile) -> None:
    rows = [
        (*HEAD, "Исполнитель"),
        ("A-1", "02.11.2026", "Дороги", "Яма", "ЖКХ"),
        ("A-2", "-//-", "то же", "Другая яма", '"'),
        ("-//-", "02.11.2026", "Свет", "Темно", "ЖКХ"),
    ]
    reading = read_on_the_day(xlsx(rows), "", profile, "pos")
    one, other = reading.rows
    assert (other.number, other.text) == ("A-2", "Другая яма")
    assert (other.received_at, other.topic, other.executor) == (one.received_at, "Дороги", "ЖКХ")
    assert reasons(reading) == [(4, "row-no-number")]


def test_a_day_of_changes_is_not_the_day_received(profile: OfficeProfile) -> None:
    rows = [("Номер обращения", "Дата внесения изменений", "Тема"), ("A-1", "02.11.2026", "Дороги")]
    with pytest.raises(RegistryRefused, match="file-no-column"):
        read_on_the_day(xlsx(rows), "", profile, "pos")


@pytest.mark.parametrize(("written", "kept"), [("4815162,00", "4815162,00"), ("12 и 13", ""), ("-//-", "")])
def test_numbers_of_one_cell(written: str, kept: str, profile: OfficeProfile) -> None:
    reading = read_on_the_day(xlsx([HEAD, (written, "02.11.2026", "Дороги", "Яма")]), "", profile, "pos")
    assert [row.number for row in reading.rows] == [kept] * bool(kept)
