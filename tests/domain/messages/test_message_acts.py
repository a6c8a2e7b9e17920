"""What may be said of a message's answer, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.messages.acts import answer, assign, give_unit, judge, note_result
from domain.messages.message import AnswerQuality, AnswerResult, KnownMessage
from domain.office.profile import OfficeProfile
from domain.office.refusal import Refusal

NOW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
CAME = NOW - timedelta(days=3)
OPEN = KnownMessage(
    1, "pos", "1", CAME, None, "", "", "", "", "", "", "social", None, NOW + timedelta(days=1), None
)
BY_HAND = replace(OPEN, answered_at=NOW - timedelta(days=1), answered_by_hand=True)
BY_REGISTRY = replace(BY_HAND, answered_by_hand=False)
SENT_ON = replace(BY_HAND, forwarded_to="Министерство")


@pytest.mark.parametrize("at", [CAME, NOW - timedelta(hours=1), NOW])
@pytest.mark.parametrize("message", [OPEN, BY_HAND])
def test_an_answer_is_dated_between_the_message_and_now(message: KnownMessage, at: datetime) -> None:
    act = answer(message, at, NOW)
    assert (act.kind, act.entity, act.data["at"]) == ("message-answered", "message:1", at.isoformat())


@pytest.mark.parametrize(
    ("message", "at", "key"),
    [
        (OPEN, CAME - timedelta(seconds=1), "answer-before-received"),
        (OPEN, NOW + timedelta(seconds=1), "answer-to-come"),
        (BY_REGISTRY, NOW, "answered-before"),
        (SENT_ON, NOW, "forwarded-before"),
    ],
)
def test_no_other_moment(message: KnownMessage, at: datetime, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        answer(message, at, NOW)
    assert refused.value.key == key


def test_what_was_answered_is_said_of_an_answer_only() -> None:
    assert note_result(BY_REGISTRY, AnswerResult.SOLVED).data == {"result": "solved"}
    with pytest.raises(Refusal):
        note_result(OPEN, AnswerResult.SOLVED)


def test_an_answer_is_judged_and_a_repeated_complaint_needs_none() -> None:
    assert judge(BY_HAND, AnswerQuality.FORMAL).data == {"quality": "formal"}
    assert judge(BY_HAND, None).data == {"quality": ""}
    assert judge(OPEN, AnswerQuality.REPEATED).data == {"quality": "repeated"}
    with pytest.raises(Refusal):
        judge(OPEN, AnswerQuality.FORMAL)


def test_where_it_is_already_it_is_not_given_again(profile: OfficeProfile) -> None:
    with pytest.raises(Refusal):
        assign(profile, OPEN, "social")
    presumed = replace(OPEN, block_presumed=True)
    assert assign(profile, presumed, "social").data == {"block": "social", "before": "social"}
    with pytest.raises(Refusal):
        give_unit(profile, replace(OPEN, unit="sport"), "sport")
