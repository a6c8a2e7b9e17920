"""Headers of several rows in which nobody merged a cell: a title is over its columns all the same."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.registries.headers import normalise_words
from bot.registries.meanings import meanings_of
from domain.office.profile import OfficeProfile
from tests.registries.test_invented_files import book
from tests.registries.test_sample import local, read_on_the_day, reasons, separated

Row = Sequence[str | None]
NO: None = None
BOTH = ("7001", "02.11.2026", "исх-5", "10.11.2026", "Свет")
ANSWER_FIRST = ("исх-5", "10.11.2026", "7001", "02.11.2026", "Свет")

# Each holds the message 7001 of 2 November, answered on the 10th under the number исх-5, about light.
HEADS: Sequence[tuple[Sequence[Row], Row]] = [
    ([("Регистрация", NO, "Ответ", NO, "Тема"), ("№", "Дата", "№", "Дата", NO)], BOTH),
    ([("Вх.", NO, "Исх.", NO, "Тема"), ("№", "Дата", "№", "Дата", NO)], BOTH),
    ([("Ответ", NO, "Регистрация", NO, "Тема"), ("№", "Дата", "№", "Дата", NO)], ANSWER_FIRST),
    ([("Исходящий", NO, "Входящий", NO, "Тема"), ("№", "Дата", "№", "Дата", NO)], ANSWER_FIRST),
    ([("Результат", NO, "Обращение", NO, "Тема"), ("Номер", "Дата", "Номер", "Дата", NO)], ANSWER_FIRST),
    (
        [("Ответ заявителю", NO, "Сведения об обращении", NO, NO), ("№", "Дата", "Номер", "Дата", "Тема")],
        ANSWER_FIRST,
    ),
    (
        [
            ("Регистрация", NO, "Ответ", NO, "Тема"),
            ("№", "Дата", "№", "Дата", NO),
            ("п/п", "поступления", "исх.", "ответа", NO),
        ],
        BOTH,
    ),
    (
        [
            ("Регистрация", NO, "Ответ гражданину", NO, "Тема"),
            ("вх.", NO, "исх.", NO, NO),
            ("№", "Дата", "№", "Дата", NO),
        ],
        BOTH,
    ),
    (
        [(NO, "Ответ", NO, "Вх.", NO, "Тема"), ("№", *[NO] * 5), ("п/п", "№", "Дата", "№", "Дата", NO)],
        ("1", *ANSWER_FIRST),
    ),
    (
        [(NO, "Ответ", NO, "Вх.", NO, "Тема"), ("№", "№", "Дата", "№", "Дата", NO), ("п/п", *[NO] * 5)],
        ("1", *ANSWER_FIRST),
    ),
    (
        [
            ("Журнал обращений", *[NO] * 5),
            (NO, "Регистрация", NO, "Ответ", NO, "Тема"),
            ("№ п/п", "№", "Дата", "№", "Дата", NO),
            (NO, "обращения", "рег.", "исх.", "исх.", NO),
        ],
        ("1", *BOTH),
    ),
    (
        [
            ("Сведения об ответе", NO, "Сведения об обращении", NO, "Тема"),
            ("Номер", "Дата", "Номер", "Дата", NO),
            (NO, NO, "ПОС", "поступления", NO),
        ],
        ANSWER_FIRST,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("head", "row"), HEADS)
def test_the_messages_number_and_day_are_not_the_answers(
    head: Sequence[Row], row: Row, profile: OfficeProfile
) -> None:
    texts = [["" if cell is None else cell for cell in line] for line in (*head, row)]
    for content in (book(*head, row), separated(texts)):
        reading = read_on_the_day(content, "реестр", profile, "pos")
        assert reasons(reading) == []
        [message] = reading.rows
        assert (message.number, message.received_at) == ("7001", local(2026, 11, 2))
        assert (message.answered_at, message.topic) == (local(2026, 11, 10), "Свет")


def test_a_row_in_words_under_the_header_is_told(profile: OfficeProfile) -> None:
    head = ("Номер обращения", "Дата", "Тема")
    reading = read_on_the_day(
        book(head, ("без номера", "вчера", "Яма на Мира"), ("7001", "02.11.2026", "Свет")),
        "a",
        profile,
        "pos",
    )
    assert (reasons(reading), len(reading.rows)) == ([(2, "row-bad-date")], 1)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Обращение дата", "received_at"),
        ("Регистрация дата", "registered_at"),
        ("Ответ заявителю дата", "answered_at"),
        ("Вх. № и дата", "number_and_date"),
        ("Сведения об обращении №", "number"),
        ("Обращение текст", "text"),
    ],
)
def test_bare_words_under_a_title(header: str, field: str) -> None:
    assert meanings_of(normalise_words(header))[0] == field
