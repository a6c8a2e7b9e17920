"""An invitation's term, to the second, and whose it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from domain.office.refusal import Refusal
from domain.people.invitation import (
    CLAIMED,
    CONFIRMED,
    OPEN,
    REFUSED,
    REVOKED,
    VALID_FOR,
    full_name,
    require_open,
)
from domain.people.roster import Standing
from domain.people.store import Invitation

MADE = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
ENDS = MADE + VALID_FOR


def invitation(state: str = OPEN, user: int | None = None) -> Invitation:
    return Invitation(1, Standing.MEMBER, state, ENDS, seat=3, invited_by=1, user_id=user)


@pytest.mark.parametrize("moment", [MADE, ENDS - timedelta(seconds=1), ENDS])
def test_it_is_good_to_its_last_second(moment: datetime) -> None:
    assert require_open(invitation(), 7, moment).id == 1


def test_a_second_later_it_is_not() -> None:
    with pytest.raises(Refusal) as refused:
        require_open(invitation(), 7, ENDS + timedelta(seconds=1))
    assert refused.value.key == "invitation-expired"


@pytest.mark.parametrize(
    ("state", "user", "key"),
    [
        (CLAIMED, 8, "invitation-taken"),
        (CLAIMED, 7, "invitation-waits"),
        (CONFIRMED, 7, "invitation-confirmed"),
        (REFUSED, 8, "invitation-refused"),
        (REVOKED, None, "invitation-revoked"),
    ],
)
def test_who_comes_second_learns_why_it_is_not_theirs(state: str, user: int | None, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        require_open(invitation(state, user), 7, MADE)
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ветлугина марина олеговна", "Ветлугина Марина Олеговна"),
        ("ВЕТЛУГИНА Марина Олеговна", "Ветлугина Марина Олеговна"),
        ("анна петрова-водкина", "Анна Петрова-Водкина"),
        ("мамедов али гасан оглы", "Мамедов Али Гасан оглы"),
        ("Ветлугина  Марина Олеговна", "Ветлугина Марина Олеговна"),
    ],
)
def test_a_name_typed_in_one_case_is_kept_as_names_are_written(typed: str, kept: str) -> None:
    assert full_name(typed) == kept
