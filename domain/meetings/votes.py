"""Votes on the questions of an open meeting: put, given, taken aloud, closed (п. 4.6 of the Положение).

Every function either changes the meeting and returns the `Act` for the audit log, or raises a `Refusal`
and changes nothing.
"""

from __future__ import annotations

from datetime import datetime

from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.meetings.voting import Choice, Vote
from domain.office.act import Act
from domain.office.profile import OfficeProfile
from domain.office.refusal import Refusal
from domain.people.roster import Duties


def open_vote(
    meeting: Meeting,
    number: int,
    duties: Duties,
    now: datetime,
    profile: OfficeProfile,
    *,
    by_points: bool = False,
) -> Act:
    """The chair puts an item to the vote; checked for a quorum anew (п. 4.3.1).

    As a whole, or the next of its points by itself: begun so, it is voted point by point to its end.
    """
    item = meeting.floor_item(number, duties)
    meeting.expect_no_break()
    if not item.draft_decision:
        raise Refusal("no-draft", item=number)
    point = item.next_point if by_points else 0
    if by_points and not point:
        raise Refusal("no-points", item=number)
    if not by_points:
        item.expect_points_not_begun()
    meeting.require_quorum(profile)
    meeting.agenda.end_hearing(now)
    item.votes.append(
        Vote(opened_at=now, motion=item.motion, again=item.reopened, turn=item.repeated, point=point)
    )
    of_point = {"point": point} if point else {}
    return meeting.act(
        "vote-opened", item=number, round=len(item.votes), present=meeting.present(), **of_point
    )


def cast(
    meeting: Meeting, number: int, seat: int, choice: Choice, now: datetime, *, aloud: bool = False
) -> Act:
    """A member present votes, or changes the vote until it is closed (п. 4.6)."""
    item = meeting.item(number)
    vote = item.expect_open_vote()
    if not meeting.is_present(seat):
        raise Refusal("not-present" if seat in meeting.participants else "not-chosen")
    before = vote.cast(seat, choice, now, aloud=aloud)
    return meeting.act(
        "vote-cast",
        item=number,
        round=len(item.votes),
        seat=seat,
        choice=choice.value,
        aloud=aloud,
        before=before.value if before else None,
    )


def cast_aloud(
    meeting: Meeting, number: int, seat: int, choice: Choice, duties: Duties, now: datetime
) -> Act:
    """The chair records the vote of a member present who has no phone at hand (п. 4.6)."""
    meeting.expect_open(duties)
    if meeting.item(number).open_vote and not meeting.is_present(seat):
        raise Refusal("seat-not-present", seat=seat)
    return cast(meeting, number, seat, choice, now, aloud=True)


def close_vote(meeting: Meeting, number: int, duties: Duties, now: datetime, profile: OfficeProfile) -> Act:
    """The chair closes voting: the circle is who is present now, the casting vote is theirs (п. 4.6)."""
    meeting.expect(MeetingState.OPEN)
    item = meeting.item(number)
    vote = item.open_vote
    if vote is None:
        raise Refusal("vote-not-open", item=number)
    meeting.expect_chair_present(duties)
    return _closed(meeting, item, vote, duties, now, profile)


def lapse_vote(meeting: Meeting, now: datetime, profile: OfficeProfile) -> list[Act]:
    """The vote that nobody closed ends with nobody in the room, and so is void (п. 4.3.1)."""
    item = meeting.agenda.voted()
    if item is None or item.open_vote is None:
        return []
    return [_closed(meeting, item, item.open_vote, meeting.chairing.chairs[-1].duties, now, profile)]


def _closed(
    meeting: Meeting, item: AgendaItem, vote: Vote, duties: Duties, now: datetime, profile: OfficeProfile
) -> Act:
    vote.holders = {
        seat: holder for seat in meeting.present() if (holder := meeting.attendance.who(seat)) is not None
    }
    result = vote.close(meeting.present(), duties, meeting.established, profile.quorum, now)
    if vote.decided:
        item.conclude()
    return meeting.act_of_chair(
        "vote-closed",
        duties,
        now,
        item=item.number,
        round=len(item.votes),
        present=vote.present,
        votes={str(seat): ballot.choice.value for seat, ballot in sorted(vote.ballots.items())},
        outcome=result.outcome.value,
        ground=result.ground.value,
    )
