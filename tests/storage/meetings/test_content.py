"""A meeting's document is read back, also one written when its parts lay side by side."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from bot.storage.meetings.content import read, written
from domain.meetings.agenda import Agenda, AgendaItem, Span
from domain.meetings.attendance import Attendance, Stay
from domain.meetings.chairing import Chaired, Chairing
from domain.meetings.meeting import Break, Meeting
from domain.meetings.opinion import Opinion
from domain.meetings.preparation import Answer, MeetingState
from domain.meetings.voting import Ballot, Choice, Vote
from domain.people.roster import Duties

AT = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
ACTING = Duties(2, acting=True)
MEETING = Meeting(
    id=7,
    established=9,
    state=MeetingState.OPEN,
    number=3,
    year=2026,
    starts_at=AT,
    place="каб. 12",
    participants=[1, 2, 3],
    answers={3: Answer.NOT_COMING},
    reasons={3: "отпуск"},
    convened_by=Duties(1, acting=False),
    agenda=Agenda(
        [
            AgendaItem(
                1,
                "Снег",
                key=4,
                hearings=[Span(AT, AT)],
                votes=[Vote(AT, {1: Ballot(Choice.FOR, AT, aloud=True)})],
            )
        ],
        last_key=5,
    ),
    attendance=Attendance({1: [Stay(AT, AT), Stay(AT, marked=True)], 2: [Stay(AT, remote=True)]}),
    chairing=Chairing(handed_over=True, chairs=[Chaired(ACTING, AT)]),
    breaks=[Break(AT, AT)],
    opinions=[Opinion(1, 0, "Против", AT)],
    opened_at=AT,
    opened_by=ACTING,
)


def test_what_is_written_is_read_back() -> None:
    assert read(written(MEETING)) == MEETING


def test_a_meeting_written_before_its_parts_stood_apart_is_read() -> None:
    kept = json.loads(written(MEETING))
    agenda, attendance, chairing = (kept.pop(part) for part in ("agenda", "attendance", "chairing"))
    old = {
        **kept,
        "agenda": agenda["items"],
        "last_key": agenda["last_key"],
        "attendance": attendance["stays"],
    }
    assert read(json.dumps({**old, **chairing})) == MEETING


def test_a_draft_of_the_first_program_is_read() -> None:
    old = '{"id": 1, "established": 9, "state": "draft", "agenda": [], "attendance": {}, "participants": [1]}'
    assert read(old) == Meeting(1, 9, participants=[1])
