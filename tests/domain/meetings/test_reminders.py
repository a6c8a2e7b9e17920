"""Which reminder is due, against plain sentences about time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from jobs.meetings import due_reminder

STARTS = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)


def convened(called: datetime) -> Meeting:
    """A meeting that members were called to at this moment."""
    return Meeting(1, 9, state=MeetingState.CONVENED, number=1, starts_at=STARTS, called_at=called)


@pytest.mark.parametrize(
    ("called", "now", "due"),
    [
        (timedelta(days=3), timedelta(days=1, minutes=1), None),
        (timedelta(days=3), timedelta(days=1), "day"),
        (timedelta(days=3), timedelta(hours=9), "day"),  # the bot was away overnight
        (timedelta(days=3), timedelta(hours=1), "hour"),
        (timedelta(days=3), timedelta(minutes=10), "hour"),
        (timedelta(days=3), timedelta(0), None),
        (timedelta(hours=5), timedelta(hours=4), None),  # called today: the notice has just come
        (timedelta(hours=5), timedelta(minutes=50), "hour"),
        (timedelta(minutes=40), timedelta(minutes=30), None),
    ],
)
def test_the_reminder_that_is_still_of_use(called: timedelta, now: timedelta, due: str | None) -> None:
    assert due_reminder(convened(STARTS - called), STARTS - now) == due


@given(st.integers(0, 5000), st.lists(st.integers(-200, 5000), max_size=40))
def test_nobody_is_reminded_twice_or_late_however_often_the_clock_rings(
    called: int, rings: list[int]
) -> None:
    meeting = convened(STARTS - timedelta(minutes=called))
    for before in sorted(rings, reverse=True):
        due = due_reminder(meeting, STARTS - timedelta(minutes=before))
        if due is not None:
            least, most = {"day": (60, 1440), "hour": (0, 60)}[due]
            assert least < before <= most
            assert called >= most


def test_a_meeting_that_is_over_or_called_off_reminds_nobody() -> None:
    for state in MeetingState:
        meeting = convened(STARTS - timedelta(days=3))
        meeting.state = state
        due = due_reminder(meeting, STARTS - timedelta(minutes=30))
        awaited = state in (MeetingState.CONVENED, MeetingState.ADJOURNED)
        assert due == ("hour" if awaited else None)
