"""A meeting as an iCalendar file: RFC 5545, published anew with each change of its time."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState

if TYPE_CHECKING:
    from icalendar import Timezone

_LASTS = timedelta(hours=1)


class CalendarFiles:
    """Calendar files of one office, in its zone; a meeting keeps its UID whatever becomes of it.

    `office` is the office's key, `name` what it is called as the organizer.
    """

    def __init__(self, zone: ZoneInfo, office: str, name: str) -> None:
        self._zone = zone
        self._office = office
        self._name = name

    def __call__(self, meeting: Meeting, title: str, description: str) -> bytes:
        """The bytes of the file: PUBLISH, or CANCEL for a meeting that was called off."""
        from icalendar import Calendar, Event, vCalAddress  # noqa: PLC0415 — loaded when first used

        assert meeting.starts_at is not None and meeting.called_at is not None  # it was convened
        cancelled = meeting.state is MeetingState.CANCELLED
        assert meeting.due_at is not None  # it has its time
        starts = meeting.due_at.astimezone(self._zone)
        event = Event()
        # Each further day is an event of its own: the first one was.
        day = f"-{len(meeting.interruptions) + 1}" if meeting.interruptions else ""
        event.add("uid", f"meeting-{meeting.id}{day}@{self._office}")
        event.add("sequence", meeting.edition)
        event.add("dtstamp", meeting.called_at)
        event.add("dtstart", starts)
        event.add("dtend", starts + _LASTS)
        event.add("summary", title)
        event.add("description", description)
        event.add("location", meeting.place)
        # What is published names its organizer by an address (RFC 5546, 3.2.1), and an office has none.
        organizer = vCalAddress(f"mailto:{self._office}@office.invalid")
        organizer.params["cn"] = self._name
        event.add("organizer", organizer)
        event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
        if meeting.link:
            event.add("url", meeting.link)
        calendar = Calendar()
        calendar.add("prodid", "-//municipal-centre-bot//RU")
        calendar.add("version", "2.0")
        calendar.add("method", "CANCEL" if cancelled else "PUBLISH")
        calendar.add_component(self._timezone(starts))
        calendar.add_component(event)
        content: bytes = calendar.to_ical()
        return content

    def _timezone(self, starts: datetime) -> Timezone:
        """The zone as it is on the day of the meeting: of its whole history readers take the wrong part."""
        from icalendar import Timezone, TimezoneStandard  # noqa: PLC0415 — loaded when first used

        offset = starts.utcoffset()
        standard = TimezoneStandard()
        standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001 — local by the format
        standard.add("tzoffsetfrom", offset)
        standard.add("tzoffsetto", offset)
        zone = Timezone()
        zone.add("tzid", self._zone.key)
        zone.add_component(standard)
        return zone
