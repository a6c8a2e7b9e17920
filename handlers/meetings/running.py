"""What an open meeting deals with now: the beginning of its card, and what is tapped there."""

from __future__ import annotations

from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from handlers.chat.parts import Rows
from handlers.chat.view import View
from handlers.meetings.vote_card import ballot_rows, draft_lines, heading, vote_lines


async def current_question(view: View, meeting: Meeting) -> list[str]:
    """The vote that goes on, the question being heard, or the last result; empty before the first."""
    if meeting.state is not MeetingState.OPEN:
        return []
    if meeting.voting_item() is None and (heard := meeting.agenda.heard()) is not None:
        return _heard(view, meeting, heard)
    item = _voted(meeting)
    return await vote_lines(view, meeting, item, item.votes[-1]) if item is not None else []


def voting_rows(view: View, meeting: Meeting, *, chairs: bool) -> Rows:
    """The buttons of the vote in the group and for the members present; closed ones do nothing.

    For the chair, once it is closed, the next step stands in their place.
    """
    item = _voted(meeting)
    if meeting.state is not MeetingState.OPEN or item is None:
        return []
    if not view.in_group and (view.seat is None or not meeting.is_present(view.seat)):
        return []
    closed = item.open_vote is None
    if closed and (chairs or meeting.agenda.heard() is not None):
        return []
    return ballot_rows(view, meeting, item, item.votes[-1])


def _voted(meeting: Meeting) -> AgendaItem | None:
    return meeting.voting_item() or meeting.agenda.last_voted()


def _heard(view: View, meeting: Meeting, item: AgendaItem) -> list[str]:
    speaker = view.called(item.speaker_seat) if item.speaker_seat else item.speaker
    return [
        heading(view, meeting, item),
        *draft_lines(view, item, item.motion),
        view.texts("meeting-hears", speaker=speaker or "none", moment=item.heard_since),
    ]
