"""Who keeps the protocol, where the profile names one (п. 4.7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from domain.office.profile import Secretary
from domain.office.refusal import Refusal
from domain.people.roster import Binding, Roster, Standing
from domain.protocols.record import Person
from domain.protocols.secretary import awaited, countersigned, keeper
from tests.documents.test_documents_sample import record
from tests.domain.meetings.test_floor import actor, roster
from tests.domain.meetings.test_meeting import PROFILE

NOW = datetime(2026, 11, 26, 9, tzinfo=PROFILE.time_zone)
PERSON = Person(0, "главный специалист", "Неволина Инга Марковна")
HELPER = Binding(77, Standing.ASSISTANT, "Инга Марковна Неволина", assists=4)


def office(secretary: Secretary | None, *bindings: Binding) -> Roster:
    return replace(roster(), profile=replace(PROFILE, secretary=secretary), bindings=bindings)


def test_an_assistant_of_this_name_keeps_the_protocol_and_nobody_else() -> None:
    named = office(Secretary(name=PERSON.name, position=PERSON.position), HELPER)
    kept = record(secretary=PERSON)
    assert keeper(kept, named, HELPER.actor()) == PERSON
    assert keeper(kept, named, actor(1)) is None
    assert keeper(record(), named, HELPER.actor()) is None
    assert keeper(kept, office(None, HELPER), HELPER.actor()) is None
    other = replace(HELPER, name="Неволин Егор Маркович")
    assert keeper(kept, office(named.profile.secretary, other), other.actor()) is None


def test_a_member_keeps_the_protocol_until_another_holds_the_seat() -> None:
    seat = Binding(1003, Standing.MEMBER, "Имя 3", seat=3)
    named, kept = office(Secretary(seat=3), seat), record(secretary=Person(3, "Должность", "Имя 3"))
    assert keeper(kept, named, actor(3)) is not None
    newcomer = replace(seat, name="Другое имя")
    assert keeper(kept, office(Secretary(seat=3), newcomer), newcomer.actor()) is None
    chaired = replace(kept, chair=Person(3, "Должность", "Имя 3"))
    assert keeper(chaired, named, actor(3)) is None


def test_the_secretary_signs_once_and_is_awaited_while_they_can() -> None:
    named = office(Secretary(name=PERSON.name), HELPER)
    kept = record(secretary=PERSON)
    assert awaited(kept, named, None) == PERSON
    assert awaited(kept, office(Secretary(name=PERSON.name)), None) is None
    signature = countersigned(PERSON, None, NOW, 77)
    assert (signature.name, signature.account) == (PERSON.name, 77)
    assert awaited(kept, named, signature) is None
    with pytest.raises(Refusal) as caught:
        countersigned(PERSON, signature, NOW, 77)
    assert caught.value.key == "already-countersigned"


def test_whoever_keeps_the_protocol_prepares_for_the_head() -> None:
    named = office(Secretary(name=PERSON.name), HELPER)
    assert named.require_preparing(HELPER.actor(), "convene").seat == 1
    with pytest.raises(Refusal) as caught:
        office(None, HELPER).require_preparing(HELPER.actor(), "convene")
    assert caught.value.key == "head-only"
