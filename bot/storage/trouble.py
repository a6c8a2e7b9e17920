"""Which failures of the database pass by themselves."""

from __future__ import annotations

import errno
import sqlite3

from sqlalchemy.exc import DBAPIError, InterfaceError
from sqlalchemy.exc import TimeoutError as PoolTimeout

# Locked, out of space, unreadable or unwritable for now: nothing of it is the fault of an update.
_SQLITE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_NOMEM,
    }
)
_BROKEN = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
# PostgreSQL, appendix A: connection, password, missing base, serialisation and deadlock, resources, locks,
# operator, system.
_POSTGRESQL = ("08", "28", "3D", "40", "53", "55", "57", "58")


def passes(error: BaseException) -> bool:
    """Whether the same transaction may well succeed later: the database is away, full or busy."""
    if isinstance(error, PoolTimeout | InterfaceError | OSError):
        return True
    if not isinstance(error, DBAPIError):
        return False
    if error.connection_invalidated:
        return True
    if read_only(error):
        return True
    if state := state_of(error):
        return state.startswith(_POSTGRESQL)
    code = getattr(error.orig, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in _SQLITE


def collided(error: BaseException) -> bool:
    """Whether another transaction was in the way: tried at once again, it will hardly be."""
    return state_of(error).startswith("40")


def state_of(error: BaseException) -> str:
    """PostgreSQL's code of what went wrong (appendix A); empty where it gave none."""
    return str(getattr(getattr(error, "orig", None), "sqlstate", None) or "")


def _sqlite_code(error: BaseException) -> int | None:
    """SQLite's extended code of what went wrong; None where it gave none."""
    code: int | None = getattr(getattr(error, "orig", None) or error, "sqlite_errorcode", None)
    return code


def damaged(error: BaseException) -> bool:
    """Whether the database's file is broken, or is none: no try will help."""
    code = _sqlite_code(error)
    return code is not None and code & 0xFF in _BROKEN


def lacks_something(error: BaseException) -> bool:
    """Whether SQLite did not find what a statement speaks of: a table, a column."""
    return _sqlite_code(error) == sqlite3.SQLITE_ERROR


def damage_of(error: BaseException) -> str:
    """SQLite's name of what is broken in the file: SQLITE_CORRUPT or SQLITE_NOTADB."""
    code = _sqlite_code(error)
    no_database = code is not None and code & 0xFF == sqlite3.SQLITE_NOTADB
    return "SQLITE_NOTADB" if no_database else "SQLITE_CORRUPT"


def is_full(error: BaseException) -> bool:
    """Whether there is no room left on the disk of the database."""
    code = _sqlite_code(error)
    return state_of(error) == "53100" or code == sqlite3.SQLITE_FULL or is_no_space(error)


def is_no_space(error: BaseException) -> bool:
    """Whether the system said so itself."""
    return isinstance(error, OSError) and error.errno == errno.ENOSPC


def read_only(error: BaseException) -> bool:
    """Whether the database takes nothing that is written: its disk, its rights or its server say so."""
    code = _sqlite_code(error)
    return state_of(error) == "25006" or (code is not None and code & 0xFF == sqlite3.SQLITE_READONLY)
