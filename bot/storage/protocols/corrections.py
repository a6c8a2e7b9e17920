"""Corrections of signed protocols, each kept whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Text, cast, exists, insert, select

from bot.storage.documents import documents
from bot.storage.protocols.tables import corrections
from bot.storage.shape import Shape
from bot.storage.transaction import Store
from domain.protocols.record import CorrectionRecord, Signature, canonical, fingerprint
from domain.protocols.store import StoredCorrection

_record = Shape(CorrectionRecord)
_signature = Shape(Signature)


class StoredCorrections(Store):
    """Corrections in the database."""

    async def add(self, protocol_id: int, record: CorrectionRecord, signature: Signature) -> StoredCorrection:
        sha256 = fingerprint(record)
        result = await self.connection.execute(
            insert(corrections)
            .values(
                protocol_id=protocol_id,
                number=record.number,
                record=canonical(record).decode(),
                sha256=sha256,
                signature=_signature.written(signature),
                signed_at=signature.signed_at,
            )
            .returning(corrections.c.id)
        )
        self.ask_work()
        self.changed(f"protocol:{protocol_id}")
        return StoredCorrection(int(result.scalar_one()), protocol_id, record, sha256, signature)

    async def get(self, correction_id: int) -> StoredCorrection | None:
        found = await self._found(corrections.c.id == correction_id)
        return found[0] if found else None

    async def of(self, protocol_id: int) -> Sequence[StoredCorrection]:
        return await self._found(corrections.c.protocol_id == protocol_id)

    async def by_hash(self, sha256: str) -> StoredCorrection | None:
        found = await self._found(corrections.c.sha256.startswith(sha256.lower(), autoescape=True))
        return found[0] if found else None

    async def unsent(self) -> StoredCorrection | None:
        """A correction that is not printed and sent yet."""
        entity = "correction:" + cast(corrections.c.id, Text)
        found = await self._found(~exists().where(documents.c.entity == entity))
        return found[0] if found else None

    async def _found(self, condition: Any) -> list[StoredCorrection]:
        rows = await self.connection.execute(select(corrections).where(condition).order_by(corrections.c.id))
        return [
            StoredCorrection(
                row.id,
                row.protocol_id,
                _record.read(row.record),
                row.sha256,
                _signature.read(row.signature),
            )
            for row in rows
        ]
