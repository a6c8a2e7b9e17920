"""Which messages are offered as one incident, and which join one that is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from time import process_time

import pytest

from domain.incidents.bursts import Burst, Sighting, find
from domain.incidents.incident import Incident, IncidentState
from domain.messages.place import Street, street_key, street_of
from domain.office.profile import IncidentRules

RULES = IncidentRules(least=10, least_in_settlement=30, days=2)


def seen(first: int, count: int, street: str = "ул. Мира", topic: str = "Нет отопления") -> list[Sighting]:
    """So many messages of a street, each from a house of its own."""
    return [
        Sighting(first + at, "incident", "infrastructure", topic, "Чайковский", f"{street}, д. {at + 1}")
        for at in range(count)
    ]


def incident(state: IncidentState, last: int, street: str = "ул. Мира") -> Incident:
    moment = datetime(2026, 11, 24, tzinfo=UTC)
    channels = ("incident",)
    return Incident(
        7, "нет отопления!", "Чайковский", street, "infrastructure", channels, (), last, moment, state
    )


def test_ten_of_a_street_are_one_incident_and_nine_are_not() -> None:
    [burst] = find(seen(1, 10), [], RULES).bursts
    assert burst == Burst(
        block="infrastructure",
        topic="Нет отопления",
        settlement="Чайковский",
        street="ул. Мира",
        houses="1–10",
        channels=("incident",),
        messages=tuple(range(1, 11)),
    )
    assert find(seen(1, 9), [], RULES).bursts == []
    assert find(seen(1, 9) + seen(50, 9, topic="Лифты"), [], RULES).bursts == []
    assert find(seen(1, 9) + seen(50, 9, street="ул. Ленина"), [], RULES).bursts == []


def test_thirty_of_a_settlement_are_one_though_no_street_has_ten() -> None:
    several = [one for street in range(5) for one in seen(100 * street, 6, f"ул. {street}-я")]
    [burst] = find(several, [], RULES).bursts
    assert (burst.street, burst.houses, len(burst.messages)) == ("", "", 30)
    assert find(several[1:], [], RULES).bursts == []


def test_two_houses_are_not_named() -> None:
    alike = [replace(one, place=f"ул. Мира, {5 + at % 2}") for at, one in enumerate(seen(1, 12))]
    [burst] = find(alike, [], RULES).bursts
    assert (burst.street, burst.houses) == ("ул. Мира", "")


def test_later_messages_join_and_what_was_taken_out_stays_out() -> None:
    found = find(seen(1, 12), [incident(IncidentState.GATHERED, last=10)], RULES)
    assert found.bursts == []
    assert found.grown == {7: [11, 12]}


def test_they_join_an_incident_that_was_given_to_another_block() -> None:
    passed_on = replace(incident(IncidentState.GATHERED, last=10), block="finance")
    found = find(seen(1, 12), [passed_on], RULES)
    assert (found.bursts, found.grown) == ([], {7: [11, 12]})


@pytest.mark.parametrize("state", [IncidentState.DECLINED, IncidentState.APART])
def test_what_was_declined_is_offered_again_by_new_messages_alone(state: IncidentState) -> None:
    assert find(seen(1, 40), [incident(state, last=40)], RULES).bursts == []
    [burst] = find(seen(1, 40), [incident(state, last=30)], RULES).bursts
    assert burst.messages == tuple(range(31, 41))


def test_what_is_offered_is_offered_with_all_that_came_since() -> None:
    [burst] = find(seen(1, 12), [incident(IncidentState.OFFERED, last=10)], RULES).bursts
    assert len(burst.messages) == 12


def test_a_whole_settlement_takes_its_streets_in() -> None:
    found = find(seen(11, 2), [incident(IncidentState.GATHERED, last=10, street="")], RULES)
    assert found.grown == {7: [11, 12]}


def test_it_is_linear() -> None:
    def took(count: int) -> float:
        many = [one for street in range(count // 20) for one in seen(100 * street, 20, f"ул. {street}-я")]
        began = process_time()
        assert len(find(many, [], RULES).bursts) == count // 20
        return process_time() - began

    took(1_000)
    few, many = min(took(2_000) for _ in range(3)), min(took(20_000) for _ in range(3))
    assert many < 25 * few


@pytest.mark.parametrize(
    ("place", "street"),
    [
        ("г. Чайковский, ул. Мира, 5", Street("ул. Мира", 5)),
        ("Чайковский, Мира, 5", Street("Мира", 5)),
        ("г. Чайковский, улица Мира, д. 17, кв. 3", Street("ул. Мира", 17)),
        ("ул.Мира 5а", Street("ул. Мира", 5)),
        ("с. Фоки, Ленина ул, 3/1", Street("ул. Ленина", 3)),
        ("Пермский край, г. Чайковский, ул. 40 лет Октября, 12", Street("ул. 40 лет Октября", 12)),
        ("пр-кт Победы 4, кв 5", Street("пр. Победы", 4)),
        ("ул. Ленина", Street("ул. Ленина")),
        ("с. Фоки", Street()),
        ("двор", Street()),
        ("", Street()),
    ],
)
def test_streets_of_places(place: str, street: Street) -> None:
    assert street_of(place) == street


def test_a_street_is_one_with_its_kind_and_without_but_an_avenue_is_another() -> None:
    assert street_key("ул. Мира") == street_key("Мира") != street_key("пр. Мира")
