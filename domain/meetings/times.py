"""When members are free: the times that the wizard proposes, and how many of those chosen could come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.meetings.clashes import absence_then, clashing, same_place
from domain.meetings.meeting import Meeting
from domain.messages.deadline import shifts
from domain.office.calendar import WorkCalendar
from domain.office.profile import WorkingTime
from domain.people.roster import Roster

MOST = 5
_AHEAD = timedelta(days=14)
_GRID = timedelta(hours=1)
_AT_LEAST = timedelta(hours=1)  # of working time after the beginning


@dataclass(frozen=True, slots=True)
class ProposedTime:
    """A moment in the office's zone, and the seats among the participants whose holders are free then."""

    starts_at: datetime
    free: tuple[int, ...]


def proposed_times(
    meeting: Meeting,
    others: Sequence[Meeting],
    roster: Roster,
    calendar: WorkCalendar,
    working_time: WorkingTime,
    now: datetime,
) -> list[ProposedTime]:
    """The best times of the next two weeks, from tomorrow on, in their order: at most five.

    Of each half of a working day the earliest of those when most are free; of these the halves with most.
    `now` is in the office's zone. A time when the same place is taken is not proposed.
    """
    tomorrow = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    best = []
    for begins, ends in shifts(tomorrow, calendar, working_time):
        if begins >= tomorrow + _AHEAD:
            break
        found = [
            ProposedTime(moment, free)
            for moment in _beginnings(begins, ends)
            if (free := free_then(meeting, moment, others, roster)) is not None
        ]
        best += [max(found, key=lambda one: len(one.free))] if found else []
    best.sort(key=lambda one: (-len(one.free), one.starts_at))
    return sorted(best[:MOST], key=lambda one: one.starts_at)


def _beginnings(begins: datetime, ends: datetime) -> Iterator[datetime]:
    """Every full hour after which at least an hour is worked."""
    moment = begins.replace(minute=0, second=0, microsecond=0)
    while moment + _AT_LEAST <= ends:
        if moment >= begins:
            yield moment
        moment += _GRID


def free_then(
    meeting: Meeting, moment: datetime, others: Sequence[Meeting], roster: Roster
) -> tuple[int, ...] | None:
    """Participants who are neither away nor in another meeting at that time; None when the place is taken."""
    at_the_time = clashing(meeting, moment, others)
    if any(same_place(meeting, other) for other in at_the_time):
        return None
    elsewhere = {seat for other in at_the_time for seat in other.participants}
    return tuple(
        seat
        for seat in meeting.participants
        if seat not in elsewhere
        and roster.holder(seat) is not None
        and absence_then(roster, seat, moment) is None
    )
