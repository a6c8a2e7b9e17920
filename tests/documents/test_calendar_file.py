"""The calendar file, as programs of others read it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import ics
import pytest
import vobject
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from bot.documents.calendar_file import CalendarFiles
from domain.meetings import convening
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import Form, MeetingState
from tests.domain.meetings.test_meeting import HEAD, START, convened

ORGANIZER = "mailto:chaikovsky@office.invalid"


def file(zone: str, state: MeetingState = MeetingState.CONVENED) -> bytes:
    starts = datetime(2026, 11, 25, 15, 0, tzinfo=ZoneInfo(zone))
    meeting = Meeting(7, 9, state, number=3, starts_at=starts, place="каб. 12; левое крыло, этаж 2")
    meeting.called_at = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
    return CalendarFiles(ZoneInfo(zone), "chaikovsky", "МЦУ")(meeting, "Заседание № 3", "1. Снег\n2. Разное")


def by_icalendar(content: bytes) -> tuple[datetime, datetime, str]:
    event = Calendar.from_ical(content).walk("VEVENT")[0]
    return event.decoded("dtstart"), event.decoded("dtend"), str(event["organizer"])


def by_ics(content: bytes) -> tuple[datetime, datetime, str]:
    (event,) = ics.Calendar(content.decode()).events
    return event.begin.datetime, event.end.datetime, f"mailto:{event.organizer.email}"


def by_vobject(content: bytes) -> tuple[datetime, datetime, str]:
    event = vobject.readOne(content.decode()).vevent
    return event.dtstart.value, event.dtend.value, event.organizer.value


def by_ical(content: bytes) -> tuple[datetime, datetime, str]:
    (event,) = IcsCalendarStream.calendar_from_ics(content.decode()).events
    assert isinstance(event.dtstart, datetime) and isinstance(event.dtend, datetime) and event.organizer
    return event.dtstart, event.dtend, str(event.organizer.uri)


def by_its_own_zone(content: bytes) -> tuple[datetime, datetime, str]:
    """As a reader that believes nothing but the file: local times less the offset that stands in it."""
    lines = dict(line.split(":", 1) for line in content.decode().splitlines() if line[:1].isalpha())
    offset = timedelta(hours=int(lines["TZOFFSETTO"][:3]), minutes=int(lines["TZOFFSETTO"][3:5]))
    local = {
        name.split(";")[0]: value for name, value in lines.items() if name.startswith(("DTSTART;", "DTEND;"))
    }
    read = {
        name: datetime.strptime(value, "%Y%m%dT%H%M%S").replace(tzinfo=UTC) - offset
        for name, value in local.items()
    }
    organizer = next(value for name, value in lines.items() if name.startswith("ORGANIZER"))
    return read["DTSTART"], read["DTEND"], organizer


@pytest.mark.parametrize("read", [by_icalendar, by_ics, by_vobject, by_ical, by_its_own_zone])
@pytest.mark.parametrize(("zone", "hour"), [("Asia/Yekaterinburg", 10), ("Europe/Kaliningrad", 13)])
def test_every_reader_finds_the_same_moment_and_organizer(
    read: Callable[[bytes], tuple[datetime, datetime, str]], zone: str, hour: int
) -> None:
    starts, ends, organizer = read(file(zone))
    assert starts.astimezone(UTC) == datetime(2026, 11, 25, hour, 0, tzinfo=UTC)
    assert ends - starts == timedelta(hours=1)
    assert organizer == ORGANIZER


@pytest.mark.parametrize("read", [by_icalendar, by_ics, by_vobject, by_ical, by_its_own_zone])
def test_a_mixed_meeting_moved_and_called_off_stays_one_event_with_its_link(
    read: Callable[[bytes], tuple[datetime, datetime, str]],
) -> None:
    zone = ZoneInfo("Asia/Yekaterinburg")
    meeting = convened()
    meeting.form, meeting.link, meeting.place = Form.MIXED, "https://vks.example/7", "каб. 12"
    make = CalendarFiles(zone, "chaikovsky", "МЦУ")

    def said() -> tuple[dict[str, str], datetime]:
        content = make(meeting, "Заседание № 7", "1. Снег\n2. Разное")
        event = content.decode().replace("\r\n ", "").split("BEGIN:VEVENT")[1]
        lines = dict(line.split(":", 1) for line in event.splitlines() if ":" in line)
        return lines, read(content)[0].astimezone(UTC)

    first, starts = said()
    assert (first["SEQUENCE"], first["URL"], starts) == ("0", meeting.link, START)
    later = START + timedelta(days=40)
    convening.postpone(meeting, later, HEAD, START - timedelta(hours=20))
    moved, starts = said()
    assert (moved["SEQUENCE"], moved["UID"], starts) == ("1", first["UID"], later)
    assert moved["DTSTAMP"] > first["DTSTAMP"]
    convening.cancel(meeting, "Нет докладчика", HEAD)
    gone, starts = said()
    assert (gone["SEQUENCE"], gone["UID"], gone["STATUS"], starts) == ("2", first["UID"], "CANCELLED", later)


def test_the_file_holds_one_offset_and_no_history() -> None:
    content = file("Asia/Yekaterinburg").decode()
    assert content.count("BEGIN:STANDARD") == 1 and "DAYLIGHT" not in content
    assert "TZOFFSETFROM:+0500" in content and "TZOFFSETTO:+0500" in content
    assert "METHOD:PUBLISH" in content
    assert "METHOD:CANCEL" in file("Asia/Yekaterinburg", MeetingState.CANCELLED).decode()
