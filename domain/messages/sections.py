"""How messages stand: which ones, in which section, how many (rules, sections 6 and 7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum

from domain.messages.deadline import end_of_day, soon_until, working_day_before
from domain.office.calendar import WorkCalendar
from domain.office.profile import OfficeProfile, Seat


class Section(StrEnum):
    """How messages stand: a part of a digest, a filter of the registry."""

    OVERDUE = "overdue"
    ESCALATED = "escalated"
    TODAY = "today"
    SOON = "soon"
    UNASSIGNED = "unassigned"
    UNREGISTERED = "unregistered"
    OPEN = "open"
    ANSWERED = "answered"
    OUTSIDE = "outside"
    ALL = "all"


class Outcome(StrEnum):
    """What figures count a message as: one that is out of control is none of these.

    `BEHIND` are the late and the overdue together, `UNEXPLAINED` those of them that have no reason.
    """

    COUNTED = "counted"
    ON_TIME = "on_time"
    LATE = "late"
    OVERDUE = "overdue"
    WAITING = "waiting"
    BEHIND = "behind"
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class Cut:
    """A part of what was received from `since` until `until` (exclusive), as figures tell it apart."""

    since: datetime
    until: datetime
    outcome: Outcome | None = None
    settlement: str = ""
    reason: str = ""


# The moments of a filter that divide messages into sections.
DIVIDING = ("now", "today_ends", "soon_ends", "escalated_before")


@dataclass(frozen=True, slots=True)
class MessageFilter:
    """Whose messages, and the moments that divide them: overdue | today | soon | later.

    `escalated_before`: what was due before it is overdue by so much that the head hears of it. `block` None
    and `channels` empty mean the whole office, `block` or `unit` empty what has none; `words` are searched in
    all their forms. `registering` are the channels whose messages must be registered; a `cut` is looked at,
    never kept.
    """

    now: datetime
    today_ends: datetime
    soon_ends: datetime
    escalated_before: datetime
    block: str | None = None
    channels: tuple[str, ...] = ()
    unit: str | None = None
    topic: str | None = None
    words: str = ""
    registering: tuple[str, ...] = ()
    cut: Cut | None = None


def seat_filter(profile: OfficeProfile, calendar: WorkCalendar, now: datetime, seat: Seat) -> MessageFilter:
    """What a seat answers for: its block, its channels, the whole office. `now` is in the office's zone."""
    zone = profile.time_zone
    escalated = working_day_before(now.date() + timedelta(days=1), profile.escalate_after, calendar)
    return MessageFilter(
        now=now,
        today_ends=end_of_day(now.date(), zone),
        soon_ends=soon_until(now, profile.due_soon_days, calendar, zone),
        escalated_before=datetime.combine(escalated, time(), zone),
        block=seat.block,
        channels=seat.channels,
        # Registering is not a block's business (п. 3.3, 3.4).
        registering=tuple(
            one.key for one in profile.channels if one.registration is not None and seat.block is None
        ),
    )


def narrowed(scope: MessageFilter, block: str | None, channel: str | None) -> MessageFilter:
    """A block or a channel within one's scope; what is not within it changes nothing."""
    if block is not None and scope.block in (None, block):
        scope = replace(scope, block=block)
    if channel is not None and (not scope.channels or channel in scope.channels):
        scope = replace(scope, channels=(channel,))
    return scope


@dataclass(frozen=True, slots=True)
class DigestCounts:
    """Open messages by section, and what changed since the digest before.

    `overdue_before` as it stood then; `arrived` since and still open, `arrived_overdue` of them past their
    terms; `answered` since, `expired` since, answered meanwhile or not.
    """

    overdue: int
    escalated: int
    today: int
    soon: int
    unassigned: int
    unregistered: int
    overdue_before: int
    arrived: int
    answered: int
    expired: int
    arrived_overdue: int

    def of(self, section: Section) -> int:
        """The count of this section of a digest."""
        return {
            Section.OVERDUE: self.overdue,
            Section.ESCALATED: self.escalated,
            Section.TODAY: self.today,
            Section.SOON: self.soon,
            Section.UNASSIGNED: self.unassigned,
            Section.UNREGISTERED: self.unregistered,
        }[section]

    @property
    def empty(self) -> bool:
        """Whether nothing waits and nothing changed."""
        return not any(
            (
                self.overdue,
                self.today,
                self.soon,
                self.unassigned,
                self.unregistered,
                self.arrived,
                self.answered,
            )
        )


@dataclass(frozen=True, slots=True)
class Share:
    """Open messages of one block or channel."""

    overdue: int
    today: int
    soon: int

    def __add__(self, other: Share) -> Share:
        return Share(self.overdue + other.overdue, self.today + other.today, self.soon + other.soon)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The office by blocks (None: without a block) and by channels."""

    blocks: Mapping[str | None, Share]
    channels: Mapping[str, Share]
