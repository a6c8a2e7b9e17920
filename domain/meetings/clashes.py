"""What is to be looked at twice before a meeting is sent out: its hour, other meetings, who is away."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta, tzinfo

from domain.meetings.meeting import Meeting
from domain.people.roster import Absence, Roster

_LASTS = timedelta(hours=2)  # how long a meeting is taken to last
_MORNING, _NIGHT = 7, 22


def at_night(moment: datetime, zone: tzinfo) -> bool:
    """Whether it begins before seven in the morning or from ten in the evening, in the office's zone."""
    return not _MORNING <= moment.astimezone(zone).hour < _NIGHT


def clashing(meeting: Meeting, moment: datetime, others: Iterable[Meeting]) -> list[Meeting]:
    """Other meetings at about this moment with some of the same members, or in the same place."""
    return [
        other
        for other in others
        if other.id != meeting.id
        and other.due_at is not None
        and abs(other.due_at - moment) < _LASTS
        and (set(other.participants) & set(meeting.participants) or same_place(meeting, other))
    ]


def same_place(meeting: Meeting, other: Meeting) -> bool:
    """Whether both name one place."""
    place = " ".join(meeting.place.casefold().split())
    return bool(place) and place == " ".join(other.place.casefold().split())


def absence_then(roster: Roster, seat: int, moment: datetime) -> Absence | None:
    """The seat holder's recorded absence on the day of a moment."""
    return roster.absence(seat, moment.astimezone(roster.profile.time_zone).date())
