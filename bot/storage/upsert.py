"""INSERT … ON CONFLICT, which both engines have and SQLAlchemy keeps in their dialects."""

from __future__ import annotations

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


def upsert(connection: AsyncConnection, table: Table) -> sqlite.Insert:
    """An insert with `on_conflict_do_*`. Both dialects' inserts have the same methods used here."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)  # type: ignore[return-value]
    return sqlite.insert(table)
