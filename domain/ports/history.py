"""Meetings that are over, and who took part in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from domain.meeting import Meeting
from domain.meeting_search import Search
from domain.participation import MemberFigures
from domain.period import Period


@dataclass(frozen=True, slots=True)
class FiguresAsked:
    """A table of figures that a chat asked for."""

    id: int
    chat_id: int
    period: Period


class HistoryStore(Protocol):
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
