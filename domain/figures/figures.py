"""What the figures of a period are: who was answered in time, how long it took, what grew (п. 2.2.1).

A period's messages are those received in it. Each of them is, at the moment of the figures, answered in
time, answered late, overdue, or still waiting within its term: the four make up what was received.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from statistics import median
from zoneinfo import ZoneInfo

from domain.figures.period import Period, PeriodKind
from domain.messages.place import address_of
from domain.messages.stages import Stages
from domain.office.act import text_hash
from domain.office.profile import Role, Seat

SPIKE_LEAST = 5
SHIFT_LEAST = 5
SPIKE_WIDTH = 3
SPIKE_WEEKS = 8
SPIKE_WEEKS_BEFORE = 3
MONTH_OF_WEEKS = 4
_WEEK = timedelta(days=7)


class Dimension(StrEnum):
    """What figures are told apart by."""

    CHANNEL = "channel"
    BLOCK = "block"
    TOPIC = "topic"
    SETTLEMENT = "settlement"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose messages: one block's, some channels', with both left out the whole office's."""

    block: str | None = None
    channels: tuple[str, ...] = ()


def scope_of(seat: Seat) -> Scope:
    """Whose figures a seat sees: a block's, an officer's channels', the whole office's."""
    return Scope() if seat.role is Role.HEAD else Scope(seat.block, seat.channels)


@dataclass(frozen=True, slots=True)
class Cohort:
    """Messages received from `since` until `until` (exclusive), as they stood at `as_of`; aware moments."""

    since: datetime
    until: datetime
    as_of: datetime
    scope: Scope = Scope()


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of messages; times to answer in begun hours, None while nobody was answered.

    `median` is the least number of hours within which half of those answered had their answer, `ninety`
    the least within which nine tenths of them had.
    """

    received: int = 0
    on_time: int = 0
    late: int = 0
    overdue: int = 0
    median: int | None = None
    ninety: int | None = None

    @property
    def answered(self) -> int:
        """Answered, in time or late."""
        return self.on_time + self.late

    @property
    def waiting(self) -> int:
        """Not answered, and the term has not passed."""
        return self.received - self.answered - self.overdue

    @property
    def in_time_share(self) -> Fraction | None:
        """Answered in time of all whose outcome is known; None while it is known of none."""
        known = self.answered + self.overdue
        return Fraction(self.on_time, known) if known else None


@dataclass(frozen=True, slots=True)
class Breakup:
    """A cohort counted whole and by each dimension: key → tally, an empty key where a message names none."""

    whole: Tally
    by: Mapping[Dimension, Mapping[str, Tally]]

    def of(self, dimension: Dimension, key: str) -> Tally:
        """The tally of one key; zeros where there was nothing."""
        return self.by[dimension].get(key, Tally())

    def ranked(self, dimension: Dimension) -> list[tuple[str, Tally]]:
        """Keys with their tallies, the most received first: that of no key too, so that no cut hides it."""
        return sorted(self.by[dimension].items(), key=lambda item: (-item[1].received, not item[0], item[0]))


@dataclass(frozen=True, slots=True)
class Spike:
    """A topic or a settlement above its usual weekly range; counts of messages a week."""

    dimension: Dimension
    key: str
    count: int
    usual: Fraction
    limit: Fraction

    @property
    def mark(self) -> str:
        """A short name for buttons; the same for the same topic or settlement."""
        return text_hash(f"{self.dimension}:{self.key}")


@dataclass(frozen=True, slots=True)
class Repeat:
    """A house that wrote of one topic again: `count` messages followed another within the days allowed."""

    place: str
    topic: str
    count: int

    @property
    def mark(self) -> str:
        """A short name for buttons; the same for the same house and topic."""
        return text_hash(f"{address_of(self.place)}:{self.topic}")


Finding = Spike | Repeat
"""What stands out and may be brought to a meeting (п. 4.4.2)."""


@dataclass(frozen=True, slots=True)
class Figures:
    """All that is said of a period: now, as it was before, why answers were late, what stands out.

    `month` is the four weeks before a week, taken together; of other periods it is None. Spikes are of the
    seven days that end at `spikes_until`. `presumed` are the messages whose block nobody has confirmed,
    `outside` those of the period that are out of control, which no other number counts.
    """

    period: Period
    as_of: datetime
    scope: Scope
    now: Breakup
    before: Breakup
    month: Tally | None
    causes: Sequence[tuple[str, int]]
    spikes_until: datetime
    spikes: Sequence[Spike]
    repeats: Sequence[Repeat]
    presumed: int = 0
    stages: Stages = field(default_factory=Stages)
    outside: int = 0

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that stands out: what grew, then what repeats."""
        return (*self.spikes, *self.repeats)

    def find(self, mark: str) -> Finding | None:
        """What stands out under this mark; None when it no longer does."""
        return next((one for one in self.findings if one.mark == mark), None)


