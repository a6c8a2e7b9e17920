"""SQLite with one hop to its thread a statement.

SQLAlchemy's aiosqlite cursor goes to the connection's thread four times a statement: to make a cursor, to
execute, to fetch, to close. All four are done there in one go here; a vote is seven statements, and the hops
were most of its time.
"""

from __future__ import annotations

import collections
import sqlite3
from typing import Any

import aiosqlite
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
)
from sqlalchemy.util import EMPTY_DICT
from sqlalchemy.util.concurrency import await_


class OneHopCursor(AsyncAdapt_aiosqlite_cursor):
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
        """Execute and fetch in the connection's thread."""
        self._go("execute", operation, parameters or ())

    def executemany(self, operation: Any, seq_of_parameters: Any) -> None:
        """Execute for each set of parameters in the connection's thread."""
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

        try:
            self._description, self._rowcount, self._lastrowid, rows = await_(self._connection._execute(run))
        except Exception as error:
            self._adapt_connection._handle_exception(error)
        self._rows = collections.deque(rows)


class OneHopConnection(AsyncAdapt_aiosqlite_connection):
    """A connection that gives such cursors."""

    __slots__ = ()
    _cursor_cls = OneHopCursor


class OneHopDriver(AsyncAdapt_aiosqlite_dbapi):
    """The driver, for `create_async_engine(module=…)`."""

    def __init__(self) -> None:
        super().__init__(aiosqlite, sqlite3)

    def connect(self, *arguments: Any, **options: Any) -> OneHopConnection:
        """Open a connection."""
        opened = super().connect(*arguments, **options)
        return OneHopConnection(self, opened._connection)
