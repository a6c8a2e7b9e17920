"""What a meeting that is over has left undecided, and where it can go."""

from __future__ import annotations

from domain.meetings.leftovers import left_over
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.office.outbox import Button
from handlers.chat.parts import Rows, button
from handlers.chat.view import View
from handlers.meetings.taps import tap

_MOST_MEETINGS = 5


async def page(view: View, meeting: Meeting) -> tuple[list[str], Rows]:
    """For whoever performs the head's duties: the questions, then the meetings to choose from."""
    items = left_over(meeting)
    numbers = ", ".join(str(item.number) for item in items)
    said = ["", view.texts("leftovers", items=numbers, count=len(items))]
    if view.card.content.get("page") != "carry":
        return said, [(button(view, "leftovers", tap(meeting, "leftovers")),)]
    convened = [one for one in await view.uow.meetings.ahead() if one.state is MeetingState.CONVENED]
    rows: Rows = [
        (
            Button(
                view.texts("button-carry-to", number=one.number or 0, moment=one.starts_at),
                tap(meeting, "carry", one.id),
            ),
        )
        for one in convened[:_MOST_MEETINGS]
    ]
    rows.append((button(view, "carry-to-draft", tap(meeting, "carry")),))
    return said, [*rows, (button(view, "back", tap(meeting, "back")),)]
