"""Names and positions in the cases a sentence needs, against forms written down by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.morphology import whom

ACCUSATIVE = {
    "Ветров Глеб Ильич": "Ветрова Глеба Ильича",
    "Полянская Вера Андреевна": "Полянскую Веру Андреевну",
    "Речной Пётр Ефимович": "Речного Петра Ефимовича",
    "Луговая Анна Макаровна": "Луговую Анну Макаровну",
    "Шевченко Тарас Ильич": "Шевченко Тараса Ильича",
    "Ковальчук Анна Ильинична": "Ковальчук Анну Ильиничну",
    "Иванов И. И.": "Иванова И. И.",
    "Петрова А.А.": "Петрову А.А.",
    "Мария Иванова": "Марию Иванову",
    "директор МУП «Водоканал»": "директора МУП «Водоканал»",
    "Первый заместитель главы администрации": "Первого заместителя главы администрации",
    "глава администрации": "главу администрации",
    "Ветров Глеб Ильич, начальник отдела по делам молодёжи": (
        "Ветрова Глеба Ильича, начальника отдела по делам молодёжи"
    ),
    "Речной Пётр Ефимович, Начальник управления": "Речного Петра Ефимовича, начальника управления",
    # A name that the dictionary does not know keeps the position beside it in its own case.
    "Роман Игоревич Чудинов, Начальник управления": "Роман Игоревич Чудинов, начальник управления",
    "Пётр Денисович Лузянин, Начальник управления": "Пётр Денисович Лузянин, начальник управления",
    "Лузянин Пётр Денисович, МКУ «Дороги»": "Лузянин Пётр Денисович, МКУ «Дороги»",
}
AS_THEY_ARE = (
    "Заречная-Верхнеполянская Александра Константиновна",
    "Жыгыр Ббб",
    "место 4",
    "и.о. начальника управления",
    "представители подрядчика",
    "",
    "<b>, {x}",
)


@pytest.mark.parametrize(("nominative", "accusative"), ACCUSATIVE.items())
def test_the_accusative_of_a_person(nominative: str, accusative: str) -> None:
    assert whom(nominative) == accusative


@pytest.mark.parametrize("text", AS_THEY_ARE)
def test_what_the_dictionary_is_not_sure_of_stays(text: str) -> None:
    assert whom(text) == text


@given(st.text(max_size=60))
def test_nothing_is_lost_whatever_was_typed(text: str) -> None:
    assert whom(text).count(",") == text.count(",")
    assert len(whom(text).split()) == len(text.split())
