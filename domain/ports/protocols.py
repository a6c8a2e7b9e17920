"""Protocols of meetings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from domain.protocol import ProtocolRecord, Signature


@dataclass(frozen=True, slots=True)
class StoredProtocol:
    """A protocol with its fixed record; `sha256` is of the record's canonical content.

    `version` is 1 when drawn up and grows with each correction of its words before signing.
    """

    id: int
    meeting_id: int
    number: int
    year: int
    record: ProtocolRecord
    sha256: str
    signature: Signature | None
    version: int = 1

    @property
    def entity(self) -> str:
        """What the audit log, the documents and the cards call it."""
        return f"protocol:{self.id}"


class ProtocolStore(Protocol):
    """Protocols: the fixed record, its versions, its signature."""

    async def add(self, meeting_id: int, record: ProtocolRecord, year: int) -> StoredProtocol:
        """Fix the record of a meeting."""

    async def next_number(self, year: int) -> int:
        """The next number of a protocol in this year, from 1 (rules, section 5)."""

    async def get(self, protocol_id: int) -> StoredProtocol | None:
        """The protocol with this id."""

    async def of_meeting(self, meeting_id: int) -> StoredProtocol | None:
        """The meeting's protocol, once drawn up."""

    async def by_hash(self, sha256: str) -> StoredProtocol | None:
        """The protocol whose record has this SHA-256, or begins so (at least 16 digits)."""

    async def former_by_hash(self, sha256: str) -> tuple[StoredProtocol, int] | None:
        """The protocol one of whose former records has this SHA-256, and the version it was."""

    async def reword(self, protocol: StoredProtocol, record: ProtocolRecord) -> StoredProtocol:
        """Fix the record anew as the next version; the former one and its documents are kept as such."""

    async def sign(self, protocol_id: int, signature: Signature) -> None:
        """Keep the signature; a signed protocol never changes."""

    async def unsigned(self) -> Sequence[StoredProtocol]:
        """Protocols that wait for a signature."""
