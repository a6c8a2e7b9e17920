"""What the chair does with an open meeting's questions and time: п. 3.2, 4.3 of the Положение.

Every function either changes the meeting and returns the `Act` for the audit log, or raises a `Refusal`
and changes nothing.
"""

from __future__ import annotations

from datetime import datetime

from domain.meetings.agenda import AgendaItem, Removal
from domain.meetings.meeting import Break, Meeting
from domain.meetings.preparation import MeetingState
from domain.office.act import Act, text_hash
from domain.office.profile import OfficeProfile
from domain.office.refusal import Refusal
from domain.people.roster import Duties


def hear(meeting: Meeting, number: int, duties: Duties, now: datetime) -> Act:
    """The chair brings an item up and gives its speaker the floor; who spoke before has finished."""
    item = meeting.floor_item(number, duties)
    meeting.expect_no_break()
    meeting.agenda.hear(item, now)
    return meeting.act("item-heard", item=number, at=now.isoformat())


def amend(meeting: Meeting, number: int, draft: str, duties: Duties, now: datetime) -> Act:
    """The chair words the draft decision anew before the vote; the former wording is kept."""
    former = text_hash(meeting.floor_item(number, duties).amend(draft, duties, now).former)
    return meeting.act("item-amended", item=number, at=now.isoformat(), draft=text_hash(draft), was=former)


def bring_in(meeting: Meeting, item: AgendaItem, duties: Duties, now: datetime) -> Act:
    """The chair brings a question in while the meeting goes on (п. 3.2); it is the last one."""
    meeting.expect_open(duties)
    meeting.agenda.add(item)
    item.added_at = now
    return meeting.act("item-added", item=item.number, at=now.isoformat(), question=text_hash(item.question))


def take_off(meeting: Meeting, number: int, removal: Removal, duties: Duties, now: datetime) -> Act:
    """The chair takes a question off the agenda, or leaves it to the next meeting (п. 3.2)."""
    meeting.floor_item(number, duties).remove(removal, now)
    return meeting.act(f"item-{removal.value}", item=number, at=now.isoformat())


def announce_break(meeting: Meeting, until: datetime, duties: Duties, now: datetime) -> Act:
    """The chair announces a break; nothing is heard or put to the vote until the chair resumes."""
    meeting.expect_open(duties)
    meeting.agenda.expect_no_vote()
    meeting.expect_no_break()
    if until <= now:
        raise Refusal("break-is-past")
    meeting.agenda.end_hearing(now)
    meeting.breaks.append(Break(now, until))
    return meeting.act("break-announced", at=now.isoformat(), until=until.isoformat())


def resume(meeting: Meeting, duties: Duties, now: datetime, profile: OfficeProfile) -> Act:
    """The chair ends the break; checked for a quorum anew (п. 4.3.1)."""
    meeting.expect(MeetingState.OPEN)
    pause = meeting.on_break()
    if pause is None:
        raise Refusal("no-break")
    meeting.expect_chair_present(duties)
    meeting.require_quorum(profile)
    pause.ended_at = now
    return meeting.act("break-ended", at=now.isoformat(), present=meeting.present())
