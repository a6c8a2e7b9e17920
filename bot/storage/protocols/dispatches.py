"""To which units a signed paper went, how, and when each confirmed it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from bot.storage.protocols.tables import corrections, dispatches
from bot.storage.transaction import Store
from bot.storage.upsert import upsert
from domain.protocols.dispatch import Dispatch

_COLUMNS = [dispatches.c[name] for name in Dispatch.__dataclass_fields__]


class StoredDispatches(Store):
    """Dispatches in the database."""

    async def add(self, entity: str, unit: str, *, by_hand: bool) -> None:
        """The paper goes to this unit; through its chat now, or by hand later. Adding again does nothing."""
        statement = upsert(self.connection, dispatches).values(
            entity=entity, unit=unit, by_hand=by_hand, sent_at=None if by_hand else self.clock.now()
        )
        await self.connection.execute(statement.on_conflict_do_nothing())
        await self._changed(entity)

    async def of(self, entity: str) -> Sequence[Dispatch]:
        return await self._found(dispatches.c.entity == entity)

    async def sent_by_hand(self, entity: str, unit: str, user_id: int) -> bool:
        waits = dispatches.c.sent_at.is_(None) & dispatches.c.by_hand
        return await self._mark(entity, unit, waits, sent_at=self.clock.now(), sent_by=user_id)

    async def confirm(self, entity: str, unit: str, user_id: int) -> bool:
        waits = dispatches.c.confirmed_at.is_(None)
        return await self._mark(entity, unit, waits, confirmed_at=self.clock.now(), confirmed_by=user_id)

    async def unconfirmed(self, sent_before: datetime) -> Sequence[Dispatch]:
        return await self._found(
            (dispatches.c.sent_at < sent_before)
            & dispatches.c.confirmed_at.is_(None)
            & dispatches.c.by_hand.is_(False)
        )

    async def _mark(self, entity: str, unit: str, waits: Any, **values: Any) -> bool:
        statement = update(dispatches).where(dispatches.c.entity == entity, dispatches.c.unit == unit, waits)
        marked = (await self.connection.execute(statement.values(**values))).rowcount > 0
        if marked:
            await self._changed(entity)
        return marked

    async def _changed(self, entity: str) -> None:
        """Where a correction has gone stands on the card of its protocol."""
        self.changed(entity)
        paper, _, number = entity.partition(":")
        if paper == "correction":
            protocol = select(corrections.c.protocol_id).where(corrections.c.id == int(number))
            self.changed(f"protocol:{await self.connection.scalar(protocol)}")

    async def _found(self, condition: Any) -> list[Dispatch]:
        rows = await self.connection.execute(
            select(*_COLUMNS).where(condition).order_by(dispatches.c.entity, dispatches.c.unit)
        )
        return [Dispatch(**row._mapping) for row in rows]