def cohort_of(period: Period, now: datetime, zone: ZoneInfo, scope: Scope) -> Cohort:
    """The period's messages as they stand now; of a period that still runs, those received so far."""
    return Cohort(period.starts(zone), min(period.ends(zone), now), now, scope)


def cohort_before(period: Period, now: datetime, zone: ZoneInfo, scope: Scope) -> Cohort:
    """The period before, as it stood when it was as old as this one is now: only so do the two compare."""
    before = period.before()
    if now < period.ends(zone):
        as_of = before.starts(zone) + (now - period.starts(zone))
        return Cohort(before.starts(zone), min(before.ends(zone), as_of), as_of, scope)
    as_of = before.ends(zone) + (now - period.ends(zone))
    return Cohort(before.starts(zone), before.ends(zone), as_of, scope)


def cohort_of_month_before(period: Period, now: datetime, zone: ZoneInfo, scope: Scope) -> Cohort | None:
    """The four weeks before a week, as they stood a week ago; None for a period that is no week."""
    if period.kind is not PeriodKind.WEEK:
        return None
    starts = period.starts(zone)
    return Cohort(starts - MONTH_OF_WEEKS * _WEEK, starts, max(starts, now - _WEEK), scope)


def spike_weeks(until: datetime) -> list[tuple[datetime, datetime]]:
    """The week that ends at `until` (a local moment) and the eight before it, newest first."""
    return [(until - _WEEK * (back + 1), until - _WEEK * back) for back in range(SPIKE_WEEKS + 1)]


def spike(dimension: Dimension, key: str, counts: Sequence[int], known_weeks: int) -> Spike | None:
    """Whether the newest of weekly counts is beyond the usual range; None when it is not.

    The rule: at least 5 messages, and more than median + 3 · MAD of the weeks before (up to 8), where MAD
    is the median distance from the median, taken as 1 where the weeks were alike. `counts` is newest
    first; `known_weeks` of those before have passed since the office's first message; with fewer than 3
    nothing is usual yet.
    """
    before = counts[1 : min(known_weeks, SPIKE_WEEKS) + 1]
    if len(before) < SPIKE_WEEKS_BEFORE or counts[0] < SPIKE_LEAST:
        return None
    usual = Fraction(median(map(Fraction, before)))
    spread = Fraction(median(abs(count - usual) for count in before))
    limit = usual + SPIKE_WIDTH * max(spread, Fraction(1))
    return Spike(dimension, key, counts[0], usual, limit) if counts[0] > limit else None


def percent(share: Fraction | None) -> int | None:
    """A share in whole per cent; 100 only where it is all of them, 0 only where it is none."""
    if share is None or share in (0, 1):
        return None if share is None else int(share * 100)
    return min(99, max(1, round(share * 100)))


@dataclass(frozen=True, slots=True)
class Shift:
    """A key that is met more often than before, or less; counts of messages."""

    key: str
    now: int
    before: int


def shifts(now: Breakup, before: Breakup, dimension: Dimension) -> list[Shift]:
    """Keys whose count moved by at least 5 messages and by half, those that moved most first."""
    moved = [
        Shift(key, now.of(dimension, key).received, before.of(dimension, key).received)
        for key in now.by[dimension].keys() | before.by[dimension].keys()
        if key
    ]
    telling = [
        one
        for one in moved
        if abs(one.now - one.before) >= SHIFT_LEAST
        and 2 * max(one.now, one.before) >= 3 * min(one.now, one.before)
    ]
    return sorted(telling, key=lambda one: (-abs(one.now - one.before), one.key))
