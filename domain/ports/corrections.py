"""Corrections of signed protocols."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from domain.protocol import CorrectionRecord, Signature


@dataclass(frozen=True, slots=True)
class StoredCorrection:
    """A signed correction; `sha256` is of its own record."""

    id: int
    protocol_id: int
    record: CorrectionRecord
    sha256: str
    signature: Signature

    @property
    def entity(self) -> str:
        """What the audit log, the documents and the dispatches call it."""
        return f"correction:{self.id}"


class CorrectionStore(Protocol):
    """Corrections, each a paper of its own."""

    async def add(self, protocol_id: int, record: CorrectionRecord, signature: Signature) -> StoredCorrection:
        """Keep a signed correction."""

    async def get(self, correction_id: int) -> StoredCorrection | None:
        """The correction with this id."""

    async def of(self, protocol_id: int) -> Sequence[StoredCorrection]:
        """The protocol's corrections by number."""

    async def by_hash(self, sha256: str) -> StoredCorrection | None:
        """The correction whose record has this SHA-256, or begins so."""
