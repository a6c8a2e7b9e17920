"""One member comes, five members come: Russian sentences agree with their numbers."""

from __future__ import annotations

from typing import Any

import pytest

from bot.localisation import Locale
from bot.profiles import load_profile

TEXTS = Locale("ru", load_profile().time_zone)
FIGURES = {
    "established": 9,
    "chosen": 9,
    "needed": 5,
    "missing": 4,
    "enough": "no",
    "seats": "4",
    "names": "Калинина",
    "moment": load_profile().decree.date,
}


@pytest.mark.parametrize(
    ("key", "arguments", "one", "five"),
    [
        ("meeting-forecast", ("coming",), "Придёт 1 из 9", "Придут 5 из 9"),
        ("meeting-gathering", ("present",), "Присутствует 1 из 9", "Присутствуют 5 из 9"),
        ("vote-progress", ("present", "voted"), "проголосовал 1", "проголосовали 5"),
        ("roll-call-abstain", ("count",), "Воздержался 1", "Воздержались 5"),
        ("toast-checked-in", ("present",), "Присутствует 1 из 9", "Присутствуют 5 из 9"),
        ("draft-below-quorum", ("missing",), "должен прийти ещё 1", "должны прийти ещё 5"),
        ("ground-no-quorum", ("present",), "присутствует 1 из 9", "присутствуют 5 из 9"),
    ],
)
def test_the_verb_agrees_with_the_number(key: str, arguments: tuple[str, ...], one: str, five: str) -> None:
    def said(number: int) -> str:
        counted: dict[str, Any] = {**FIGURES, **dict.fromkeys(arguments, number)}
        return TEXTS(key, **counted).replace("\u00a0", " ")

    assert one in said(1) and five in said(5)


def test_nothing_is_said_of_those_who_voted_meanwhile() -> None:
    assert TEXTS("confirm-close-vote", count=0, names="") == (
        "Проголосовали все, кто присутствует. Закрыть голосование?"
    )
    assert "Голоса нет: Калинина." in TEXTS("confirm-close-vote", count=1, names="Калинина")


def test_what_is_not_given_agrees_with_its_name() -> None:
    assert TEXTS("draft-none", what="decision") == "не указан"
    assert TEXTS("draft-none", what="executors") == "не указаны"
