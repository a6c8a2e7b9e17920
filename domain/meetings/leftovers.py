"""Questions that a meeting has left undecided, carried over into the agenda of another (п. 3.2)."""

from __future__ import annotations

from dataclasses import replace

from domain.meetings.agenda import AgendaItem, Removal
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.office.act import Act
from domain.office.refusal import Refusal

_OVER = (MeetingState.CLOSED, MeetingState.NOT_HELD)


def left_over(meeting: Meeting) -> list[AgendaItem]:
    """Undecided questions of a meeting that is over: not taken off, not carried over yet."""
    if meeting.state not in _OVER:
        return []
    return [
        item
        for item in meeting.agenda
        if not item.decided and item.removal is not Removal.DROPPED and item.moved_to is None
    ]


def carry_over(source: Meeting, target: Meeting) -> tuple[Act, list[tuple[AgendaItem, AgendaItem]]]:
    """Put what is left over at the end of the target's agenda; the act, and each item with its new one."""
    items = left_over(source)
    if not items:
        raise Refusal("nothing-left-over", number=source.number or 0)
    target.expect_editable()
    moved = []
    for item in items:
        new = target.agenda.add(
            replace(
                item,
                votes=[],
                amendments=[],
                hearings=[],
                added_at=None,
                removal=None,
                removed_at=None,
                executor_units=list(item.executor_units),
                executor_seats=list(item.executor_seats),
                points=[one for place, one in enumerate(item.points, 1) if place not in item.outcomes],
                repeated=0,
                reopened="",
            )
        )
        item.moved_to = target.id
        moved.append((item, new))
    numbers = [[item.number, new.key] for item, new in moved]
    return Act("meeting-carried-over", source.entity, {"to": target.id, "items": numbers}), moved
