"""Who serves a database. As long as somebody does, nobody may put another in its place.

SQLite: a lock on a file beside the database, which one process holds. PostgreSQL: an advisory lock of a
session, which replicas share. Both end with the process, however it ends.
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import structlog
from sqlalchemy import NullPool, func, select
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.storage.locks import SERVING
from bot.watching.keeping import Keeper

log = structlog.get_logger("serving")

_LOOK_AGAIN = 5.0  # seconds
_SHARED = select(func.pg_try_advisory_lock_shared(SERVING))
_ALONE = select(func.pg_try_advisory_lock(SERVING))
_STILL_THERE = select(1)


class Served(Exception):
    """Somebody serves this database, or puts a copy in its place just now."""


class Serving(Protocol):
    """The right to serve a database, held by this process."""

    async def take(self) -> None:
        """Take it, once. Raises Served; OSError or SQLAlchemyError where that cannot be known."""

    async def release(self) -> None:
        """Let others have it."""


def serving_of(url: URL, engine: AsyncEngine) -> Serving:
    """The right to serve this database."""
    return FileServing(url) if url.get_backend_name() == "sqlite" else AdvisoryServing(engine)


class FileServing:
    """A lock on `office.db.lock`. The file stays: to remove it would let two processes hold two of them."""

    def __init__(self, url: URL) -> None:
        database = Path(url.database or "").resolve()
        self._file = database.with_name(f"{database.name}.lock")
        self._held: int | None = None

    async def take(self) -> None:
        self.take_now()

    def take_now(self) -> None:
        """Take it without waiting. Raises Served, OSError."""
        if self._held is not None:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        held = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(held)
            raise Served(self._file.name) if isinstance(error, BlockingIOError) else error from None
        self._held = held

    async def release(self) -> None:
        self.release_now()

    def release_now(self) -> None:
        """Let others have it."""
        if self._held is not None:
            os.close(self._held)
            self._held = None


class AdvisoryServing:
    """A lock of a session of its own; taken again when the session broke."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._connection: AsyncConnection | None = None
        self._task: asyncio.Task[None] | None = None

    async def take(self) -> None:
        if self._task is not None:
            return
        await self._connect()
        self._task = Keeper(lambda _: None)(self._keep, "serving")

    async def release(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None
        await self._forget()

    async def _connect(self) -> None:
        connection = await self._engine.connect()
        self._connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
        if not await connection.scalar(_SHARED):
            await self._forget()
            raise Served(self._engine.url.database)

    async def _keep(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_AGAIN)
            try:
                if self._connection is None:
                    await self._connect()
                else:
                    await self._connection.execute(_STILL_THERE)
            except (SQLAlchemyError, OSError, Served) as error:
                log.warning("not known to serve", error=type(error).__name__)
                await self._forget()

    async def _forget(self) -> None:
        """Let the connection go for good: returned to the pool, it would keep its lock."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(SQLAlchemyError, OSError):
                await connection.invalidate()
                await connection.close()


@contextlib.contextmanager
def unserved(url: URL) -> Iterator[None]:
    """For the length of the block nobody serves the database, nor begins to. Raises Served, OSError.

    Blocks: call it in a thread.
    """
    if url.get_backend_name() == "sqlite":
        serving = FileServing(url)
        serving.take_now()
        try:
            yield
        finally:
            serving.release_now()
        return
    engine = create_async_engine(url, poolclass=NullPool)
    with asyncio.Runner() as runner:
        connection = runner.run(_locked(engine))
        try:
            yield
        finally:
            runner.run(connection.close())
            runner.run(engine.dispose())


async def _locked(engine: AsyncEngine) -> AsyncConnection:
    connection = await (await engine.connect()).execution_options(isolation_level="AUTOCOMMIT")
    if not await connection.scalar(_ALONE):
        await connection.close()
        raise Served(engine.url.database)
    return connection
