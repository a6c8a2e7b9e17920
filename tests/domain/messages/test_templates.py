"""Answer templates: what is filled in, and what stays as it was typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from domain.messages.message import KnownMessage
from domain.messages.templates import filled, filled_for_all, keep, topic_of, unknown_places
from domain.office.profile import OfficeProfile
from domain.office.refusal import Refusal
from tests.domain.messages.test_message_acts import OPEN


@pytest.fixture
def known(profile: OfficeProfile) -> KnownMessage:
    received = datetime(2026, 11, 23, 2, 0, tzinfo=profile.time_zone)
    return replace(OPEN, number="4815162", received_at=received, unit="zhkh", topic="Отопление!")


def test_number_day_and_unit_are_filled_in(profile: OfficeProfile, known: KnownMessage) -> None:
    unit = profile.unit("zhkh").title
    said = filled("№ {номер} от {Дата}: { подразделение }", profile, known)
    assert said == f"№ 4815162 от 23.11.2026: {unit}"
    assert filled("{number} {date} {unit}", profile, known) == f"4815162 23.11.2026 {unit}"


def test_an_answer_to_many_names_their_numbers_and_days(profile: OfficeProfile, known: KnownMessage) -> None:
    later = replace(known, number="4815163", received_at=known.received_at + timedelta(days=1))
    said = filled_for_all("№ {номер} от {дата}: {подразделение}", profile, [later, known], "zhkh")
    assert said == f"№ 4815163, 4815162 от 23.11.2026–24.11.2026: {profile.unit('zhkh').title}"
    twelve = [replace(known, number=str(number)) for number in range(1, 13)]
    assert filled_for_all("{номер} {дата} {подразделение}", profile, twelve, "") == (
        "1, 2, 3, 4, 5, 6, 7, 8, 9, 10 (+2) 23.11.2026 —"
    )


def test_other_braces_stay_and_nothing_is_filled_twice(profile: OfficeProfile, known: KnownMessage) -> None:
    odd = replace(known, number="{дата}", unit=None, executor="")
    said = "{номер} {имя} {} {подразделение} {ФИО заявителя} { имя }"
    assert filled(said, profile, odd) == "{дата} {имя} {} — {ФИО заявителя} { имя }"
    assert unknown_places(said) == ["{имя}", "{}", "{ФИО заявителя}"]
    assert unknown_places("№ {Номер} от { дата }: {unit}") == []


def test_a_template_is_kept_under_its_topic_and_never_without_one(known: KnownMessage) -> None:
    assert topic_of(known) == "отопление"
    assert keep(known, "Работы идут").kind == "template-kept"
    with pytest.raises(Refusal):
        topic_of(replace(known, topic=" . "))
    with pytest.raises(Refusal):
        keep(known, "")
