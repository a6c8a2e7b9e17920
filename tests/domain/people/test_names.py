"""Names as people give them, in both orders, against short forms written down by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.people.names import full_name, is_woman, listed_name, short_name

SHORT = {
    "Марина Олеговна Ветлугина": "М. О. Ветлугина",
    "Ветлугина Марина Олеговна": "М. О. Ветлугина",
    "Ветров Глеб Ильич": "Г. И. Ветров",
    "Глеб Ильич Ветров": "Г. И. Ветров",
    "Кузьма Фомич Речной": "К. Ф. Речной",
    "Речной Кузьма Лукич": "К. Л. Речной",
    "Озёрный Юрий Никитич": "Ю. Н. Озёрный",
    "Анна Ильинична Ковальчук": "А. И. Ковальчук",
    "Луговая Анна Никитична": "А. Н. Луговая",
    "Рамиль Фаритович Сагидуллин": "Р. Ф. Сагидуллин",
    "Александра Константиновна Заречная-Полянская": "А. К. Заречная-Полянская",
    "Заречная-Полянская Александра Константиновна": "А. К. Заречная-Полянская",
    # A surname may itself look like a patronymic: the second word is asked first.
    "Глеб Ильич Войнович": "Г. И. Войнович",
    "Войнович Глеб Ильич": "Г. И. Войнович",
    "ВЕТЛУГИНА МАРИНА ОЛЕГОВНА": "М. О. ВЕТЛУГИНА",
}
WHOLE = (
    "Марина Ветлугина",
    "Ветлугина Марина",
    "Ветлугина",
    "Ким Чен Ир",
    "Иванов И. И.",
    "Anna Petrovna Ivanova",
    "John Smith",
    "директор школы искусств",
    "Алиев Вагиф оглы",
    "",
)


@pytest.mark.parametrize(("given_name", "short"), SHORT.items())
def test_initials_come_before_the_surname_in_either_order(given_name: str, short: str) -> None:
    assert short_name(given_name) == short.replace(". ", ".\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(("given_name", "short"), SHORT.items())
def test_a_list_has_the_surname_first(given_name: str, short: str) -> None:
    first, patronymic, surname = short.split(" ")
    assert listed_name(given_name) == f"{surname}\N{NO-BREAK SPACE}{first}\N{NO-BREAK SPACE}{patronymic}"


@pytest.mark.parametrize("name", WHOLE)
def test_a_name_whose_parts_cannot_be_told_apart_stays_whole(name: str) -> None:
    assert full_name(name) is None
    assert short_name(name) == listed_name(name) == name


@given(st.text(max_size=60))
def test_no_words_are_invented_whatever_was_typed(text: str) -> None:
    found = full_name(text)
    if found is not None:
        parts = f"{found.first} {found.patronymic} {found.surname}"
        assert sorted(parts.replace("-", " ").split()) == sorted(text.replace("-", " ").split())


def test_a_patronymic_may_be_of_two_words() -> None:
    for name in ("Алиев Вагиф Гасан оглы", "Вагиф Гасан-оглы Алиев"):
        assert listed_name(name).replace("\N{NO-BREAK SPACE}", " ") == "Алиев В. Г."
    assert is_woman("Алиева Севда Гасан кызы") and not is_woman("Алиев Вагиф Гасан оглы")
