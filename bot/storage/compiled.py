"""Statements for SQLite compiled once a process, whichever office executes them first."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy.util import LRUCache

_MOST = 1000


class CompiledStatements(LRUCache[Any, Any]):
    """What the engines keep compiled statements in (SQLAlchemy, `compiled_cache`); values are no part of it.

    An engine asks by its own dialect, which is here one of several that are alike.
    """

    def get(self, key: Any, default: Any = None) -> Any:
        """The compiled statement; the default where there is none."""
        return super().get(_alike(key), default)

    def __setitem__(self, key: Any, compiled: Any) -> None:
        super().__setitem__(_alike(key), compiled)


def _alike(key: Any) -> Any:
    dialect, *statement = key
    return (type(dialect), *statement)


@cache
def compiled_statements() -> CompiledStatements:
    """Those of this process: each office's own would cost it a megabyte."""
    return CompiledStatements(_MOST)
