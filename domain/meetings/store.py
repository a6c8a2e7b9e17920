"""What is kept of meetings, and of those that are over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.figures.period import Period
from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.participation import MemberFigures
from domain.meetings.regular import RegularMeeting
from domain.meetings.search import Search
from domain.office.ports import Keeps


class MeetingStore(Keeps[Meeting], Protocol):
    """Meetings."""

    async def save_ballot(self, meeting: Meeting, item: AgendaItem) -> None:
        """Keep the meeting, of which nothing but a ballot on this item has changed.

        The cards of the vote show it, and with the last ballot the meeting's own.
        """

    async def next_number(self, year: int) -> int:
        """The next number of a meeting in this year, from 1."""

    async def nearest(self) -> Meeting | None:
        """The meeting that goes on, else the nearest convened one."""

    async def current(self) -> Sequence[Meeting]:
        """Every meeting convened or open: the open one first, then by time."""

    async def closed_since(self, moment: datetime) -> Sequence[Meeting]:
        """Closed meetings that were to begin at this moment or later."""

    async def ahead(self) -> Sequence[Meeting]:
        """Drafts and convened meetings: those whose agenda is still open."""

    async def draft_of(self, chat_id: int, card: str) -> Meeting | None:
        """The draft whose card of this kind is open in this chat, if any."""


@dataclass(frozen=True, slots=True)
class FiguresAsked:
    """A table of figures that a chat asked for."""

    id: int
    chat_id: int
    period: Period


class RegularMeetingStore(Keeps[RegularMeeting], Protocol):
    """Regular meetings (п. 3.2)."""

    async def active(self) -> Sequence[RegularMeeting]:
        """Those of which more are proposed, the oldest first."""


class PastMeetingStore(Protocol):
    """Past meetings, found and counted."""

    async def count(self, search: Search) -> int:
        """How many past meetings are found."""

    async def page(self, search: Search, limit: int, offset: int) -> Sequence[Meeting]:
        """Past meetings that are found, newest first."""

    async def figures(self, period: Period) -> Sequence[MemberFigures]:
        """Attendance and votes by member over a period, by seats, former holders after present ones."""

    async def meetings_in(self, period: Period) -> int:
        """How many meetings the figures of a period are from."""

    async def ask_figures(self, chat_id: int, period: Period) -> int:
        """Ask for the figures of a period as a table; the id of what was asked."""
