"""Words of columns that nobody knows yet: asked once, remembered, never taken for what they are not."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Sequence

import pytest

from bot.registries.result import Reading
from domain.imports.understanding import NOTHING, Asked, Understanding
from domain.messages.message import Status
from domain.office.profile import OfficeProfile
from tests.registries.test_rival_columns import HEAD, NEXT, ROW, STATED, asked, read
from tests.registries.test_sample import changed, local, ods, read_on_the_day, reasons, xlsx

DAY = "10.11.2026"
MIXED = ("Номер", "Источник", "Дата", "Тема")


def again(reading: Reading, about: Asked, *answers: str) -> Understanding:
    """What is understood by these answers, as it is after it was kept."""
    said = Understanding()
    for question, answer in zip(asked(reading, about), answers, strict=True):
        said = said.with_answer(question, answer)
    return Understanding.of(json.loads(json.dumps(said.kept())))


@pytest.mark.parametrize(
    "word", ["очень высокий", "1", 1, "!!!", "A", "I категория", "красный", "до 05.11.2026"]
)
def test_importance_in_unknown_words_is_asked(word: object, profile: OfficeProfile) -> None:
    rows = [(*HEAD, "Важность"), (*ROW, word), (*NEXT, "обычная")]
    reading = read(profile, *rows)
    [question] = asked(reading, Asked.IMPORTANCE)
    assert (question.rows, [row.important for row in reading.rows]) == (1, [False, False])
    for answer, important in (("raised", True), ("ordinary", False)):
        known = read(profile, *rows, importances=again(reading, Asked.IMPORTANCE, answer).importances)
        assert ([row.important for row in known.rows], known.questions) == ([important, False], ())


@pytest.mark.parametrize(
    ("word", "important"),
    [
        *[(word, True) for word in ("Высокая", "повышенный", "срочно!!!", "ВАЖНО", True)],
        *[(word, False) for word in ("", "—", "обычный", "Низкая", "нет", False, "Средний", "не срочно")],
    ],
)
def test_usual_words_of_importance_are_known(word: object, important: bool, profile: OfficeProfile) -> None:
    reading = read(profile, (*HEAD, "Степень важности"), (*ROW, word))
    assert ([row.important for row in reading.rows], reading.questions) == ([important], ())


@pytest.mark.parametrize(
    "word",
    [
        "Перенаправлено", "Передано в другое ведомство", "Направлено по компетенции", "Ответ на подписи",
        "Проект ответа", "На подписи", "На согласовании", "Ответ готовится", "Продлено", "На контроле",
        "Закрыто, перенаправлено", "Ответ отозван", "Предварительный ответ", "Как-то так",
    ],
)  # fmt: skip
def test_a_status_that_is_no_answer_is_asked_beside_its_date(word: str, profile: OfficeProfile) -> None:
    reading = read(profile, STATED, (*ROW, word, DAY))
    [message], [question] = reading.rows, asked(reading, Asked.STATUS)
    assert (message.status, message.answered_at, message.said_status) == (Status.OPEN, None, word)
    for answer in ("open", "answered", "not_ours"):
        said = again(reading, Asked.STATUS, answer).statuses
        known = read(profile, STATED, (*ROW, word, DAY), statuses=said)
        assert ([one.status for one in known.rows], known.questions) == ([Status(answer)], ())
    assert question.rows == 1


@pytest.mark.parametrize("word", ["На согласовании", "Промежуточный ответ", "На доработке"])
def test_so_are_steps_that_a_channel_knows(word: str, profile: OfficeProfile) -> None:
    for channel in ("incident", "upravlyaem"):
        [message] = read(profile, STATED, (*ROW, word, DAY), channel=channel).rows
        assert (message.status, message.answered_at) == (Status.OPEN, None)


@pytest.mark.parametrize("word", ["Перенаправлено", "На доработке", "Проект ответа"])
def test_a_mark_speaks_against_the_date_too(word: str, profile: OfficeProfile) -> None:
    head = (*HEAD, "Дата ответа", "Отметка об исполнении")
    reading = read(profile, head, (*ROW, DAY, word), (*NEXT, DAY, "Снег убран, ответ передан лично"))
    assert [row.status for row in reading.rows] == [Status.OPEN, Status.ANSWERED]
    assert len(asked(reading, Asked.STATUS)) == 1


@pytest.mark.parametrize(
    "word", ["В дело", "Отказано", "Разъяснено", "Меры приняты", "Оценка заявителя", "Исполнено не в срок"]
)
def test_what_comes_after_an_answer_is_not_asked(word: str, profile: OfficeProfile) -> None:
    reading = read(profile, STATED, (*ROW, word, DAY))
    assert ([row.status for row in reading.rows], reading.questions) == ([Status.ANSWERED], ())


@pytest.mark.parametrize(
    ("head", "said", "interim", "answered"),
    [
        (STATED, ("Промежуточный ответ", DAY), 10, None),
        (STATED, ("Дан промежуточный ответ 10.11.2026", ""), 10, None),
        ((*HEAD, "Отметка об исполнении"), ("Промежуточный ответ направлен 10.11.2026",), 10, None),
        ((*HEAD, "Дата ответа"), ("промежуточный ответ 10.11.2026",), 10, None),
        (STATED, ("Промежуточный ответ, исполнено", DAY), None, None),
        ((*HEAD, "Дата ответа", "Отметка"), ("12.11.2026", "промежуточный ответ"), None, 12),
    ],
)
def test_an_interim_answer_is_none_yet(
    head: Sequence[str],
    said: Sequence[str],
    interim: int | None,
    answered: int | None,
    profile: OfficeProfile,
) -> None:
    [message] = read(profile, head, (*ROW, *said)).rows
    assert message.interim_at == (local(2026, 11, interim) if interim else None)
    assert message.answered_at == (local(2026, 11, answered) if answered else None)


@pytest.mark.parametrize("error", ["#Н/Д", "#ССЫЛКА!", "#REF!", "#N/A", "Ошибка:502", "Err:502", "########"])
@pytest.mark.parametrize("at", range(7))
def test_an_error_is_nothing_anywhere(error: str, at: int, profile: OfficeProfile) -> None:
    head = ("Номер", "Канал", "Дата", "Тема", "Исполнитель", "Текст", "Заявитель", "Примечание")
    row = ["A1", "ПОС", "02.11.2026", "Свет", "Отдел ЖКХ", "Темно", "Иванов", "—"]
    row[at] = error
    assert reasons(read_on_the_day(xlsx([head, row]), "", profile)) == [(2, "row-error")]
    assert reasons(
        read_on_the_day(xlsx([head, [*row[:at], "A1", *row[at + 1 : 7], error]]), "", profile)
    ) != [(2, "row-error")], "a column that is not read may hold what it likes"


def test_an_error_of_an_open_document(profile: OfficeProfile) -> None:
    """It is kept as an empty text with what the cell shows below."""
    content = ods([(*HEAD, "Статус"), (*ROW, "ошибка"), (*NEXT, "в работе")])
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        cells = packed.read("content.xml").decode()
    shown = '<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value=""'
    shown += ' calcext:value-type="error"><text:p>#N/A'
    with_error = re.sub(r"<table:table-cell[^>]*><text:p>ошибка", shown, cells)
    reading = read_on_the_day(changed(content, {"content.xml": with_error}), "", profile, "pos")
    assert (reasons(reading), len(reading.rows)) == ([(2, "row-error")], 1)


def test_a_channel_in_unknown_words_is_asked(profile: OfficeProfile) -> None:
    rows = [MIXED, ("A1", "Почта", *ROW[1:]), ("A2", "почта", *NEXT[1:]), ("A3", "ПОС", *NEXT[1:]),
            ("A4", "Голуби", *NEXT[1:])]  # fmt: skip
    content = xlsx(rows)
    reading = read_on_the_day(content, "", profile)
    assert reasons(reading) == [(at, "row-unknown-channel") for at in (2, 3, 5)]
    mail, birds = asked(reading, Asked.CHANNEL)
    assert (mail.rows, mail.example, mail.answers[-1], birds.rows) == (2, "Почта", NOTHING, 1)
    for chosen in (None, "social"):  # the page may have named a channel for rows that name none
        said = {chosen or "": again(reading, Asked.CHANNEL, "appeal", NOTHING)}
        known = read_on_the_day(content, "", profile, chosen, understood=said)
        assert [row.channel for row in known.rows] == ["appeal", "appeal", "pos"]
        assert (reasons(known), asked(known, Asked.CHANNEL)) == ([(5, "row-channel-left-out")], [])


def test_a_channel_that_the_profile_has_no_more_is_asked_again(profile: OfficeProfile) -> None:
    reading = read_on_the_day(xlsx([MIXED, ("A1", "Почта", *ROW[1:])]), "", profile)
    said = Understanding(channels={asked(reading, Asked.CHANNEL)[0].subject: "gone"})
    known = read_on_the_day(xlsx([MIXED, ("A1", "Почта", *ROW[1:])]), "", profile, understood={"": said})
    assert len(asked(known, Asked.CHANNEL)) == 1


def test_one_name_twice_among_three_columns(profile: OfficeProfile) -> None:
    """The first of the two stands for its name; columns are named in the order in which they are taken."""
    head = (*HEAD, "Исполнитель", "Исполнитель", "Ответственный")
    row = (*ROW, "Отдел ЖКХ", "Сидорова", "Отдел дорог")
    [question] = asked(read(profile, head, row), Asked.FIELD)
    assert question.answers == ("исполнитель", "ответственный")
    assert question.column == "Исполнитель"
    for answer, executor in (("исполнитель", "Отдел ЖКХ, Сидорова"), ("ответственный", "Отдел дорог")):
        said = Understanding().with_answer(question, answer)
        known = read(profile, head, row, columns=said.columns)
        assert ([one.executor for one in known.rows], asked(known, Asked.FIELD)) == ([executor], [])
    apart = read(profile, (*HEAD, "Исполнитель", "Ответственный", "Исполнитель"), row)
    assert [question.column for question in asked(apart, Asked.FIELD)] == ["Исполнитель"]
