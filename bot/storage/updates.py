"""Updates of the messenger: which were processed, and how often one failed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Column, Integer, Table, Text, delete, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.columns import Moment, metadata
from bot.storage.transaction import Store
from bot.storage.upsert import upsert

processed_updates = Table(
    "processed_updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("processed_at", Moment, nullable=False),
)


# `tries` counts failures, whatever restarts between them; `set_aside_at` when there were too many.
poison_updates = Table(
    "poison_updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("failure", Text, nullable=False),
    Column("tries", Integer, nullable=False, server_default="1"),
    Column("set_aside_at", Moment),
)

# A statement of every tap: built once.
_TAKE = {
    "sqlite": sqlite.insert(processed_updates).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(processed_updates).on_conflict_do_nothing(),
}


class StoredUpdates(Store):
    """What became of updates."""

    async def take(self, update_id: int) -> bool:
        """Note an update as processed; False when it was before (Bot API, getUpdates)."""
        values = {"update_id": update_id, "processed_at": self.clock.now()}
        result = await self.connection.execute(_TAKE[self.connection.dialect.name], values)
        return result.rowcount > 0

    async def failed(self, update_id: int, failure: str) -> int:
        """Count one more failure of an update; how many there were, restarts or not."""
        statement = upsert(self.connection, poison_updates).values(update_id=update_id, failure=failure)
        counted = statement.on_conflict_do_update(
            index_elements=["update_id"], set_={"failure": failure, "tries": poison_updates.c.tries + 1}
        )
        result = await self.connection.execute(counted.returning(poison_updates.c.tries))
        return int(result.scalar_one())

    async def set_aside(self, update_id: int) -> None:
        """The update has failed too often: it is not tried again."""
        await self.connection.execute(
            update(poison_updates)
            .where(poison_updates.c.update_id == update_id)
            .values(set_aside_at=self.clock.now())
        )
        await self.take(update_id)

    async def forget(self, before: datetime) -> int:
        """Forget updates that were processed before this; how many."""
        result = await self.connection.execute(
            delete(processed_updates).where(processed_updates.c.processed_at < before)
        )
        return result.rowcount
