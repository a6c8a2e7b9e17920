"""Who took part in meetings and how: figures by member for the head (п. 4.4.1)."""

from __future__ import annotations

from dataclasses import dataclass

from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.meetings.voting import Choice, Outcome


@dataclass(frozen=True, slots=True)
class Participation:
    """One person in one meeting; `holder` is their id, where it is known.

    `votes_held` are votes not void that closed while they were present.
    """

    seat: int
    holder: int | None
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
    """What each person did in a meeting that was held or could not be: those invited, and those who came.

    Who was invited and never came is known by the seat alone.
    """
    seats = sorted({*meeting.participants, *meeting.attendance.stays})
    return [_participation(meeting, seat, holder) for seat in seats for holder in _who_came(meeting, seat)]


def _who_came(meeting: Meeting, seat: int) -> list[int | None]:
    """Everyone who checked in for the seat, in order; None where nobody did, or nobody knows who."""
    stays = meeting.attendance.stays.get(seat, [])
    return list(dict.fromkeys(stay.holder for stay in stays)) or [None]


def _participation(meeting: Meeting, seat: int, holder: int | None) -> Participation:
    opened = meeting.opened_at
    if meeting.state is MeetingState.NOT_HELD or opened is None:
        present, late = meeting.is_present(seat) and meeting.attendance.who(seat) == holder, False
    else:
        during = [stay for stay in meeting.stays(seat) if stay.holder == holder]
        present = bool(during)
        late = present and any(
            since < during[0].came_at <= (until or during[0].came_at) for since, until in meeting.sittings()
        )
    held = [
        vote
        for item in meeting.agenda
        for vote in item.votes
        if vote.result is not None
        and vote.result.outcome is not Outcome.VOID
        and seat in vote.present
        and vote.holders.get(seat) == holder
    ]
    ballots = [vote.ballots[seat] for vote in held if seat in vote.ballots]
    return Participation(
        seat=seat,
        holder=holder,
        invited=seat in meeting.participants,
        present=present,
        late=late,
        votes_held=len(held),
        voted=len(ballots),
        abstained=sum(ballot.choice is Choice.ABSTAIN for ballot in ballots),
        aloud=sum(ballot.aloud for ballot in ballots),
    )
