"""What is kept of protocols: records, corrections, where signed papers went, files sent to be checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.protocols.dispatch import Dispatch
from domain.protocols.record import CorrectionRecord, NotHeldRecord, ProtocolRecord, Signature


@dataclass(frozen=True, slots=True)
class StoredProtocol:
    """A protocol with its fixed record; `sha256` is of the record's canonical content.

    `version` is 1 when drawn up and grows with each correction of its words before signing; the secretary
    countersigns one version.
    """

    id: int
    meeting_id: int
    number: int
    year: int
    record: ProtocolRecord
    sha256: str
    signature: Signature | None
    version: int = 1
    countersignature: Signature | None = None

    @property
    def entity(self) -> str:
        """What the audit log, the documents and the cards call it."""
        return f"protocol:{self.id}"

    @property
    def scan(self) -> str:
        """What the files of its scan belong to, where the paper was signed by hand."""
        return f"{self.entity}:scan"


class ProtocolStore(Protocol):
    """Protocols: the fixed record, its versions, its signature."""

    async def add(self, meeting_id: int, record: ProtocolRecord, year: int) -> StoredProtocol:
        """Fix the record of a meeting."""

    async def number_for(self, year: int, own: int | None) -> int:
        """The meeting's own number in this year (rules, section 5).

        The next free one where another protocol has it: they were counted apart once.
        """

    async def get(self, protocol_id: int) -> StoredProtocol | None:
        """The protocol with this id."""

    async def of_meeting(self, meeting_id: int) -> StoredProtocol | None:
        """The meeting's protocol, once drawn up."""

    async def by_hash(self, sha256: str) -> StoredProtocol | None:
        """The protocol whose record has this SHA-256, or begins so (at least 16 digits)."""

    async def former_by_hash(self, sha256: str) -> tuple[StoredProtocol, int] | None:
        """The protocol one of whose former records has this SHA-256, and the version it was."""

    async def reword(self, protocol: StoredProtocol, record: ProtocolRecord) -> StoredProtocol:
        """Fix the record anew as the next version; the former one and its documents are kept as such.

        Raises ValueError when the protocol is signed.
        """

    async def sign(self, protocol_id: int, signature: Signature) -> None:
        """Keep the signature; a signed protocol never changes."""

    async def countersign(self, protocol_id: int, signature: Signature) -> None:
        """Keep the secretary's signature under the present version of a protocol that is not signed yet."""

    async def unsigned(self) -> Sequence[StoredProtocol]:
        """Protocols that wait for a signature."""


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


@dataclass(frozen=True, slots=True)
class StoredAct:
    """The signed act of a meeting that was not held; `sha256` is of its record."""

    meeting_id: int
    record: NotHeldRecord
    sha256: str
    signature: Signature


class ActStore(Protocol):
    """Acts of meetings that were not held: signed as such a meeting is closed."""

    async def add(self, meeting_id: int, account: int) -> None:
        """Whoever closed the meeting signed its act, from this account; it is drawn up after that."""

    async def get(self, meeting_id: int) -> StoredAct | None:
        """The meeting's act, once drawn up."""

    async def by_hash(self, sha256: str) -> StoredAct | None:
        """The act whose record has this SHA-256, or begins so."""


class DispatchStore(Protocol):
    """Papers on their way to units. A paper is named by its entity: `protocol:5`, `correction:2`."""

    async def of(self, entity: str) -> Sequence[Dispatch]:
        """Every unit the paper goes to, by its key."""

    async def sent_by_hand(self, entity: str, unit: str, user_id: int) -> bool:
        """A person handed the paper over; False when that was marked before, or the bot sends it."""

    async def confirm(self, entity: str, unit: str, user_id: int) -> bool:
        """The unit has the paper; False when it said so before, or the paper does not go to it."""

    async def unconfirmed(self, sent_before: datetime) -> Sequence[Dispatch]:
        """What was sent through a chat before this moment and nobody confirmed."""


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file sent to be verified; with an `entity`, to be kept as its detached signature."""

    id: int
    user_id: int
    chat_id: int
    file_id: str
    file_name: str
    entity: str


class ReceivedFileStore(Protocol):
    """Files sent to be looked into: the messenger keeps the bytes until the worker takes them."""

    async def add(self, user_id: int, chat_id: int, file_id: str, file_name: str, entity: str = "") -> int:
        """Keep a file that is to be looked into; its id."""
