"""A meeting's calendar file, for whoever took one: anew whenever what it says has changed."""

from __future__ import annotations

from html import unescape

from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from handlers.chat.request import Request


async def put_out_calendar(request: Request, meeting: Meeting, chats: list[int]) -> None:
    """Make the calendar file as the meeting stands now and send it."""
    if not chats:
        return
    title = request.texts("calendar-title", number=meeting.number or 0)
    agenda = "\n".join(f"{item.number}. {item.question}" for item in meeting.agenda)
    content = request.office.calendar_file(meeting, unescape(title), agenda)
    document = await request.uow.documents.add(
        f"{meeting.entity}:calendar", "ics", _file_name(request, meeting), content
    )
    caption = request.texts(
        "calendar-caption",
        number=meeting.number or 0,
        moment=meeting.due_at,
        cancelled="yes" if meeting.state is MeetingState.CANCELLED else "no",
    )
    for chat_id in chats:
        await request.uow.outbox.document(chat_id, document, caption)


def _file_name(request: Request, meeting: Meeting) -> str:
    """«Заседание № 7 от 25.11.2026.ics»."""
    assert meeting.due_at is not None  # it has its time
    day = meeting.due_at.astimezone(request.office.profile.time_zone)
    name = request.texts("calendar-file", number=meeting.number or 0, day=f"{day:%d.%m.%Y}")
    return unescape(name).replace("\N{NO-BREAK SPACE}", " ") + ".ics"
