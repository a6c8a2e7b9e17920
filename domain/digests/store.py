"""Digests that were made, who wants no empty ones, and lists asked for as tables."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from domain.messages.sections import MessageFilter, Section


class DigestStore(Protocol):
    """What is kept of digests."""

    async def begin(self, seat: int, day: date) -> bool:
        """Note that the seat's digest of this day is made; False when it was before."""

    async def last(self, seat: int, before: date) -> datetime | None:
        """When the seat's latest digest of a day before this one was made."""

    async def muted(self, user_id: int) -> bool:
        """Whether this person wants no empty digests."""

    async def mute(self, user_id: int, *, muted: bool) -> None:
        """Send this person no empty digests, or send them again."""

    async def ask_export(self, chat_id: int, section: Section, chosen: MessageFilter) -> int:
        """Ask for a list as a table; its id."""
