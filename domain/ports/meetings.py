"""Meetings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.meeting import Meeting


class MeetingStore(Protocol):
    """Meetings."""

    async def get(self, meeting_id: int) -> Meeting | None:
        """The meeting, locked until the transaction ends when it writes."""

    async def add(self, meeting: Meeting) -> int:
        """Keep a new meeting; its id."""

    async def save(self, meeting: Meeting) -> None:
        """Keep the meeting's new state."""

    async def next_number(self, year: int) -> int:
        """The next number of a meeting in this year, from 1."""

    async def nearest(self) -> Meeting | None:
        """The meeting that goes on, else the nearest convened one."""

    async def current(self) -> Sequence[Meeting]:
        """Every meeting convened or open, by time."""

    async def closed_since(self, moment: datetime) -> Sequence[Meeting]:
        """Closed meetings that were to begin at this moment or later."""

    async def ahead(self) -> Sequence[Meeting]:
        """Drafts and convened meetings: those whose agenda is still open."""

    async def draft_of(self, chat_id: int) -> Meeting | None:
        """The draft whose card is open in this chat, if any."""
