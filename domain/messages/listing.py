"""A list that goes on from where one was: in which order, and after which message."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from domain.messages.message import KnownMessage
from domain.messages.sections import Section
from domain.office.reading import MOST

_MARK = re.compile(r"(-?[0-9]{1,17})-([1-9][0-9]{0,18})")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Sorting(StrEnum):
    """By what a list is ordered; with a minus the other way round.

    By a moment where an index has it (`sortings`); by a name part after part (`PARTED`), each in the usual
    order; by anything else, and by names too, while what was found is few (`ARRANGED`).
    """

    TERM = "term"
    TERM_LAST = "-term"
    RECEIVED = "received"
    RECEIVED_LAST = "-received"
    STATE = "state"
    STATE_LAST = "-state"
    TOPIC = "topic"
    TOPIC_LAST = "-topic"
    BLOCK = "block"
    BLOCK_LAST = "-block"
    UNIT = "unit"
    UNIT_LAST = "-unit"
    CHANNEL = "channel"
    CHANNEL_LAST = "-channel"
    NUMBER = "number"
    NUMBER_LAST = "-number"

    @property
    def by_term(self) -> bool:
        """Whether the end of the term decides, not the receipt."""
        return self in (Sorting.TERM, Sorting.TERM_LAST)

    @property
    def column(self) -> str:
        """What decides, whichever way round."""
        return self.value.removeprefix("-")

    @property
    def descending(self) -> bool:
        """Whether what is later comes first."""
        return self.value.startswith("-")


def sortings(section: Section) -> tuple[Sorting, ...]:
    """The orders that a section can be read in by an index, the usual one first.

    The end of the term orders what is open.
    """
    received = (Sorting.RECEIVED_LAST, Sorting.RECEIVED)
    if section in (Section.ANSWERED, Section.OUTSIDE, Section.ALL):
        return received
    return (Sorting.TERM, Sorting.TERM_LAST, *received)


def usual(section: Section) -> Sorting:
    """The order in which pages of a section come where nobody has chosen one."""
    return Sorting.RECEIVED if section is Section.UNREGISTERED else sortings(section)[0]


def indexed(section: Section, sorting: Sorting) -> Sorting | None:
    """The order of an index that this one comes to: what is open stands by its term within its state."""
    found = sortings(section)
    if sorting.column == "state" and Sorting.TERM in found:
        return Sorting.TERM_LAST if sorting.descending else Sorting.TERM
    return sorting if sorting in found else None


ARRANGED = 5_000
"""As many messages are put in an order that no index has."""

PARTED = ("block", "unit", "channel", "topic")
"""What has few names, each with its messages in an index of its own: the list goes through them."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Of a message, what a list is ordered by."""

    id: int
    channel: str
    number: str
    topic: str
    block: str | None
    unit: str | None
    executor: str
    received_at: datetime
    deadline_at: datetime
    answered_at: datetime | None
    outside: str

    def standing(self, now: datetime) -> int:
        """Overdue, open, answered late, answered, out of control."""
        if self.outside:
            return 4
        if self.answered_at is None:
            return 0 if self.deadline_at < now else 1
        return 2 if self.answered_at > self.deadline_at else 3


@dataclass(frozen=True, slots=True)
class Mark:
    """After which message a page goes on: the moment that it is sorted by, and its id."""

    moment: datetime
    id: int

    def __str__(self) -> str:
        return f"{(self.moment - _EPOCH) // _MICROSECOND}-{self.id}"

    @classmethod
    def read(cls, text: str) -> Mark | None:
        """A mark as an address has it; None for what is none."""
        found = _MARK.fullmatch(text)
        if found is None or int(found[2]) > MOST:
            return None
        try:
            return cls(_EPOCH + int(found[1]) * _MICROSECOND, int(found[2]))
        except OverflowError:
            return None


def mark_of(message: KnownMessage, sorting: Sorting) -> Mark:
    """Where a page that ends with this message ends."""
    return Mark(message.deadline_at if sorting.by_term else message.received_at, message.id)
