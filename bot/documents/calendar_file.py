"""A meeting as an iCalendar file: RFC 5545, published anew with each change of its time."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState

_LASTS = timedelta(hours=1)


class CalendarFiles:
    """Calendar files of one office, in its zone; a meeting keeps its UID whatever becomes of it."""

    def __init__(self, zone: ZoneInfo, office: str) -> None:
        self._zone = zone
        self._office = office

    def __call__(self, meeting: Meeting, title: str, description: str) -> bytes:
        """The bytes of the file: PUBLISH, or CANCEL for a meeting that was called off."""
        from icalendar import Calendar, Event  # noqa: PLC0415 — loaded when first used

        assert meeting.starts_at is not None and meeting.called_at is not None  # it was convened
        cancelled = meeting.state is MeetingState.CANCELLED
        starts = meeting.starts_at.astimezone(self._zone)
        event = Event()
        event.add("uid", f"meeting-{meeting.id}@{self._office}")
        event.add("sequence", meeting.edition)
        event.add("dtstamp", meeting.called_at)
        event.add("dtstart", starts)
        event.add("dtend", starts + _LASTS)
        event.add("summary", title)
        event.add("description", description)
        event.add("location", meeting.place)
        event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
        if meeting.link:
            event.add("url", meeting.link)
        calendar = Calendar()
        calendar.add("prodid", "-//municipal-centre-bot//RU")
        calendar.add("version", "2.0")
        calendar.add("method", "CANCEL" if cancelled else "PUBLISH")
        calendar.add_component(event)
        calendar.add_missing_timezones()
        content: bytes = calendar.to_ical()
        return content
