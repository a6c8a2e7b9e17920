"""The wizard's pages of a convened meeting: what is untold yet, postponing, cancelling."""

from __future__ import annotations

from domain.meetings.meeting import Meeting
from domain.office import reading
from domain.office.refusal import Refusal
from handlers.chat.parts import Rows, button
from handlers.chat.view import View
from handlers.meetings.changes import change_lines
from handlers.meetings.convening.parts import back, page, tap
from handlers.meetings.taps import DraftTimeTap


def untold(view: View, meeting: Meeting) -> list[str]:
    """What has changed and was not told yet."""
    found = meeting.untold()
    if not found or meeting.announced is None:
        return []
    lines = change_lines(view.texts, view.roster, meeting, meeting.announced, found)
    return ["", view.texts("change-untold"), *lines]


def rows(view: View, meeting: Meeting) -> Rows:
    """Telling the changes, and calling the meeting off."""
    tell: Rows = [(button(view, "announce", tap(meeting, "announce")),)] if meeting.untold() else []
    return [*tell, (button(view, "cancel-meeting", page(meeting, "cancel")),)]


async def postpone(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    """Asks before a convened meeting is moved to another time."""
    moment = reading.stamp(rest)
    if moment is None:
        raise Refusal("card-outdated")
    moment = moment.replace(tzinfo=view.office.profile.time_zone)
    lines = [
        view.texts(
            "confirm-postpone",
            number=meeting.number or 0,
            before=meeting.starts_at or view.now,
            moment=moment,
        )
    ]
    confirmation = (
        button(view, "confirm", DraftTimeTap(act="postpone", meeting=meeting.id, value=moment).pack()),
        button(view, "cancel", page(meeting, "preview")),
    )
    return lines, [confirmation]


async def cancel(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    """Asks for the reason, then whether the meeting is called off indeed."""
    if not rest:
        return [view.texts("cancel-ask-reason")], [back(view, meeting)]
    reason = str(view.card.content.get("reason", ""))
    lines = [view.texts("confirm-cancel-meeting", number=meeting.number or 0, reason=reason)]
    confirmation = (
        button(view, "confirm", tap(meeting, "cancel")),
        button(view, "cancel", page(meeting, "preview")),
    )
    return lines, [confirmation]
