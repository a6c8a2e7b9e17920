"""A name typed in any usual form is known as the member or the unit it means."""

from __future__ import annotations

from datetime import date

import pytest

from bot.profiles import load_profile
from domain.people.recognition import member_meant, several_meant, unit_meant
from domain.people.roster import Holder, Roster

PROFILE = load_profile()
NAMES = (
    "Роман Игоревич Чудинов",
    "Нина Павловна Ожегова",
    "Семёнова Алёна Юрьевна",
    "Семёнова Вера Ильинична",
)
ROSTER = Roster(
    PROFILE,
    date(2026, 11, 25),
    tuple(Holder(seat, seat, name, date(2024, 1, 9)) for seat, name in enumerate(NAMES, 1)),
    (),
    (),
)


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        ("Чудинов Роман Игоревич", 1),
        ("роман игоревич чудинов", 1),
        ("Чудинов Р.И.", 1),
        ("Р. И. Чудинов", 1),
        ("Чудинов", 1),
        ("Роман Игоревич", 1),
        ("Ожегова Н.П., заместитель главы", 2),
        ("Семенова А. Ю.", 3),
        ("Семёнова В.", 4),
        ("начальник отдела Семёнова В. И.", 4),
        ("т. Чудинов Р.И.", 1),
        ("инженер Чудинов", None),
        ("Начальник управления", None),
        ("Первый заместитель главы", 2),
        ("первый", None),
        ("Начальник управления финансов", None),  # vacant
        ("Семёнова", None),
        ("Ожегов Н.П.", None),
        ("Ожегова П.Н.", None),
        ("Чудинов Роман Игоревич Младший", None),
        ("Роман", None),
        (", директор", None),
        ("", None),
        ("№ 12", None),
    ],
)
def test_a_member_is_known_by_any_usual_form_of_the_name(text: str, seat: int | None) -> None:
    assert member_meant(text, ROSTER) == seat


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("Чудинов Р.И., Ожегова Н.П.", True),
        ("Чудинов и Ожегова", True),
        ("Ожегова Н.П., первый заместитель главы", False),
        ("Чудинов Р.И., Иванов", False),
        ("", False),
    ],
)
def test_several_members_are_not_taken_for_the_first_of_them(text: str, several: bool) -> None:
    assert several_meant(text, ROSTER) is several


def test_a_unit_is_known_with_its_legal_form_and_without() -> None:
    for unit in PROFILE.units:
        assert unit_meant(unit.title.upper(), PROFILE) == unit.key
        assert unit_meant(unit.key, PROFILE) == unit.key
    assert unit_meant("МБУ Городское благоустройство", PROFILE) is not None
    assert unit_meant("Городское благоустройство", PROFILE) == unit_meant(
        "МБУ «Городское благоустройство»", PROFILE
    )
    assert unit_meant("МБУ", PROFILE) is None
