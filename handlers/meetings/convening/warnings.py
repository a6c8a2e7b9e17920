"""Warnings on the preview of a meeting: nothing is forbidden, nothing happens unseen (п. 3.2, 4.3)."""

from __future__ import annotations

from datetime import datetime

from domain.meetings.clashes import absence_then, at_night, clashing, same_place
from domain.meetings.guests import strangers
from domain.meetings.meeting import Meeting
from domain.office.wording import clipped
from handlers.chat.view import View


async def warnings(view: View, meeting: Meeting) -> list[str]:
    """A speaker whom nobody knows, a time at night, a clash with another meeting, the head's own absence."""
    unknown = ", ".join(f"«{clipped(item.speaker, 60)}»" for item in strangers(meeting, view.roster))
    lines = [view.texts("warn-strangers", names=unknown)] if unknown else []
    lines += await of_the_time(view, meeting, meeting.starts_at) if meeting.starts_at else []
    return ["", *lines] if lines else []


async def of_the_time(view: View, meeting: Meeting, starts: datetime) -> list[str]:
    """What is to be known of a moment at which the meeting is to begin, or to go on."""
    profile = view.office.profile
    lines = [view.texts("warn-night", moment=starts)] if at_night(starts, profile.time_zone) else []
    for other in clashing(meeting, starts, await view.uow.meetings.current()):
        lines.append(_clash(view, meeting, other))
    head = profile.head_seat
    absence = absence_then(view.roster, head, starts)
    if absence is not None:
        acting = absence_then(view.roster, profile.acting_seat, starts) is None
        lines.append(
            view.texts(
                "warn-absence",
                head=view.called(head),
                until=absence.last,
                acting=view.called(profile.acting_seat) if acting else "none",
            )
        )
    return lines


def _clash(view: View, meeting: Meeting, other: Meeting) -> str:
    both = set(other.participants) & set(meeting.participants)
    return view.texts(
        "warn-clash",
        number=other.number or 0,
        moment=other.due_at or view.now,
        place="yes" if same_place(meeting, other) else "no",
        people=view.surnames(both) if both else "none",
    )
