"""Remarks of members on draft decisions, from the notice of a meeting until it opens (п. 4.4.2).

They stay with the meeting and with who made them. The chair may change the words by them; no paper has them.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.meetings.remark import Remark
from domain.office.act import Act, text_hash
from domain.office.refusal import Refusal

LONGEST = 1000
_MOST = 5


def expect_remark(meeting: Meeting, key: int, holder: int | None) -> AgendaItem:
    """The question on whose draft this person may remark now; a refusal otherwise."""
    meeting.expect(MeetingState.CONVENED)
    item = next((one for one in meeting.agenda if one.key == key), None)
    if item is None:
        raise Refusal("card-outdated")
    if not item.draft_decision:
        raise Refusal("remark-without-draft", item=item.number)
    if sum((one.key, one.holder) == (key, holder) for one in meeting.remarks) >= _MOST:
        raise Refusal("remarks-enough", item=item.number, limit=_MOST)
    return item


def remark(meeting: Meeting, made: Remark) -> Act:
    """A member's remark on the draft of a question."""
    item = expect_remark(meeting, made.key, made.holder)
    meeting.remarks.append(made)
    return meeting.act(
        "remark-made", seat=made.seat, item=item.number, at=made.at.isoformat(), text=text_hash(made.text)
    )


def remarks_on(meeting: Meeting, item: AgendaItem) -> Sequence[Remark]:
    """All remarks on a question, the earliest first."""
    return [one for one in meeting.remarks if one.key == item.key]


def remarks_seen(
    meeting: Meeting, item: AgendaItem, seat: int, holder: int | None, *, chairs: bool
) -> Sequence[Remark]:
    """What this person sees of them: who chairs and who speaks all, everyone else their own."""
    found = remarks_on(meeting, item)
    return found if chairs or item.speaker_seat == seat else [one for one in found if one.holder == holder]
