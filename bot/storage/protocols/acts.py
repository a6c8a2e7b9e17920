"""Acts of meetings that were not held, each kept whole."""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert, select, update

from bot.storage.protocols.tables import acts
from bot.storage.shape import Shape
from bot.storage.transaction import Store
from domain.protocols.record import NotHeldRecord, Signature, canonical, fingerprint
from domain.protocols.store import StoredAct

_record = Shape(NotHeldRecord)
_signature = Shape(Signature)


class StoredActs(Store):
    """Acts in the database."""

    async def add(self, meeting_id: int, account: int) -> None:
        await self.connection.execute(insert(acts).values(meeting_id=meeting_id, account=account))
        self.ask_work()

    async def account(self, meeting_id: int) -> int | None:
        """The account that signed the meeting's act."""
        account: int | None = await self.connection.scalar(
            select(acts.c.account).where(acts.c.meeting_id == meeting_id)
        )
        return account

    async def draw_up(self, meeting_id: int, record: NotHeldRecord, signature: Signature) -> None:
        """Fix the act's record."""
        await self.connection.execute(
            update(acts)
            .where(acts.c.meeting_id == meeting_id)
            .values(
                record=canonical(record).decode(),
                sha256=fingerprint(record),
                signature=_signature.written(signature),
            )
        )

    async def get(self, meeting_id: int) -> StoredAct | None:
        return await self._found(acts.c.meeting_id == meeting_id)

    async def by_hash(self, sha256: str) -> StoredAct | None:
        return await self._found(acts.c.sha256.startswith(sha256.lower(), autoescape=True))

    async def _found(self, condition: Any) -> StoredAct | None:
        statement = select(acts).where(condition, acts.c.record.is_not(None)).limit(1)
        row = (await self.connection.execute(statement)).first()
        if row is None:
            return None
        record, signature = _record.read(row.record), _signature.read(row.signature)
        return StoredAct(row.meeting_id, record, row.sha256, signature)
