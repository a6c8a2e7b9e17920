"""A meeting that goes on another day: interrupted by the chair, taken up again (п. 3.2, 4.3.1).

It stays one meeting with one protocol. Nobody is in the room in between: on the other day check-ins are
taken anew, quorum is judged anew, and only what is left of the agenda is dealt with. What was voted stays
with those who were there then.

Every function either changes the meeting and returns entries for the audit log, or raises a `Refusal` and
changes nothing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from domain.meetings import votes
from domain.meetings.meeting import Interruption, Meeting
from domain.meetings.preparation import MeetingState
from domain.office.act import Act
from domain.office.profile import OfficeProfile
from domain.office.refusal import Refusal
from domain.people.roster import Duties

_NOBODY_IS_THERE = timedelta(hours=8)  # nothing was done for so long, and another day has come


def adjourn(
    meeting: Meeting, until: datetime, duties: Duties, now: datetime, profile: OfficeProfile
) -> list[Act]:
    """The chair interrupts the meeting until a time on another day; or moves that time (п. 3.2)."""
    meeting.expect(MeetingState.OPEN, MeetingState.ADJOURNED)
    if meeting.state is MeetingState.OPEN:
        meeting.expect_chair_present(duties)
        meeting.agenda.expect_no_vote()
    if not any(item.pending for item in meeting.agenda):
        raise Refusal("nothing-left-to-adjourn")
    zone = profile.time_zone
    today = until.astimezone(zone).date() == now.astimezone(zone).date()
    if until <= now or (today and meeting.state is MeetingState.OPEN):
        raise Refusal("adjourn-to-another-day")
    if until == meeting.due_at:
        raise Refusal("same-moment", moment=until)
    acts = _break_off(meeting, now)
    _until(meeting, until, now)
    return [*acts, meeting.act_of_chair("adjourned", duties, now, until=until.isoformat())]


def _until(meeting: Meeting, until: datetime, now: datetime) -> None:
    """It goes on then, and everyone is called anew."""
    if meeting.state is MeetingState.OPEN:
        meeting.interruptions.append(Interruption(now, until, meeting.reasons))
    meeting.interruptions[-1].until = until
    meeting.state, meeting.called_at = MeetingState.ADJOURNED, now
    meeting.answers, meeting.reasons, meeting.guest_answers = {}, {}, {}
    meeting.edition += 1


def _break_off(meeting: Meeting, now: datetime) -> list[Act]:
    """Everyone leaves the room, whoever speaks has finished."""
    meeting.agenda.end_hearing(now)
    pause = meeting.on_break()
    if pause is not None:
        pause.ended_at = now
    return [meeting.check_out(seat, now) for seat in meeting.present()]


def lapse(meeting: Meeting, now: datetime, profile: OfficeProfile) -> list[Act]:
    """A meeting that was left open breaks off by itself, as of the last thing on its record.

    Check-ins are good for their day (п. 4.3.1). Who sits on past midnight is not disturbed: hours must have
    passed since anything was done. A vote that nobody has closed is void.
    """
    if meeting.state is not MeetingState.OPEN:
        return []
    at, zone = _last_on_record(meeting), profile.time_zone
    if now - at < _NOBODY_IS_THERE or at.astimezone(zone).date() == now.astimezone(zone).date():
        return []
    acts = [*_break_off(meeting, at), *votes.lapse_vote(meeting, at, profile)]
    _until(meeting, at, at)
    return [*acts, meeting.act("left-open", at=at.isoformat())]


def _last_on_record(meeting: Meeting) -> datetime:
    moments = [meeting.opened_at, *(one.resumed_at for one in meeting.interruptions)]
    moments += [one.since for one in meeting.chairing.chairs]
    for stay in (stay for stays in meeting.attendance.stays.values() for stay in stays):
        moments += [stay.came_at, stay.left_at]
    for pause in meeting.breaks:
        moments += [pause.since, pause.ended_at]
    for item in meeting.agenda:
        moments += [item.added_at, item.removed_at, *(one.at for one in item.amendments)]
        for span in item.hearings:
            moments += [span.since, span.until]
        for vote in item.votes:
            moments += [vote.opened_at, vote.closed_at, *(one.at for one in vote.ballots.values())]
    return max(moment for moment in moments if moment is not None)


def go_on(meeting: Meeting, duties: Duties, now: datetime, profile: OfficeProfile) -> list[Act]:
    """The chair takes the meeting up again, on the day named, with a quorum only (п. 4.3.1)."""
    meeting.expect(MeetingState.ADJOURNED)
    meeting.expect_ready(duties, now, profile)
    meeting.interruptions[-1] = replace(meeting.interruptions[-1], resumed_at=now)
    meeting.state = MeetingState.OPEN
    went_on = meeting.act_of_chair("went-on", duties, now, present=meeting.present())
    if not meeting.chairing.note(duties, now):
        return [went_on]
    return [went_on, meeting.act_of_chair("chair-changed", duties, now)]
