"""The morning digest: which messages wait, and whose they are (rules, section 7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Section(StrEnum):
    """A part of a digest."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    UNASSIGNED = "unassigned"


@dataclass(frozen=True, slots=True)
class MessageFilter:
    """Whose messages, and the moments that divide them: overdue | today | soon | later.

    `block` None and `channels` empty mean the whole office.
    """

    now: datetime
    today_ends: datetime
    soon_ends: datetime
    block: str | None = None
    channels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DigestCounts:
    """Open messages by section; `overdue_before` as it stood a day ago, `unassigned` without a block."""

    overdue: int
    today: int
    soon: int
    unassigned: int
    overdue_before: int

    def of(self, section: Section) -> int:
        """The count of this section."""
        return {
            Section.OVERDUE: self.overdue,
            Section.TODAY: self.today,
            Section.SOON: self.soon,
            Section.UNASSIGNED: self.unassigned,
        }[section]


@dataclass(frozen=True, slots=True)
class Share:
    """Open messages of one block or channel."""

    overdue: int
    today: int
    soon: int


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The office by blocks (None: without a block) and by channels."""

    blocks: Mapping[str | None, Share]
    channels: Mapping[str, Share]
