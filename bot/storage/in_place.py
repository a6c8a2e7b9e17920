"""SQLite without a hop to another thread for what is short.

SQLAlchemy's aiosqlite goes to the connection's thread four times a statement: to make a cursor, to execute,
to fetch, to close. A vote is seven statements of some microseconds each, so the hops were most of its time.
Here a statement is executed where it is asked for, in the event loop's thread, as long as it waits for
nothing and is short; what turns out to be long, and every commit, which waits for the disk, is one hop.
"""

from __future__ import annotations

import collections
import sqlite3
from collections.abc import Callable
from typing import Any, TypeVar

import aiosqlite
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
)
from sqlalchemy.util import EMPTY_DICT
from sqlalchemy.util.concurrency import await_

Given = TypeVar("Given")

# Steps of SQLite's machine, some milliseconds: whatever reads longer goes on in the connection's thread.
_STEPS, _LOOKED_EVERY = 50_000, 5_000
# Rows written by one statement.
_MANY = 50
_LONGEST_WAIT = 15_000  # milliseconds


class InPlaceCursor(AsyncAdapt_aiosqlite_cursor):
    """A cursor whose rows are all here once a statement was executed."""

    __slots__ = ("_description", "_lastrowid", "_rowcount")

    def __init__(self, adapt_connection: Any) -> None:
        self._adapt_connection = adapt_connection
        self._connection = adapt_connection._connection
        self._rows = collections.deque()
        self._soft_closed_memoized = EMPTY_DICT
        self._description: Any = None
        self._rowcount = -1
        self._lastrowid: Any = None

    @property
    def description(self) -> Any:
        """Columns of the rows; None where a statement gives none."""
        return self._description

    @property
    def rowcount(self) -> int:
        """How many rows were changed."""
        return self._rowcount

    @property
    def lastrowid(self) -> Any:
        """The id of the row inserted last."""
        return self._lastrowid

    def execute(self, operation: Any, parameters: Any = None) -> None:
        """Execute and fetch."""
        self._go("execute", operation, parameters or ())

    def executemany(self, operation: Any, seq_of_parameters: Any) -> None:
        """Execute for each set of parameters."""
        self._go("executemany", operation, seq_of_parameters)

    def close(self) -> None:
        """Let go of the rows; the cursor itself was closed when it was executed."""
        self._rows.clear()

    async def _async_soft_close(self) -> None:
        """There is nothing left to close."""

    def _go(self, how: str, operation: Any, parameters: Any) -> None:
        raw: sqlite3.Connection = self._connection._conn

        def run() -> tuple[Any, int, Any, list[Any]]:
            cursor = raw.cursor()
            try:
                getattr(cursor, how)(operation, parameters)
                rows = cursor.fetchall() if cursor.description else []
                return cursor.description, cursor.rowcount, cursor.lastrowid, rows
            finally:
                cursor.close()

        many = how == "executemany" and len(parameters) > _MANY
        connection: Any = self._adapt_connection
        try:
            given = await_(connection.run(run, operation, many=many))
        except Exception as error:
            self._adapt_connection._handle_exception(error)
        self._description, self._rowcount, self._lastrowid, rows = given
        self._rows = collections.deque(rows)


class InPlaceConnection(AsyncAdapt_aiosqlite_connection):
    """A connection that gives such cursors.

    A transaction says by `begins` what it is. While something of it is still done in the connection's thread,
    for whoever waited was cancelled, nothing is done in place.
    """

    __slots__ = ("_asked", "_done", "_in_place", "_writing")
    _cursor_cls = InPlaceCursor

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        # Each is counted in one thread alone.
        self._asked = self._done = 0
        self._writing, self._in_place = True, False

    def begins(self, *, writing: bool, in_place: bool) -> None:
        """The transaction that begins now writes or not, and may be executed in place or not."""
        self._writing, self._in_place = writing, in_place

    async def run(self, do: Callable[[], Given], operation: str, *, many: bool = False) -> Given:
        """Do this in place, or in the connection's thread if it is long or has to wait."""
        unknown = self._writing and operation.startswith("WITH")  # may read long, may write
        if many or unknown or not self._in_place or self._asked != self._done:
            return await self._hop(do)
        raw: sqlite3.Connection = self._connection._conn
        try:
            if operation == "BEGIN IMMEDIATE":
                return _at_once(raw, do)
            if self._writing and not operation.startswith("SELECT"):
                return do()  # a write that is cut off would take the whole transaction with it
            return _bounded(raw, do)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode not in (sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_BUSY):
                raise
        return await self._hop(do)

    def rollback(self) -> None:
        """Nothing is kept: that waits for nobody."""
        if self._in_place and self._asked == self._done and self._connection._connection:
            self._connection._conn.rollback()
        else:
            super().rollback()

    async def _hop(self, do: Callable[[], Given]) -> Given:
        def counted() -> Given:
            try:
                return do()
            finally:
                self._done += 1

        self._asked += 1
        given: Given = await self._connection._execute(counted)
        return given


def _at_once(raw: sqlite3.Connection, do: Callable[[], Given]) -> Given:
    """Without waiting for a writer of another process. Raises sqlite3.OperationalError where there is one."""
    raw.execute("PRAGMA busy_timeout=0")
    try:
        return do()
    finally:
        raw.execute(f"PRAGMA busy_timeout={_LONGEST_WAIT}")


def _bounded(raw: sqlite3.Connection, do: Callable[[], Given]) -> Given:
    """Up to so many steps. Raises sqlite3.OperationalError beyond them."""
    # SQLite counts the steps of a statement since it was prepared: the first look may come early.
    left = _STEPS // _LOOKED_EVERY

    def look() -> bool:
        nonlocal left
        left -= 1
        return left < 0

    raw.set_progress_handler(look, _LOOKED_EVERY)
    try:
        return do()
    finally:
        raw.set_progress_handler(None, 0)


class InPlaceDriver(AsyncAdapt_aiosqlite_dbapi):
    """The driver, for `create_async_engine(module=…)`."""

    def __init__(self) -> None:
        super().__init__(aiosqlite, sqlite3)

    def connect(self, *arguments: Any, **options: Any) -> InPlaceConnection:
        """Open a connection; two threads use it, never both at a time."""
        opened = super().connect(*arguments, **options | {"check_same_thread": False})
        return InPlaceConnection(self, opened._connection)
