"""Guests of a meeting, with an account or without, and who of them came (п. 4.5 of the Положение).

Every function either changes the meeting and returns the `Act` for the audit log, or raises a `Refusal`
and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from domain.meetings.agenda import AgendaItem
from domain.meetings.attendance import Visitor
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MEETING_AHEAD, Answer, MeetingState
from domain.office.act import Act, text_hash
from domain.office.profile import OfficeProfile
from domain.office.refusal import Already, Refusal
from domain.people.recognition import is_named
from domain.people.roster import Roster

_MOST = 30


def invite(meeting: Meeting, name: str, position: str) -> Act:
    """A guest who has no account: named when convening or in the room."""
    meeting.expect(MeetingState.DRAFT, *MEETING_AHEAD)
    if len(meeting.visitors) >= _MOST:
        raise Refusal("too-many-guests", most=_MOST)
    if any(one.name == name for one in meeting.visitors):
        raise Refusal("guest-named-already", name=name)
    key = max((one.key for one in meeting.visitors), default=0) + 1
    meeting.visitors.append(Visitor(key, name, position))
    return meeting.act("visitor-invited", visitor=key, name=text_hash(name))


def withdraw(meeting: Meeting, key: int) -> Act:
    """A guest without an account is not invited after all; until the opening."""
    meeting.expect_editable()
    meeting.visitors.remove(_visitor(meeting, key))
    return meeting.act("visitor-withdrawn", visitor=key)


def mark_visitor(meeting: Meeting, key: int, now: datetime, profile: OfficeProfile) -> Act:
    """The chair marks a guest without an account as come, or takes the mark back."""
    _expect_gathering(meeting, now, profile)
    visitor = _visitor(meeting, key)
    marked = replace(visitor, came=not visitor.came)
    meeting.visitors[meeting.visitors.index(visitor)] = marked
    return meeting.act("visitor-marked", visitor=key, came=marked.came, at=now.isoformat())


def mark_guest(meeting: Meeting, account: int, now: datetime, profile: OfficeProfile) -> Act:
    """The same for a guest with an account."""
    _expect_gathering(meeting, now, profile)
    if account not in meeting.guests:
        raise Refusal("no-such-guest")
    meeting.guests_came = sorted({*came(meeting)[0]} ^ {account})
    here = account in meeting.guests_came
    return meeting.act("guest-marked", user=account, came=here, at=now.isoformat())


def answer(meeting: Meeting, account: int, answer: Answer) -> Act:
    """A guest with an account says whether they will come; the last word counts."""
    meeting.expect(MeetingState.CONVENED, MeetingState.ADJOURNED)
    if account not in meeting.guests:
        raise Refusal("no-such-guest")
    if meeting.guest_answers.get(account) is answer:
        raise Already("same-answer", answer=answer.value)
    meeting.guest_answers[account] = answer
    return meeting.act("answered", user=account, answer=answer.value)


def came(meeting: Meeting) -> tuple[list[int], list[Visitor]]:
    """Accounts and visitors who were there: only they are printed.

    In a meeting convened before marks were kept, all whose accounts were invited.
    """
    accounts = meeting.guests if meeting.guests_came is None else meeting.guests_came
    return list(accounts), [one for one in meeting.visitors if one.came]


def mark_speaker(
    meeting: Meeting, number: int, name: str, position: str, now: datetime, profile: OfficeProfile
) -> list[Act]:
    """The chair marks whoever was typed as a question's speaker, neither member nor guest so far, as come."""
    _expect_gathering(meeting, now, profile)
    if meeting.item(number).speaker_seat is not None:
        raise Refusal("no-such-guest")
    invited = invite(meeting, name, position)
    return [invited, mark_visitor(meeting, meeting.visitors[-1].key, now, profile)]


def is_here(meeting: Meeting, roster: Roster, speaker: str, members: Iterable[str]) -> bool:
    """Whether a speaker who was typed is a guest marked as come, or one of these members."""
    accounts, visitors = came(meeting)
    known = [one.name for one in roster.guests() if one.user_id in accounts]
    return is_named(speaker, [*known, *(one.name for one in visitors), *members])


def strangers(meeting: Meeting, roster: Roster) -> list[AgendaItem]:
    """Questions whose speaker was typed and is neither a member nor a guest whom the chair could mark."""
    guests = [one.name for one in roster.guests() if one.user_id in meeting.guests]
    known = [*guests, *(one.name for one in meeting.visitors), *(one.name for one in roster.holders)]
    typed = {item.speaker: item for item in reversed(meeting.agenda.items) if item.speaker_seat is None}
    return [item for name, item in reversed(typed.items()) if name and not is_named(name, known)]


def _visitor(meeting: Meeting, key: int) -> Visitor:
    for visitor in meeting.visitors:
        if visitor.key == key:
            return visitor
    raise Refusal("no-such-guest")


def _expect_gathering(meeting: Meeting, now: datetime, profile: OfficeProfile) -> None:
    meeting.expect(*MEETING_AHEAD)
    opens = meeting.check_in_opens(profile)
    if opens is not None and now < opens:
        raise Refusal("too-early-to-check-in", moment=opens)
