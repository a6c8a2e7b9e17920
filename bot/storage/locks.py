"""What only one replica may do at a time: serve a chat, do a kind of work, migrate, ring a job.

On PostgreSQL these are advisory locks: of a session, which ends with the process that holds it, or of a
transaction. SQLite needs none of them: its only writer is the only process, by the lock in `serving`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Protocol

import structlog
from sqlalchemy import ARRAY, Text, bindparam, text
from sqlalchemy.exc import SQLAlchemyError

from bot.storage.together import Together

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

log = structlog.get_logger("locks")

# Of transactions: they end with it, whatever happens to the process.
AUDIT: Final = 5_2024
MIGRATING: Final = 5_2025
JOBS: Final = 5_2026
# Of sessions: shared by those that serve, alone for who puts a copy in the database's place.
SERVING: Final = 5_2027

_EACH = "(hashtextextended(key, 0)) FROM unnest(:keys) WITH ORDINALITY AS asked(key, place) ORDER BY place"
_KEYS = bindparam("keys", type_=ARRAY(Text))
_LOCK = text(f"SELECT pg_try_advisory_lock{_EACH}").bindparams(_KEYS)
_UNLOCK = text(f"SELECT pg_advisory_unlock{_EACH}").bindparams(_KEYS)


class Locks(Protocol):
    """Locks that this process holds; each is named by a key."""

    async def take(self, key: str) -> bool:
        """Whether this process may do it now; then nobody else may until it is released."""

    async def release(self, key: str) -> None:
        """Others may do it again."""

    async def close(self) -> None:
        """Release everything."""


class NoLocks:
    """Of a process that is the only one."""

    async def take(self, key: str) -> bool:
        """Always."""
        return True

    async def release(self, key: str) -> None:
        """There is nobody to release it to."""

    async def close(self) -> None:
        """There is nothing to release."""


class AdvisoryLocks:
    """Of one of several replicas on PostgreSQL; what is asked for at once is locked by one statement.

    Should the connection break, the locks are gone before their holder knows. So whoever sends also counts
    the try in the row itself, and a second sender sees that the message may have gone out.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._connection: AsyncConnection | None = None
        self._one_at_a_time = asyncio.Lock()
        self._taking = Together(self._take)
        self._releasing = Together(self._release)

    async def take(self, key: str) -> bool:
        """Whether this process may do it now; False also while the database is away."""
        return await self._taking.of(key)

    async def release(self, key: str) -> None:
        """Others may do it again."""
        await self._releasing.of(key)

    async def close(self) -> None:
        """Release everything."""
        async with self._one_at_a_time:
            await self._forget()

    async def _take(self, keys: Sequence[str]) -> Sequence[bool]:
        async with self._one_at_a_time:
            try:
                if self._connection is None:
                    connection = await self._engine.connect()
                    self._connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
                return list(await self._connection.scalars(_LOCK, {"keys": keys}))
            except (SQLAlchemyError, OSError) as error:
                log.warning("nothing can be locked", error=type(error).__name__)
                await self._forget()
                return [False] * len(keys)

    async def _release(self, keys: Sequence[str]) -> Sequence[None]:
        async with self._one_at_a_time:
            try:
                if self._connection is not None:
                    await self._connection.execute(_UNLOCK, {"keys": keys})
            except (SQLAlchemyError, OSError):
                await self._forget()
        return [None] * len(keys)

    async def _forget(self) -> None:
        """Let the connection go for good: returned to the pool, it would keep its locks."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(SQLAlchemyError, OSError):
                await connection.invalidate()
                await connection.close()
