"""Separate opinions: a member who was present puts one beside the protocol, which stays as it is."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.meetings.meeting import Meeting
from domain.meetings.opinion import Opinion
from domain.meetings.preparation import MeetingState
from domain.office.act import Act, text_hash
from domain.office.profile import OfficeProfile
from domain.office.refusal import Refusal


def opinions_until(meeting: Meeting, profile: OfficeProfile) -> datetime | None:
    """Until when separate opinions are taken; None before the closing."""
    return meeting.closed_at and meeting.closed_at + timedelta(hours=profile.opinion_hours)


def expect_may_opine(
    meeting: Meeting, seat: int, holder: int | None, now: datetime, profile: OfficeProfile
) -> None:
    """A refusal unless this person may put a separate opinion on the record now; `holder` is their id."""
    meeting.expect(MeetingState.CLOSED)
    if not meeting.took_part(seat, holder):
        raise Refusal("opinion-of-absent")
    until = opinions_until(meeting, profile)
    if until is not None and now > until:
        raise Refusal("opinion-too-late", moment=until)


def expect_opinion(
    meeting: Meeting, seat: int, holder: int | None, item: int, now: datetime, profile: OfficeProfile
) -> None:
    """A refusal unless this person may opine on the item now; 0 is the whole meeting."""
    expect_may_opine(meeting, seat, holder, now, profile)
    if item and not meeting.item(item).decided:
        raise Refusal("opinion-without-decision", item=item)
    if any(
        (known.seat, known.item) == (seat, item) and known.holder in (None, holder)
        for known in meeting.opinions
    ):
        raise Refusal("opinion-attached", item=item)


def attach_opinion(meeting: Meeting, opinion: Opinion, profile: OfficeProfile) -> Act:
    """The member's opinion, as its files are at hand."""
    expect_opinion(meeting, opinion.seat, opinion.holder, opinion.item, opinion.at, profile)
    meeting.opinions.append(opinion)
    return meeting.act(
        "opinion-attached",
        seat=opinion.seat,
        item=opinion.item,
        at=opinion.at.isoformat(),
        text=text_hash(opinion.text),
        files=opinion.files,
    )
