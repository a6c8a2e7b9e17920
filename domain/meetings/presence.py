"""Who may be in the room and who chairs there, as the composition stands: п. 3.1, 4.3, 4.3.1.

Presence, answers and the chair are a person's, not a seat's. Whoever's term has ended, and whoever is absent
on record, is not there from that moment. Whoever chairs goes on while in the room; after them the other of
the two whom the decree names; while neither is there, the meeting stands in a break.

Every function either changes the meeting and returns entries for the audit log, or raises a `Refusal` and
changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from domain.meetings import adjourning
from domain.meetings.agenda import AgendaItem
from domain.meetings.guests import is_here
from domain.meetings.meeting import Break, Meeting
from domain.meetings.preparation import MEETING_AHEAD, MeetingState
from domain.office.act import Act
from domain.office.refusal import Refusal
from domain.people.roster import Roster


def come(
    meeting: Meeting, roster: Roster, seat: int, now: datetime, *, remote: bool = False, marked: bool = False
) -> list[Act]:
    """The seat's holder is present from now; a refusal for who is absent on record (п. 4.3)."""
    holder, absence = roster.holder(seat), roster.absence(seat)
    if holder is None:
        raise Refusal("seat-is-vacant", seat=seat)
    if absence is not None:
        raise Refusal("absent-not-present", seat=seat, until=absence.last)
    came = meeting.check_in(seat, now, roster.profile, remote=remote, marked=marked, holder=holder.id)
    return [came, *follow(meeting, roster, now)]


def expect_not_elsewhere(meeting: Meeting, others: Iterable[Meeting], seats: Iterable[int]) -> None:
    """A refusal while any of these members is at another meeting that goes on: nobody sits at two at once."""
    for other in others:
        both = [seat for seat in seats if other.is_present(seat)]
        if other.id != meeting.id and other.state is MeetingState.OPEN and both:
            raise Refusal("at-another-meeting", seats=both, number=other.number or 0)


def leave(meeting: Meeting, roster: Roster, seat: int, now: datetime, *, marked: bool = False) -> list[Act]:
    """The seat's holder leaves, or is `marked` as gone; a vote that is still open is taken back (п. 4.6)."""
    return [meeting.check_out(seat, now, marked=marked), *follow(meeting, roster, now)]


def follow(meeting: Meeting, roster: Roster, now: datetime) -> list[Act]:
    """What has changed for a meeting with the composition, or with who is in the room; nothing twice."""
    if meeting.state not in MEETING_AHEAD:
        return []
    acts = adjourning.lapse(meeting, now, roster.profile)
    acts += [meeting.check_out(seat, now) for seat in _gone(meeting, roster)]
    acts += _chair(meeting, roster, now)
    return acts


def answers_end(meeting: Meeting, seat: int) -> None:
    """The holder's term has ended: whoever comes after them has not answered the notice yet."""
    if meeting.state in (MeetingState.CONVENED, MeetingState.ADJOURNED):
        meeting.answers.pop(seat, None)
        meeting.reasons.pop(seat, None)


def absent_speakers(meeting: Meeting, roster: Roster) -> list[AgendaItem]:
    """Questions still to be dealt with whose speaker, a member or whoever was typed, is not here."""
    members = [one.name for one in roster.holders if meeting.is_present(one.seat)]
    return [
        item
        for item in meeting.agenda
        if item.pending
        and (
            not meeting.is_present(item.speaker_seat)
            if item.speaker_seat
            else bool(item.speaker) and not is_here(meeting, roster, item.speaker, members)
        )
    ]


def without_chair(meeting: Meeting, roster: Roster) -> bool:
    """Whether a meeting goes on and neither of those who may chair it is in the room."""
    duties = meeting.chair(roster)
    return meeting.state is MeetingState.OPEN and (duties is None or not meeting.is_present(duties.seat))


def _gone(meeting: Meeting, roster: Roster) -> list[int]:
    """Seats of those who are checked in and may not be: their term has ended, or they are absent."""
    return [seat for seat in meeting.present() if not _may_be_there(meeting, roster, seat)]


def _may_be_there(meeting: Meeting, roster: Roster, seat: int) -> bool:
    holder, came = roster.holder(seat), meeting.attendance.who(seat)
    same = holder is not None and came in (None, holder.id)
    return same and roster.absence(seat) is None


def _chair(meeting: Meeting, roster: Roster, now: datetime) -> list[Act]:
    """Who chairs a meeting that goes on, after someone came, left or was replaced."""
    if meeting.state is not MeetingState.OPEN:
        return []
    profile = roster.profile
    # Meetings opened by the first programs keep no chair.
    chaired = [one.duties.seat for one in meeting.chairing.chairs[-1:]]
    named = dict.fromkeys((*chaired, profile.head_seat, profile.acting_seat))
    there = [seat for seat in named if roster.available(seat) and meeting.is_present(seat)]
    pause = meeting.on_break()
    if not there:
        if pause is not None:
            return []
        meeting.agenda.end_hearing(now)
        meeting.breaks.append(Break(now, None))
        return [meeting.act("left-without-chair", at=now.isoformat())]
    meeting.chairing.handed_over = there[0] == profile.acting_seat
    acts = [meeting.follow_chair(roster, now)]
    if pause is not None and pause.until is None:
        pause.ended_at = now
        acts.append(meeting.act("chair-is-back", at=now.isoformat()))
    return [act for act in acts if act is not None]
