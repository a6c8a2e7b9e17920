"""When made-up messages come and are answered, so that they stand towards their deadlines as wanted."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random

from bot.production_calendar import ProductionCalendar
from domain.messages.deadline import Urgency, deadline_for, urgency
from domain.office.profile import CountsFrom, DeadlineRule, OfficeProfile

_DAYS_BACK = 45
_A_DAY = 16  # how many moments of a day are tried
_TRIES = 40
_LATE_WITHIN = timedelta(days=6)
_ONE_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Habit:
    """When people write to a channel: chances, from 0 to 1, of an evening and of a day off."""

    evenings: float
    weekends: float


@dataclass(frozen=True, slots=True)
class Moments:
    """The moments of one message, aware; `deadline_at` is the last one in time."""

    received_at: datetime
    registered_at: datetime | None
    deadline_at: datetime
    answered_at: datetime | None = None


class MomentFinder:
    """Finds moments before `now` for a message of a rule that is to stand so or so towards its deadline."""

    def __init__(self, now: datetime, profile: OfficeProfile, random: Random) -> None:
        self._zone = profile.time_zone
        self._now = now.astimezone(self._zone)
        self._profile = profile
        self._random = random
        self._calendar = ProductionCalendar(profile)
        self._found: dict[tuple[DeadlineRule, Habit], dict[Urgency, list[Moments]]] = {}

    def find(self, rule: DeadlineRule, habit: Habit, wanted: Urgency) -> Moments | None:
        """Moments that make a message `wanted`; None when the rule allows none at this hour."""
        waiting = self._waiting(rule, habit)
        if wanted is Urgency.ANSWERED:
            return self._answered(
                [moments for several in waiting.values() for moments in several], late=False
            )
        if wanted is Urgency.ANSWERED_LATE:
            return self._answered(waiting[Urgency.OVERDUE], late=True)
        several = waiting[wanted]
        if not several:
            return None
        # The latest deadlines stand first: most of what is overdue is so for days, not for weeks.
        chance = self._random.random() ** 2 / 3 if wanted is Urgency.OVERDUE else self._random.random()
        return several.pop(int(len(several) * chance))

    def _answered(self, candidates: list[Moments], *, late: bool) -> Moments | None:
        for moments in self._random.choices(candidates, k=_TRIES) if candidates else ():
            answered_at = self._answer(moments, late=late)
            if answered_at is not None:
                return replace(moments, answered_at=answered_at)
        return None

    def _waiting(self, rule: DeadlineRule, habit: Habit) -> dict[Urgency, list[Moments]]:
        """Moments of the last weeks by how a message that nobody answered stands."""
        known = self._found.get((rule, habit))
        if known is None:
            known = self._found[rule, habit] = defaultdict(list)
            for days in range(_DAYS_BACK + 1):
                for moments in self._of_day(self._now.date() - timedelta(days=days), rule, habit):
                    stands = urgency(
                        moments.deadline_at,
                        None,
                        self._now,
                        self._profile.due_soon_days,
                        self._calendar,
                        self._zone,
                    )
                    known[stands].append(moments)
            known[Urgency.OVERDUE].sort(key=lambda moments: moments.deadline_at, reverse=True)
        return known

    def _of_day(self, day: date, rule: DeadlineRule, habit: Habit) -> list[Moments]:
        found = []
        working = self._calendar.is_working_day(day)
        for _ in range(_A_DAY):
            evening = self._random.random() < habit.evenings
            hours = (18, 22) if evening else (9, 16) if working else (10, 17)
            received_at = self._moment(day, *hours)
            if (working or self._random.random() < habit.weekends) and received_at < self._now:
                found.append(self._moments(rule, received_at))
        return found

    def _moment(self, day: date, first_hour: int, last_hour: int) -> datetime:
        at = time(self._random.randint(first_hour, last_hour), self._random.randrange(60))
        return datetime.combine(day, at, self._zone)

    def _moments(self, rule: DeadlineRule, received_at: datetime) -> Moments:
        registered_at = None
        if rule.counts_from is CountsFrom.REGISTERED:
            registered_at = self._registration(received_at)
        deadline_at = deadline_for(
            rule, received_at, registered_at, self._calendar, self._profile.working_time, self._zone
        )
        return Moments(received_at, registered_at, deadline_at)

    def _registration(self, received_at: datetime) -> datetime | None:
        """The same day where hours are left, else the next working morning; None where still ahead."""
        registered_at = received_at + timedelta(minutes=self._random.randint(10, 150))
        while not self._is_worked(registered_at):
            day = registered_at.date()
            if registered_at.time() >= self._profile.working_time.opens:
                day += timedelta(days=1)
            opening = datetime.combine(day, self._profile.working_time.opens, self._zone)
            registered_at = opening + timedelta(minutes=self._random.randint(5, 120))
        return registered_at if registered_at < self._now else None

    def _answer(self, moments: Moments, *, late: bool) -> datetime | None:
        """A minute of working time for the answer, in time or late; None where there is none."""
        since = moments.registered_at or moments.received_at
        until = min(moments.deadline_at, self._now)
        if late:
            since, until = moments.deadline_at, min(moments.deadline_at + _LATE_WITHIN, self._now)
        since = since.astimezone(self._zone)
        minutes = int((until - since) / _ONE_MINUTE)
        for _ in range(_TRIES if minutes > 1 else 0):
            at = (since + self._random.randrange(1, minutes) * _ONE_MINUTE).replace(second=0, microsecond=0)
            if at > since and self._is_worked(at):
                return at
        return None

    def _is_worked(self, at: datetime) -> bool:
        hours = self._profile.working_time
        return (
            self._calendar.is_working_day(at.date())
            and hours.opens <= at.time() < hours.closes
            and not hours.lunch_from <= at.time() < hours.lunch_to
        )
