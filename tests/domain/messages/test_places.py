"""Settlements and houses, read from words as registries write them."""

from __future__ import annotations

import pytest

from domain.messages.place import address_of, settlement_of


@pytest.mark.parametrize(
    ("place", "settlement"),
    [
        ("ул. Мира, 5", "Чайковский"),
        ("г. Чайковский, ул. Мира, 5", "Чайковский"),
        ("Чайковский, Мира, 5", "Чайковский"),
        ("с. Фоки, ул. Лесная, 2", "с. Фоки"),
        ("село Фоки, Лесная, 2", "с. Фоки"),
        ("Пермский край, Чайковский г.о., п. Марковский, 7", "п. Марковский"),
        ("посёлок Прикамский", "п. Прикамский"),
        ("Омск, проспект Мира, 10", "Омск"),
        ("ул. Мира, д. 5", "Чайковский"),
        ("б-р Приморский, 12", "Чайковский"),
        ("д. Дубовая, 3", "д. Дубовая"),
        ("Сосновая 12", "Чайковский"),
        ("Пермский край", ""),
        (" , ", ""),
        ("", ""),
    ],
)
def test_the_settlement_of_a_place(place: str, settlement: str) -> None:
    assert settlement_of(place, "Чайковский") == settlement


def test_one_house_written_in_several_ways_is_one_address() -> None:
    written = ("ул. Мира, 5", "УЛ. МИРА 5", "ул.  Мира,5, кв. 12", "ул. Мира, 5, квартира №7")
    assert {address_of(place) for place in written} == {"ул мира 5"}
    assert address_of("ул. Мира, 5") != address_of("ул. Мира, 7")


def test_a_street_without_a_house_is_no_address() -> None:
    assert [address_of(place) for place in ("ул. Мира", "с. Фоки", "", "кв. 12")] == ["", "", "", ""]
