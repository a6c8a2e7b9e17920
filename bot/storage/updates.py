"""Updates of the messenger: which were processed, which wait to be tried again, which were given up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Index,
    Integer,
    Table,
    Text,
    bindparam,
    delete,
    exists,
    func,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.columns import Moment, key_column, metadata
from bot.storage.transaction import Store
from bot.storage.upsert import upsert

processed_updates = Table(
    "processed_updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("processed_at", Moment, nullable=False),
)


# The messenger has let go of these: `tries` failed so far, none of one that waits behind another of its chat.
parked_updates = Table(
    "parked_updates",
    metadata,
    key_column(),
    Column("update_id", BigInteger, nullable=False, unique=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("content", JSON, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("failure", Text, nullable=False),
    Column("try_at", Moment, nullable=False),
    Index(None, "chat_id"),
)


# Given up after so many tries.
poison_updates = Table(
    "poison_updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("failure", Text, nullable=False),
    Column("tries", Integer, nullable=False, server_default="1"),
    Column("set_aside_at", Moment),
)

# Statements of every tap: built once, for each engine.
_ENGINES: dict[str, Callable[[Table], Any]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
_NOTE = {name: insert(processed_updates).on_conflict_do_nothing() for name, insert in _ENGINES.items()}
_UNLESS_CHAT_WAITS = select(
    bindparam("update_id", type_=BigInteger), bindparam("processed_at", type_=Moment)
).where(~exists().where(parked_updates.c.chat_id == bindparam("chat_id", type_=BigInteger)))
_TAKE = {
    name: insert(processed_updates)
    .from_select(["update_id", "processed_at"], _UNLESS_CHAT_WAITS)
    .on_conflict_do_nothing()
    for name, insert in _ENGINES.items()
}


@dataclass(frozen=True, slots=True)
class ParkedUpdate:
    """The first update of a chat that waits to be tried again, as the messenger sent it."""

    update_id: int
    chat_id: int
    content: Mapping[str, Any]
    try_at: datetime

    def is_due(self, now: datetime, longest: timedelta) -> bool:
        """Whether to try it; what waits for longer than any pause was put off by a clock that ran ahead."""
        return not now < self.try_at <= now + longest


class StoredUpdates(Store):
    """What became of updates."""

    async def take(self, update_id: int, chat_id: int) -> bool:
        """Note an update as processed (Bot API, getUpdates).

        False when it was before, or has to wait until others of its chat are done.
        """
        values = {"update_id": update_id, "processed_at": self.clock.now(), "chat_id": chat_id}
        result = await self.connection.execute(_TAKE[self.connection.dialect.name], values)
        return result.rowcount > 0

    async def has_to_wait(self, update_id: int, chat_id: int) -> bool:
        """Whether an update that could not be taken is not processed yet: others of its chat come first."""
        known = exists().where(processed_updates.c.update_id == update_id)
        waits = exists().where(parked_updates.c.chat_id == chat_id)
        return bool(await self.connection.scalar(select(waits & ~known)))

    async def park(
        self,
        update_id: int,
        chat_id: int,
        content: Mapping[str, Any],
        *,
        tries: int = 0,
        failure: str = "",
        pause: timedelta = timedelta(),
    ) -> None:
        """Keep an update to be tried again, behind those of its chat; one that is kept already stays."""
        statement = upsert(self.connection, parked_updates).values(
            update_id=update_id,
            chat_id=chat_id,
            content=dict(content),
            tries=tries,
            failure=failure,
            try_at=self.clock.now() + pause,
        )
        await self.connection.execute(statement.on_conflict_do_nothing())

    async def parked(self) -> Sequence[ParkedUpdate]:
        """The first that waits of each chat."""
        first = select(func.min(parked_updates.c.id)).group_by(parked_updates.c.chat_id)
        kept = parked_updates.c
        columns = (kept.update_id, kept.chat_id, kept.content, kept.try_at)
        rows = await self.connection.execute(
            select(*columns).where(parked_updates.c.id.in_(first)).order_by(parked_updates.c.id)
        )
        return [ParkedUpdate(*row) for row in rows]

    async def take_parked(self, update_id: int) -> bool:
        """Note a parked update as processed; False when somebody else has taken it."""
        return await self._unpark(update_id) and await self._note(update_id)

    async def failed(self, update_id: int, failure: str, pauses: Sequence[timedelta]) -> int:
        """Count one more failure of a parked update; how many there were.

        `pauses`: how long to wait after the first failure, the second and so on.
        """
        counted = (
            update(parked_updates)
            .where(parked_updates.c.update_id == update_id)
            .values(failure=failure, tries=parked_updates.c.tries + 1)
            .returning(parked_updates.c.tries)
        )
        tries = int((await self.connection.execute(counted)).scalar_one())
        await self.connection.execute(
            update(parked_updates)
            .where(parked_updates.c.update_id == update_id)
            .values(try_at=self.clock.now() + pauses[min(tries, len(pauses)) - 1])
        )
        return tries

    async def set_aside(self, update_id: int, failure: str, tries: int) -> None:
        """The update has failed too often: it is not tried again, and nothing of its content is kept."""
        await self._unpark(update_id)
        values = {"failure": failure, "tries": tries, "set_aside_at": self.clock.now()}
        statement = upsert(self.connection, poison_updates).values(update_id=update_id, **values)
        await self.connection.execute(
            statement.on_conflict_do_update(index_elements=["update_id"], set_=values)
        )
        await self._note(update_id)

    async def forget(self, before: datetime) -> int:
        result = await self.connection.execute(
            delete(processed_updates).where(processed_updates.c.processed_at < before)
        )
        return result.rowcount

    async def _note(self, update_id: int) -> bool:
        values = {"update_id": update_id, "processed_at": self.clock.now()}
        result = await self.connection.execute(_NOTE[self.connection.dialect.name], values)
        return result.rowcount > 0

    async def _unpark(self, update_id: int) -> bool:
        result = await self.connection.execute(
            delete(parked_updates).where(parked_updates.c.update_id == update_id)
        )
        return result.rowcount > 0
