"""A regular meeting: how often, when, where; the bot proposes each next one, the head sends it (п. 3.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.messages.deadline import working_day_before
from domain.office.act import Act
from domain.office.calendar import WorkCalendar
from domain.office.profile import OfficeProfile
from domain.office.refusal import Refusal

DAYS_BEFORE = 5  # working days from the proposal to the meeting
LAST = 5  # «last»: the ordinal of a weekday that a month has no later one of
_WEEK, _DAY = timedelta(days=7), timedelta(days=1)


class Rhythm(StrEnum):
    """How often it is held: on the weekday of its first day; monthly, on that one of the month's."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"


@dataclass(frozen=True, slots=True)
class Occasion:
    """One of its meetings: the `usual` day, and the day on which it is `held`, which is a working one."""

    usual: date
    held: date


@dataclass(slots=True)
class RegularMeeting:
    """A rhythm counted from the day `first`; `agenda` are standing questions.

    `proposed` is the usual day of the occasion that was proposed last.
    """

    id: int
    rhythm: Rhythm
    first: date
    at: time
    place: str = ""
    agenda: list[AgendaItem] = field(default_factory=list)
    proposed: date | None = None
    ended_on: date | None = None

    @property
    def entity(self) -> str:
        """Its name in the audit log."""
        return f"regular:{self.id}"

    @property
    def ordinal(self) -> int:
        """Which of the month's days of its weekday it is: 1–4, or `LAST`."""
        return (self.first.day - 1) // 7 + 1

    @property
    def active(self) -> bool:
        """Whether more of its meetings are proposed."""
        return self.ended_on is None

    def begun(self) -> Act:
        """The entry for a rhythm that was just set."""
        data = {
            "rhythm": self.rhythm.value,
            "first": self.first.isoformat(),
            "at": self.at.isoformat("minutes"),
        }
        return Act("regular-set", self.entity, data)

    def end(self, today: date) -> Act:
        """No more are proposed; what was proposed or sent stays."""
        if self.ended_on is not None:
            raise Refusal("regular-is-ended", day=self.ended_on)
        self.ended_on = today
        return Act("regular-ended", self.entity)

    def usual_days(self) -> Iterator[date]:
        """Its days by the rhythm alone, from the first on, without end."""
        day = self.first
        while True:
            yield day
            if self.rhythm is Rhythm.MONTHLY:
                day = _in_month(_month_after(day), day.weekday(), self.ordinal)
            else:
                day += _WEEK if self.rhythm is Rhythm.WEEKLY else 2 * _WEEK

    def next_occasion(self, today: date, calendar: WorkCalendar) -> Occasion:
        """The first occasion that was not proposed and is held after today.

        A day off moves it to the next working day; where that reaches the following occasion, it falls out.
        """
        days = self.usual_days()
        usual = next(days)
        for following in days:
            held = usual
            while not calendar.is_working_day(held) and held < following:
                held += _DAY
            if held < following and held > today and (self.proposed is None or usual > self.proposed):
                return Occasion(usual, held)
            usual = following
        raise AssertionError("days never end")

    def due_occasion(self, today: date, calendar: WorkCalendar) -> Occasion | None:
        """The occasion that is to be proposed today: some working days before it is held."""
        found = self.next_occasion(today, calendar)
        return found if today >= working_day_before(found.held, DAYS_BEFORE, calendar) else None

    def propose(self, occasion: Occasion, profile: OfficeProfile) -> tuple[Meeting, Act]:
        """The draft of that meeting, not kept yet: with everyone, and the standing questions."""
        seats = [seat.number for seat in profile.seats]
        meeting = Meeting(0, profile.established, participants=seats, place=self.place)
        meeting.starts_at = self._moment(occasion.held, profile.time_zone)
        for item in self.agenda:
            meeting.agenda.add(
                AgendaItem(
                    0,
                    item.question,
                    item.speaker_seat,
                    item.speaker,
                    item.draft_decision,
                    list(item.executor_units),
                    list(item.executor_seats),
                )
            )
        self.proposed = occasion.usual
        data = {"usual": occasion.usual.isoformat(), "held": occasion.held.isoformat()}
        return meeting, Act("regular-proposed", self.entity, data)

    def _moment(self, day: date, zone: tzinfo) -> datetime:
        return datetime.combine(day, self.at, zone)


def _month_after(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _in_month(first: date, weekday: int, ordinal: int) -> date:
    """The day of a weekday in the month that begins so: by its ordinal, the last where it is `LAST`."""
    day = first + timedelta(days=(weekday - first.weekday()) % 7) + (ordinal - 1) * _WEEK
    return day if day.month == first.month else day - _WEEK
