"""Meetings and protocols."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.meeting import Meeting
from domain.protocol import ProtocolRecord, Signature


@dataclass(frozen=True, slots=True)
class StoredProtocol:
    """A protocol with its fixed record; `sha256` is of the record's canonical content."""

    id: int
    meeting_id: int
    number: int
    year: int
    record: ProtocolRecord
    sha256: str
    signature: Signature | None


class MeetingStore(Protocol):
    """Meetings and protocols."""

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

    async def past(self, limit: int, offset: int = 0) -> Sequence[Meeting]:
        """Closed and not held meetings, newest first."""

    async def draft_of(self, chat_id: int) -> Meeting | None:
        """The draft whose card is open in this chat, if any."""

    async def add_protocol(self, meeting_id: int, record: ProtocolRecord, year: int) -> StoredProtocol:
        """Fix the record of a meeting."""

    async def next_protocol_number(self, year: int) -> int:
        """The next number of a protocol in this year, from 1 (rules, section 5)."""

    async def protocol(self, protocol_id: int) -> StoredProtocol | None:
        """The protocol with this id."""

    async def protocol_of(self, meeting_id: int) -> StoredProtocol | None:
        """The meeting's protocol, once drawn up."""

    async def protocol_by_hash(self, sha256: str) -> StoredProtocol | None:
        """The protocol whose record has this SHA-256, or begins so (at least 16 digits)."""

    async def sign(self, protocol_id: int, signature: Signature) -> None:
        """Keep the signature; a signed protocol never changes."""

    async def unsigned(self) -> Sequence[StoredProtocol]:
        """Protocols that wait for a signature."""

    async def confirm_receipt(self, protocol_id: int, unit: str, user_id: int) -> bool:
        """Record a unit's receipt; False when it was recorded before."""

    async def receipts(self, protocol_id: int) -> Mapping[str, datetime]:
        """Units that confirmed, and when."""
