"""Protocols of meetings: the fixed record, its versions, its signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Text, cast, exists, func, insert, select, update

from bot.storage.documents import documents
from bot.storage.meetings.tables import meetings
from bot.storage.protocols.tables import former_records, protocols
from bot.storage.shape import Shape
from bot.storage.transaction import Store, read_once
from domain.office.shown import Thing
from domain.protocols.record import ProtocolRecord, Signature, canonical, fingerprint
from domain.protocols.store import StoredProtocol

_record = Shape(ProtocolRecord)
_signature = Shape(Signature)

DRAWN = ("pdf", "docx", "picture")
"""Kinds of documents of an unsigned protocol: each version has its own; pictures are of before."""


class StoredProtocols(Store):
    """Protocols in the database."""

    async def add(self, meeting_id: int, record: ProtocolRecord, year: int) -> StoredProtocol:
        sha256 = fingerprint(record)
        result = await self.connection.execute(
            insert(protocols)
            .values(
                meeting_id=meeting_id,
                year=year,
                number=record.number,
                record=canonical(record).decode(),
                sha256=sha256,
                drawn_at=self.clock.now(),
            )
            .returning(protocols.c.id)
        )
        added = StoredProtocol(
            int(result.scalar_one()), meeting_id, record.number, year, record, sha256, None
        )
        self.changed(added.entity, f"meeting:{meeting_id}", Thing.PROTOCOLS)
        return added

    async def number_for(self, year: int, own: int | None) -> int:
        taken = set(await self.connection.scalars(select(protocols.c.number).where(protocols.c.year == year)))
        if own is not None and own not in taken:
            return own
        last = await self.connection.scalar(
            select(func.max(meetings.c.number)).where(meetings.c.year == year)
        )
        return max(taken | {last or 0}) + 1

    @read_once
    async def get(self, protocol_id: int) -> StoredProtocol | None:
        return await self._found(protocols.c.id == protocol_id)

    @read_once
    async def of_meeting(self, meeting_id: int) -> StoredProtocol | None:
        return await self._found(protocols.c.meeting_id == meeting_id)

    async def by_hash(self, sha256: str) -> StoredProtocol | None:
        return await self._found(protocols.c.sha256.startswith(sha256.lower(), autoescape=True))

    async def former_by_hash(self, sha256: str) -> tuple[StoredProtocol, int] | None:
        statement = select(former_records.c.protocol_id, former_records.c.version).where(
            former_records.c.sha256.startswith(sha256.lower(), autoescape=True)
        )
        row = (await self.connection.execute(statement.limit(1))).first()
        protocol = await self.get(row.protocol_id) if row else None
        return (protocol, int(row.version)) if row and protocol else None

    async def reword(self, protocol: StoredProtocol, record: ProtocolRecord) -> StoredProtocol:
        former = await self.connection.execute(
            select(protocols.c.version, protocols.c.record, protocols.c.sha256).where(
                protocols.c.id == protocol.id, protocols.c.signature.is_(None)
            )
        )
        row = former.first()
        if row is None:
            raise ValueError(f"protocol {protocol.id} is signed")
        values = {**row._mapping, "protocol_id": protocol.id, "replaced_at": self.clock.now()}
        await self.connection.execute(insert(former_records).values(**values))
        await self.connection.execute(
            update(documents)
            .where(documents.c.entity == protocol.entity, documents.c.kind.in_(DRAWN))
            .values(kind=documents.c.kind + f"-{row.version}")
        )
        now = replace(
            protocol,
            record=record,
            sha256=fingerprint(record),
            version=row.version + 1,
            countersignature=None,
        )
        await self.connection.execute(
            update(protocols)
            .where(protocols.c.id == protocol.id)
            .values(
                record=canonical(record).decode(),
                sha256=now.sha256,
                version=now.version,
                countersignature=None,
            )
        )
        self.ask_work()
        self.changed(protocol.entity)
        return now

    async def sign(self, protocol_id: int, signature: Signature) -> None:
        meeting = await self.connection.scalar(
            update(protocols)
            .where(protocols.c.id == protocol_id, protocols.c.signature.is_(None))
            .values(signature=_signature.written(signature), signed_at=signature.signed_at)
            .returning(protocols.c.meeting_id)
        )
        self.ask_work()
        self.changed(f"protocol:{protocol_id}", f"meeting:{meeting}", Thing.PROTOCOLS)

    async def countersign(self, protocol_id: int, signature: Signature) -> None:
        await self.connection.execute(
            update(protocols)
            .where(protocols.c.id == protocol_id, protocols.c.signature.is_(None))
            .values(countersignature=_signature.written(signature))
        )
        self.changed(f"protocol:{protocol_id}")

    async def unsigned(self) -> Sequence[StoredProtocol]:
        rows = await self.connection.execute(
            select(protocols).where(protocols.c.signature.is_(None)).order_by(protocols.c.id)
        )
        return [_stored_protocol(row) for row in rows]

    async def without_document(self, kind: str, *, signed: bool) -> StoredProtocol | None:
        """A protocol, signed or whichever, that has no document of this kind yet."""
        entity = "protocol:" + cast(protocols.c.id, Text)
        missing = ~exists().where(documents.c.entity == entity, documents.c.kind == kind)
        return await self._found(missing & protocols.c.signature.is_not(None) if signed else missing)

    async def _found(self, condition: Any) -> StoredProtocol | None:
        statement = select(protocols).where(condition).order_by(protocols.c.id).limit(1)
        statement = self.locked(statement)
        row = (await self.connection.execute(statement)).first()
        return _stored_protocol(row) if row else None


def _stored_protocol(row: Any) -> StoredProtocol:
    signature, countersignature = (
        _signature.read(kept) if kept else None for kept in (row.signature, row.countersignature)
    )
    record = _record.read(row.record)
    return StoredProtocol(
        row.id,
        row.meeting_id,
        row.number,
        row.year,
        record,
        row.sha256,
        signature,
        row.version,
        countersignature,
    )
