"""The engine and the one door to it: a unit of work is one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext, suppress
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.storage.compiled import compiled_statements
from bot.storage.in_place import InPlaceDriver
from bot.storage.resting import Resting
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.word_forms import WordForms
from domain.office.ports import Clock
from domain.office.profile import OfficeProfile

# Seconds: an update that waits longer for a connection is put off and comes again.
_PATIENCE = 10.0
_LONGEST_FAREWELL = 2.0
# What is deleted is wiped, whichever way this build of SQLite does it by itself: words of citizens are.
_PRAGMAS = (
    "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=15000", "secure_delete=ON",
)  # fmt: skip
# A connection to SQLite is a thread and up to 2 MB of pages: one at rest, one more to read beside a writer.
_KEPT_OPEN, _MOST_OPEN = 2, 4


class Database:
    """An office's database; `write` and `read` each give one transaction.

    `shown_in`: in which kinds of cards a part of each `Thing` is shown.
    """

    def __init__(
        self,
        url: str,
        profile: OfficeProfile,
        clock: Clock,
        shown_in: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        self._shown_in = shown_in or {}
        self.word_forms = WordForms()
        self.url = make_url(url)
        self.profile = profile
        self.clock = clock
        self.sqlite = self.url.get_backend_name() == "sqlite"
        self.engine = _sqlite_engine(url) if self.sqlite else _postgresql_engine(url)
        self._resting = Resting(self.engine) if self.sqlite else None
        # SQLite has one writer: waiting here is cheaper than its busy loop.
        self._writer: AbstractAsyncContextManager[Any] = asyncio.Lock() if self.sqlite else nullcontext()
        self._work_asked: Callable[[], None] = _tell_nobody
        self._sending_asked: Callable[[], None] = _tell_nobody

    def tell(self, *, work: Callable[[], None], sending: Callable[[], None]) -> None:
        """Whom to tell after a commit: that there is work for the worker, that something is to be sent."""
        self._work_asked, self._sending_asked = work, sending

    @asynccontextmanager
    async def write(self, *, in_place: bool = False) -> AsyncIterator[StoredUnitOfWork]:
        """A writing transaction: committed at the end, rolled back when the block raises.

        Cards that show what it changed are marked before the commit; what it leaves to be done after it is
        told to those who do it. `in_place`: no statement of it writes many rows, none needs another thread.
        """
        async with self._writer, self.engine.connect() as connection:
            if self.sqlite:
                await connection.execution_options(writing=True, in_place=in_place)
            async with connection.begin():
                uow = self._unit(connection, writing=True)
                yield uow
                if uow.changes:
                    await uow.outbox.show_changes(uow.changes, self._shown_in)
        if uow.work_asked:
            self._work_asked()
        if uow.sending_asked:
            self._sending_asked()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[StoredUnitOfWork]:
        """A reading transaction: one consistent picture, nothing is kept of it."""
        async with self.engine.connect() as connection:
            yield self._unit(connection, writing=False)
            await connection.rollback()

    async def close(self) -> None:
        """Let go of every connection; one that no server answers on any more is not waited for."""
        if self._resting is not None:
            await self._resting.stop()
        with suppress(TimeoutError):
            async with asyncio.timeout(None if self.sqlite else _LONGEST_FAREWELL):
                await self.engine.dispose()

    def _unit(self, connection: AsyncConnection, *, writing: bool) -> StoredUnitOfWork:
        return StoredUnitOfWork(connection, self.profile, self.clock, self.word_forms, writing=writing)


def _tell_nobody() -> None:
    """Where no office runs on this database."""


def _postgresql_engine(url: str) -> AsyncEngine:
    waits = {"timeout": _PATIENCE, "command_timeout": 60}
    # Parameters are people's words: an error must not carry them into the log.
    return create_async_engine(
        url, pool_size=10, pool_timeout=_PATIENCE, connect_args=waits, hide_parameters=True
    )


def _sqlite_engine(url: str) -> AsyncEngine:
    engine = create_async_engine(
        url,
        module=InPlaceDriver(),
        pool_size=_KEPT_OPEN,
        max_overflow=_MOST_OPEN - _KEPT_OPEN,
        pool_timeout=_PATIENCE,
        pool_use_lifo=True,
        pool_reset_on_return=None,
        hide_parameters=True,
        execution_options={"compiled_cache": compiled_statements()},
    )

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        # The driver must not open transactions on its own: BEGIN is ours, below.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        writing = options.get("writing", False)
        driven: Any = connection.connection.dbapi_connection
        driven.begins(writing=writing, in_place=options.get("in_place", not writing))
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine
