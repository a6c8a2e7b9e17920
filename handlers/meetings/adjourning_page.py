"""When an interrupted meeting may go on, on the chair's panel."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.meetings.meeting import Meeting
from domain.office.outbox import Button
from handlers.chat.parts import Rows, button
from handlers.chat.view import View
from handlers.meetings.convening.warnings import of_the_time
from handlers.meetings.taps import AdjournTap, MeetingTap

_OFFERED = 3


async def page(view: View, meeting: Meeting) -> tuple[list[str], Rows]:
    """When it may go on: the next working days at the same time; or the confirmation, with warnings."""
    until = view.card.content.get("until")
    cancel = (button(view, "cancel", MeetingTap(act="back", meeting=meeting.id).pack()),)
    if isinstance(until, str):
        moment = datetime.fromisoformat(until)
        confirm = button(view, "confirm", _tap(meeting, moment))
        asked = view.texts("confirm-adjourn", number=meeting.number or 0, until=moment)
        return ["", *await of_the_time(view, meeting, moment), asked], [(confirm, *cancel)]
    days = [
        (Button(view.texts("button-adjourn-to", moment=day), _tap(meeting, day)),)
        for day in _next_days(view, meeting)
    ]
    return ["", view.texts("panel-adjourn")], [*days, cancel]


def _next_days(view: View, meeting: Meeting) -> list[datetime]:
    """The next working days at the hour the meeting was due."""
    zone, calendar = view.office.profile.time_zone, view.office.calendar
    assert meeting.due_at is not None  # it was convened
    hour = meeting.due_at.astimezone(zone).timetz()
    found: list[datetime] = []
    day = view.today
    while len(found) < _OFFERED:
        day += timedelta(days=1)
        moment = datetime.combine(day, hour)
        if calendar.is_working_day(day) and moment != meeting.due_at:
            found.append(moment)
    return found


def _tap(meeting: Meeting, until: datetime) -> str:
    return AdjournTap(meeting=meeting.id, until=until).pack()
