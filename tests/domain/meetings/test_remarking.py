"""Remarks on draft decisions: who may make them, until when, who sees them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.meetings.remark import Remark
from domain.meetings.remarking import expect_remark, remark, remarks_on, remarks_seen
from domain.office.refusal import Refusal

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def convened() -> Meeting:
    """A meeting with a draft of which seat 4 speaks, and a question without one."""
    meeting = Meeting(1, 9, MeetingState.CONVENED, 1, starts_at=NOW, participants=[1, 3, 4])
    meeting.agenda.add(AgendaItem(0, "Снег", speaker_seat=4, draft_decision="Убрать"))
    meeting.agenda.add(AgendaItem(0, "Разное"))
    return meeting


def test_who_chairs_and_who_speaks_see_all_and_others_their_own() -> None:
    meeting = convened()
    for seat in (3, 5):
        remark(meeting, Remark(1, seat, f"Место {seat}", NOW, holder=seat * 10))
    item = meeting.item(1)

    def seen(seat: int, holder: int, chairs: bool = False) -> list[int]:
        return [one.seat for one in remarks_seen(meeting, item, seat, holder, chairs=chairs)]

    assert seen(1, 10, chairs=True) == seen(4, 40) == [3, 5]
    assert (seen(3, 30), seen(5, 50), seen(6, 60)) == ([3], [5], [])
    assert seen(3, 31) == [], "a newcomer to the seat has remarked on nothing"


def test_a_remark_follows_its_question_and_ends_with_the_opening() -> None:
    meeting = convened()
    act = remark(meeting, Remark(1, 3, "Мало", NOW, holder=30))
    assert act.kind == "meeting-remark-made" and "Мало" not in str(act.data)
    meeting.agenda.raise_item(2)
    assert [one.text for one in remarks_on(meeting, meeting.item(2))] == ["Мало"]
    with pytest.raises(Refusal, match="remark-without-draft"):
        expect_remark(meeting, 2, 30)
    meeting.state = MeetingState.OPEN
    with pytest.raises(Refusal, match="meeting-is-open"):
        expect_remark(meeting, 1, 30)


def test_five_remarks_of_a_person_on_a_draft_are_enough() -> None:
    meeting = convened()
    for _ in range(5):
        remark(meeting, Remark(1, 3, "Ещё", NOW, holder=30))
    with pytest.raises(Refusal, match="remarks-enough"):
        expect_remark(meeting, 1, 30)
    assert expect_remark(meeting, 1, 31).number == 1
