"""A number is compared in one form, whatever a spreadsheet or a hand made of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.messages.number import LONGEST, canonical_number


@pytest.mark.parametrize(
    "written",
    [
        "4815162", "№ 4 815 162", "№4815162", "4815162.0", '="004815162"', "'4815162", "4\u00a0815\u202f162",
        "４８１５１６２", "٤٨١٥١٦٢", "4815\u200b162", "\ufeff4815162", "N 4815162", "No. 4815162",
        "4815162,00",
        "номер 4815162",
    ],
)  # fmt: skip
def test_one_number_of_digits(written: str) -> None:
    assert canonical_number(written) == "4815162"


@pytest.mark.parametrize(
    "written", ["15-ОС/2025", "15-OC/2025", "15–ос/2025", " № 15-Оc / 2025", "15\u00ad-ОС/2025"]
)
def test_one_number_with_letters(written: str) -> None:
    assert canonical_number(written) == "15-ОС/2025"


@pytest.mark.parametrize(
    ("one", "other"),
    [("15-О", "15-А"), ("1.10", "1.1"), ("331-А", "331"), ("12", "1-2"), ("0", "00А"), ("З-1", "3-1")],
)
def test_different_numbers_stay_different(one: str, other: str) -> None:
    assert canonical_number(one) != canonical_number(other)


@given(st.text(max_size=120))
def test_the_form_is_its_own_form(written: str) -> None:
    once = canonical_number(written)
    assert len(once) <= LONGEST and not any(char.isspace() for char in once)
    assert canonical_number(once) == canonical_number(canonical_number(once))
