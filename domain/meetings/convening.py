"""A meeting before it is opened: convened, answered, changed, postponed, cancelled (п. 3.2 of the Положение).

Every function either changes the meeting and returns the `Act` for the audit log, or raises a `Refusal`
and changes nothing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.meetings.attendance import Attendance
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import Answer, MeetingState
from domain.meetings.programme import Programme, changes
from domain.office.act import Act, text_hash
from domain.office.refusal import Already, Refusal
from domain.people.roster import Duties


def convene(meeting: Meeting, duties: Duties, number: int, now: datetime) -> Act:
    """The draft becomes a convened meeting with its number in the year (п. 3.2).

    Whoever convenes it chairs it, and so takes part (п. 4.3).
    """
    meeting.expect(MeetingState.DRAFT)
    starts_at = meeting.starts_at
    if starts_at is None:
        raise Refusal("no-date")
    if starts_at <= now:
        raise Refusal("date-is-past", moment=starts_at)
    if not meeting.agenda:
        raise Refusal("no-agenda")
    if not meeting.participants:
        raise Refusal("no-participants")
    meeting.participants = sorted({*meeting.participants, duties.seat})
    meeting.state, meeting.number, meeting.convened_by = MeetingState.CONVENED, number, duties
    meeting.year, meeting.guests_came = starts_at.year, []
    meeting.called_at, meeting.announced = now, meeting.programme()
    return meeting.act(
        "convened",
        number=number,
        starts_at=starts_at.isoformat(),
        established=meeting.established,
        participants=list(meeting.participants),
        items=[[item.number, text_hash(item.question)] for item in meeting.agenda],
        **({"prepared_by": meeting.prepared_by} if meeting.prepared_by is not None else {}),
    )


def discard(meeting: Meeting) -> Act:
    """A draft is thrown away."""
    meeting.expect(MeetingState.DRAFT)
    meeting.state = MeetingState.DISCARDED
    return meeting.act("discarded")


def changed_since(meeting: Meeting, before: Programme) -> Act | None:
    """The entry for edits made until opening (п. 3.2); None when they changed nothing."""
    meeting.expect_editable()
    now = meeting.programme()
    if meeting.state is MeetingState.CONVENED and not (now.questions and now.participants):
        raise Refusal("no-participants" if now.questions else "no-agenda")
    words = {question.key: question for question in now.questions}
    found = [
        [change.kind.value, change.key, text_hash(repr(words.get(change.key) or change.seats))]
        for change in changes(before, now)
    ]
    return meeting.act("changed", changes=found) if found else None


def announce(meeting: Meeting, now: datetime) -> Act:
    """Members are told all that has changed since the last notice, at once."""
    meeting.expect(MeetingState.CONVENED)
    count = len(meeting.untold())
    if not count:
        raise Refusal("nothing-to-announce")
    meeting.called_at, meeting.announced = now, meeting.programme()
    return meeting.act("changes-announced", changes=count, at=now.isoformat())


def postpone(
    meeting: Meeting,
    starts_at: datetime,
    duties: Duties,
    now: datetime,
    moved: int | None = None,
) -> Act:
    """The chair sets a new time (п. 3.2): members are called anew.

    Their answers no longer count, and who had checked in for the former time is there no more. `moved` is
    the number in the year of the new time where that is another: a year's meetings share no number.
    """
    meeting.expect(MeetingState.CONVENED)
    if starts_at <= now:
        raise Refusal("date-is-past", moment=starts_at)
    if starts_at == meeting.starts_at:
        raise Refusal("same-moment", moment=starts_at)
    before, meeting.starts_at = meeting.starts_at, starts_at
    if moved is not None:
        meeting.year, meeting.number = starts_at.year, moved
    meeting.answers, meeting.reasons, meeting.attendance = {}, {}, Attendance()
    meeting.guests_came, meeting.guest_answers = [], {}
    meeting.visitors = [replace(one, came=False) for one in meeting.visitors]
    meeting.called_at, meeting.announced = now, meeting.programme()
    meeting.edition += 1
    return meeting.act(
        "postponed",
        chair=duties.seat,
        acting=duties.acting,
        before=before.isoformat() if before else None,
        starts_at=starts_at.isoformat(),
        **({"number": moved} if moved is not None else {}),
    )


def cancel(meeting: Meeting, reason: str, duties: Duties) -> Act:
    """The chair calls the meeting off, with a reason (п. 3.2); its number stays taken."""
    meeting.expect(MeetingState.CONVENED)
    meeting.state, meeting.cancel_reason = MeetingState.CANCELLED, reason
    meeting.edition += 1
    return meeting.act("cancelled", chair=duties.seat, acting=duties.acting, reason=text_hash(reason))


def answer(meeting: Meeting, seat: int, answer: Answer) -> Act:
    """A participant says whether they will come, or come to its going on; the last word counts."""
    meeting.expect(MeetingState.CONVENED, MeetingState.ADJOURNED)
    if seat not in meeting.participants:
        raise Refusal("not-chosen")
    if meeting.answers.get(seat) is answer:
        raise Already("same-answer", answer=answer.value)
    meeting.answers[seat] = answer
    meeting.reasons.pop(seat, None)
    return meeting.act("answered", seat=seat, answer=answer.value)


def lacks_reason(meeting: Meeting, seat: int) -> bool:
    """Whether a participant has said that they cannot come, and not why."""
    return meeting.answers.get(seat) is Answer.NOT_COMING and seat not in meeting.reasons


def give_reason(meeting: Meeting, seat: int, reason: str) -> Act:
    """Why a participant cannot come; said after «Не смогу»."""
    meeting.expect(MeetingState.CONVENED, MeetingState.ADJOURNED)
    if meeting.answers.get(seat) is not Answer.NOT_COMING:
        raise Refusal("reason-without-answer")
    meeting.reasons[seat] = reason
    return meeting.act("reason-given", seat=seat, reason=text_hash(reason))
