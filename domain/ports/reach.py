"""Chats that cannot be reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Unreachable:
    """A chat that takes no messages: a person who blocked the bot, a group that put it out."""

    chat_id: int
    reason: str
    since: datetime


class ReachStore(Protocol):
    """Who cannot be reached now; what is due to them waits."""

    async def lost(self, chat_id: int, reason: str) -> None:
        """The chat takes no messages."""

    async def back(self, chat_id: int) -> bool:
        """The chat takes messages again; False when it always did."""

    async def of(self, chat_id: int) -> Unreachable | None:
        """Since when and why this chat cannot be reached; None when it can."""

    async def waiting_for(self, chat_id: int) -> int:
        """How many messages and cards wait for this chat."""
