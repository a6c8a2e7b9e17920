"""Who took part in meetings and how: figures by member for the head (п. 4.4.1)."""

from __future__ import annotations

from dataclasses import dataclass

from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.meetings.voting import Choice, Outcome


@dataclass(frozen=True, slots=True)
class Participation:
    """One seat in one meeting. `votes_held` are votes not void that closed while it was present."""

    seat: int
    invited: bool
    present: bool
    late: bool
    votes_held: int
    voted: int
    abstained: int
    aloud: int


@dataclass(frozen=True, slots=True)
class MemberFigures:
    """One holder over a period; `name` as it was then."""

    seat: int
    name: str
    invited: int
    present: int
    late: int
    votes_held: int
    voted: int
    abstained: int
    aloud: int


def participations(meeting: Meeting) -> list[Participation]:
    """What each seat did in a meeting that was held or could not be: those invited, and those who came."""
    seats = sorted({*meeting.participants, *meeting.attendance.stays})
    return [_participation(meeting, seat) for seat in seats]


def _participation(meeting: Meeting, seat: int) -> Participation:
    opened = meeting.opened_at
    if meeting.state is MeetingState.NOT_HELD or opened is None:
        present, late = meeting.is_present(seat), False
    else:
        during = meeting.attendance.during(seat, opened)
        present = bool(during)
        late = present and during[0].came_at > opened
    held = [
        vote
        for item in meeting.agenda
        for vote in item.votes
        if vote.result is not None and vote.result.outcome is not Outcome.VOID and seat in vote.present
    ]
    ballots = [vote.ballots[seat] for vote in held if seat in vote.ballots]
    return Participation(
        seat=seat,
        invited=seat in meeting.participants,
        present=present,
        late=late,
        votes_held=len(held),
        voted=len(ballots),
        abstained=sum(ballot.choice is Choice.ABSTAIN for ballot in ballots),
        aloud=sum(ballot.aloud for ballot in ballots),
    )
