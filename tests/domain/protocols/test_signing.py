"""Who may sign a protocol: the chair, and without them whoever performs the head's duties (п. 4.7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from domain.office.refusal import Refusal
from domain.people.roster import Roster
from domain.protocols.record import Person
from domain.protocols.signing import expect_signer, signed_by, signers
from tests.domain.meetings.test_floor import actor, roster
from tests.domain.meetings.test_meeting import PROFILE

CHAIR = Person(1, PROFILE.seat(1).position, "Имя 1")
NOW = datetime(2026, 11, 26, 9, tzinfo=PROFILE.time_zone)


def renamed(known: Roster, seat: int) -> Roster:
    """Another person holds the seat."""
    holders = (replace(one, id=99, name="Новый") if one.seat == seat else one for one in known.holders)
    return replace(known, holders=tuple(holders))


@pytest.mark.parametrize(
    ("known", "may"),
    [
        (roster(), [(1, "Имя 1", False)]),
        (roster(1), [(1, "Имя 1", False), (2, "Имя 2", True)]),
        (roster(vacant=1), [(2, "Имя 2", True)]),
        (renamed(roster(), 1), [(1, "Новый", False)]),
        (renamed(roster(1), 1), [(2, "Имя 2", True)]),
        (roster(1, 2), [(1, "Имя 1", False)]),
    ],
)
def test_somebody_can_always_sign(known: Roster, may: list[tuple[int, str, bool]]) -> None:
    assert [(one.seat, one.name, one.acting) for one in signers(CHAIR, known)] == may


def test_nobody_signs_for_a_chair_who_is_gone_while_nobody_heads() -> None:
    assert signers(CHAIR, roster(2, vacant=1)) == []
    with pytest.raises(Refusal) as caught:
        expect_signer(CHAIR, roster(2, vacant=1), actor(3))
    assert (caught.value.key, caught.value.arguments["name"]) == ("sign-other", "Имя 1")


def test_the_paper_names_both() -> None:
    signer = expect_signer(CHAIR, roster(1), actor(2))
    assert signed_by(signer, CHAIR, NOW, 7).instead_of == "Имя 1"
    own = expect_signer(CHAIR, roster(), actor(1))
    assert signed_by(own, CHAIR, NOW, 7).instead_of == ""
