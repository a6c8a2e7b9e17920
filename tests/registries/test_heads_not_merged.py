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
_ = None
BOTH = ("7001", "02.11.2026", "исх-5", "10.11.2026", "Свет")
ANSWER_FIRST = ("исх-5", "10.11.2026", "7001", "02.11.2026", "Свет")

# Each holds the message 7001 of 2 November, answered on the 10th under the number исх-5, about light.
HEADS: Sequence[tuple[Sequence[Row], Row]] = [
    ([("Регистрация", _, "Ответ", _, "Тема"), ("№", "Дата", "№", "Дата", _)], BOTH),
    ([("Вх.", _, "Исх.", _, "Тема"), ("№", "Дата", "№", "Дата", _)], BOTH),
    ([("Ответ", _, "Регистрация", _, "Тема"), ("№", "Дата", "№", "Дата", _)], ANSWER_FIRST),
    ([("Исходящий", _, "Входящий", _, "Тема"), ("№", "Дата", "№", "Дата", _)], ANSWER_FIRST),
    ([("Результат", _, "Обращение", _, "Тема"), ("Номер", "Дата", "Номер", "Дата", _)], ANSWER_FIRST),
    (
        [("Ответ заявителю", _, "Сведения об обращении", _, _), ("№", "Дата", "Номер", "Дата", "Тема")],
        ANSWER_FIRST,
    ),
    (
        [
            ("Регистрация", _, "Ответ", _, "Тема"),
            ("№", "Дата", "№", "Дата", _),
            ("п/п", "поступления", "исх.", "ответа", _),
        ],
        BOTH,
    ),
    (
        [("Регистрация", _, "Ответ гражданину", _, "Тема"), ("вх.", _, "исх.", _, _), ("№", "Дата", "№", "Дата", _)],
        BOTH,
    ),
    (
        [(_, "Ответ", _, "Регистрация", _, "Тема"), ("№", *[_] * 5), ("п/п", "№", "Дата", "№", "Дата", _)],
        ("1", *ANSWER_FIRST),
    ),
    (
        [(_, "Ответ", _, "Регистрация", _, "Тема"), ("№", "№", "Дата", "№", "Дата", _), ("п/п", *[_] * 5)],
        ("1", *ANSWER_FIRST),
    ),
    (
        [
            ("Журнал обращений", *[_] * 5),
            (_, "Регистрация", _, "Ответ", _, "Тема"),
            ("№ п/п", "№", "Дата", "№", "Дата", _),
            (_, "обращения", "рег.", "исх.", "исх.", _),
        ],
        ("1", *BOTH),
    ),
    (
        [
            ("Сведения об ответе", _, "Сведения об обращении", _, "Тема"),
            ("Номер", "Дата", "Номер", "Дата", _),
            (_, _, "ПОС", "поступления", _),
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
