"""What the chair does with an open meeting's questions and time: п. 3.2, 4.3 of the Положение.

Every function either changes the meeting and returns the `Act` for the audit log, or raises a `Refusal`
and changes nothing.
"""

from __future__ import annotations

from datetime import date, datetime

from domain.meetings.agenda import AgendaItem, Removal
from domain.meetings.meeting import Break, Meeting
from domain.meetings.preparation import MeetingState
from domain.meetings.voting import Point
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


def _worded(meeting: Meeting, number: int, duties: Duties) -> AgendaItem:
    """An item whose words, executors and points may still change: nothing of it is voted on yet."""
    item = meeting.floor_item(number, duties)
    item.expect_points_not_begun()
    return item


def amend(meeting: Meeting, number: int, draft: str, duties: Duties, now: datetime) -> Act:
    """The chair words the draft decision anew before the vote; the former wording is kept."""
    former = text_hash(_worded(meeting, number, duties).amend(draft, duties, now).former)
    return meeting.act("item-amended", item=number, at=now.isoformat(), draft=text_hash(draft), was=former)


def lengthen(meeting: Meeting, number: int, words: str, duties: Duties, now: datetime) -> Act:
    """The rest of a draft decision that is longer than a message."""
    item = _worded(meeting, number, duties)
    item.lengthen(words)
    return meeting.act(
        "item-amended", item=number, at=now.isoformat(), draft=text_hash(item.draft_decision), longer=True
    )


def bring_in(meeting: Meeting, item: AgendaItem, duties: Duties, now: datetime) -> Act:
    """The chair brings a question in while the meeting goes on (п. 3.2); it is the last one."""
    meeting.expect_open(duties)
    meeting.agenda.add(item)
    item.added_at = now
    return meeting.act("item-added", item=item.number, at=now.isoformat(), question=text_hash(item.question))


def set_executors(
    meeting: Meeting, number: int, units: list[str], seats: list[int], duties: Duties, now: datetime
) -> Act:
    """The chair sets or changes who executes the decision, until voting begins (п. 4.6)."""
    item = _worded(meeting, number, duties)
    item.executor_units, item.executor_seats = units, seats
    return meeting.act("item-executors", item=number, at=now.isoformat(), units=units, seats=seats)


def set_due(
    meeting: Meeting, number: int, due: date | None, duties: Duties, now: datetime, profile: OfficeProfile
) -> Act:
    """The chair sets or changes the last day of execution, until voting begins (п. 4.6)."""
    item = _worded(meeting, number, duties)
    today = now.astimezone(profile.time_zone).date()
    if due is not None and due < today:
        raise Refusal("due-before-meeting", due=due, day=today)
    item.due = due
    return meeting.act("item-due", item=number, at=now.isoformat(), due=due.isoformat() if due else None)


def set_points(meeting: Meeting, number: int, points: list[Point], duties: Duties, now: datetime) -> Act:
    """The chair sets the points of the decision, until voting begins; together or one by one (п. 4.6)."""
    _worded(meeting, number, duties).points = points
    words = [text_hash(repr(point)) for point in points]
    return meeting.act("item-points", item=number, at=now.isoformat(), points=words)


def put_again(meeting: Meeting, number: int, reason: str, duties: Duties, now: datetime) -> Act:
    """The chair puts a decided question again, with a reason; both votes stay in the record (п. 4.6)."""
    meeting.expect_open(duties)
    meeting.agenda.expect_no_vote()
    meeting.item(number).put_again(reason)
    return meeting.act("item-reopened", item=number, at=now.isoformat(), reason=text_hash(reason))


def take_off(meeting: Meeting, number: int, removal: Removal, duties: Duties, now: datetime) -> Act:
    """The chair takes a question off the agenda, or leaves it to the next meeting (п. 3.2)."""
    item = meeting.floor_item(number, duties)
    if item.decided:
        raise Refusal("item-decided", item=number)
    item.expect_points_not_begun()
    item.remove(removal, now)
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
