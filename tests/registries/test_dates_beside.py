"""Dates beside a time or a number, as systems and clerks write them: read where one reading is possible."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from bot.registries.date_order import order_of
from bot.registries.moments import AmbiguousMoment, MomentReader, NotAMoment
from bot.registries.result import RegistryRefused
from domain.imports.understanding import Asked, Understanding
from domain.office.profile import OfficeProfile
from tests.registries.test_sample import ZONE, local, read_on_the_day, xlsx

TODAY = date(2026, 11, 24)


def moment(text: str) -> str:
    read = MomentReader(ZONE, (), order_of([text], TODAY)).read(text)
    return f"{read.astimezone(ZONE):%d.%m.%Y %H:%M}" if read else ""


@pytest.mark.parametrize(
    "text",
    [
        "14:30 02.11.2026", "14:30:00, 02.11.2026", "в 14:30 02.11.2026", "14-30 02.11.26",
        "14.30 02.11.2026", "14 ч 30 мин 02.11.2026", "14:30 2 ноября 2026 г.", "14:30 2026-11-02",
        "2026.11.02 14:30",
        "2 ноября 2026 г. в 14 ч. 30 мин.", "02.11.26 14-30", "02.11.2026; 14:30", "02.11.2026 14:30.",
        "2026-11-2 14:30",
    ],
)  # fmt: skip
def test_a_time_beside_a_date(text: str) -> None:
    assert moment(text) == "02.11.2026 14:30"


@pytest.mark.parametrize("text", ["05/11-2026", "05.11/2026", "14:30 05/11/2026"])
def test_either_may_be_the_day(text: str) -> None:
    with pytest.raises(AmbiguousMoment):
        moment(text)


@pytest.mark.parametrize(
    "text",
    ["02.11.2026 14:30-15:00", "01.11.2026 05.11.26", "01.11.2026\n05.11.26", "14:30 02.11", "2026 11 02"],
)
def test_what_is_two_things_or_half_of_one_is_none(text: str) -> None:
    with pytest.raises(NotAMoment):
        moment(text)


def test_a_column_proves_its_order_with_times_first_and_mixed_marks() -> None:
    order = order_of(["14:30 11/05/2026", "9:00 11/20/2026"], TODAY)
    assert f"{MomentReader(ZONE, (), order).read('14:30 11/05/2026'):%d.%m}" == "05.11"
    assert moment("13/11-2026") == "13.11.2026 00:00"


PLAIN = ("№ 15 от 02.11.2026", "№ 16 от 03.11.2026 9:30")
OF_A_SYSTEM = ("Обращение 15 от 02.11.2026 0:00:00", "Обращение гражданина 16 от 03.11.2026 9:30:00")
HEADERS = (
    "Номер и дата", "Обращение", "Регистрация", "Документ", "Ссылка", "Номер", "№", "Номер обращения",
    "Рег. данные",
)  # fmt: skip


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("written", [PLAIN, OF_A_SYSTEM])
def test_a_number_and_its_date_in_one_column(
    header: str, written: Sequence[str], profile: OfficeProfile
) -> None:
    rows = [("№ п/п", header, "Тема"), *((at, text, "Свет") for at, text in enumerate(written, start=1))]
    reading = read_on_the_day(xlsx(rows), "", profile, "pos")
    found = [(row.number.removeprefix("№ "), row.received_at) for row in reading.rows]
    assert found == [("15", local(2026, 11, 2)), ("16", local(2026, 11, 3, 9, 30))]
    assert reading.unreadable == []
    assert not [question for question in reading.questions if question.about is not Asked.COLUMN]


def test_a_number_and_date_of_an_answer_is_not_the_messages(profile: OfficeProfile) -> None:
    for header in ("Ответ", "Исх.", "Направлено", "Результат"):
        rows = [("№ п/п", header, "Тема", "Дата"), (1, "№ 15 от 10.11.2026", "Свет", "02.11.2026")]
        for head_and_rows in (rows, [row[:3] for row in rows]):
            try:
                reading = read_on_the_day(xlsx(head_and_rows), "", profile, "pos")
            except RegistryRefused as refused:
                assert refused.key == "file-no-column"
            else:
                assert [row.received_at for row in reading.rows] == [local(2026, 11, 2)]
                assert "15" not in reading.rows[0].number.split("-")[0]


def test_one_column_may_be_the_answer_to_both_questions(profile: OfficeProfile) -> None:
    """What stands there is not of one kind, and a person knows: asked for each of the two, once."""
    rows = [
        ("Карточка", "Тема", "Исполнитель"),
        ("15 от 02.11.2026", "Свет", ""),
        ("16", "Свет", "Отдел ЖКХ"),
    ]
    said, asked = Understanding(), []
    for _ in range(3):
        try:
            reading = read_on_the_day(xlsx(rows), "", profile, "pos", understood={"pos": said})
            break
        except RegistryRefused as refused:
            [question] = refused.questions
            asked.append(question.subject)
            said = said.with_answer(question, "карточка")
    assert asked == ["number", "received_at"]
    assert [(row.number, row.received_at) for row in reading.rows] == [("15", local(2026, 11, 2))]


def test_words_with_a_date_are_no_number(profile: OfficeProfile) -> None:
    rows = [("Вид", "Что", "Тема", "Исполнитель"), ("а", "Дом 15 без света с 02.11.2026", "Свет", "ЖКХ")]
    with pytest.raises(RegistryRefused):
        read_on_the_day(xlsx(rows), "", profile, "pos")
