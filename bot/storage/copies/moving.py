"""Moves an office's rows into an empty database of another kind: SQLite to PostgreSQL, and back."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from sqlalchemy import Connection, Table, func, insert, select, text
from sqlalchemy.engine import URL

from bot.storage.columns import kept_tables
from bot.storage.copies.failure import CopyFailed, Damaged
from bot.storage.copies.proof import Contents, contents_of
from bot.storage.engine import engine_for_now
from bot.storage.migrating import absent, migrate, newest_revision, revision_of
from bot.storage.serving import Served, unserved

_AT_ONCE = 500  # rows


def move_database(source: URL, target: URL) -> Contents:
    """Copy every row, compare counts and the audit log, and only then keep them. The source stays as it is.

    Raises CopyFailed, SQLAlchemyError, OSError. Blocks: call it in a thread.
    """
    if absent(source):
        raise CopyFailed("cli-no-file", source.database or "")
    try:
        with unserved(source), unserved(target):
            asyncio.run(_looked_at(source))
            asyncio.run(migrate(target))
            return asyncio.run(_move(source, target))
    except Served as served:
        raise CopyFailed("cli-served", str(served)) from None


async def _looked_at(source: URL) -> None:
    """Before anything is made elsewhere. Raises CopyFailed."""
    async with engine_for_now(source) as engine, engine.connect() as reading:
        await reading.run_sync(_sound)


async def _move(source: URL, target: URL) -> Contents:
    async with (
        engine_for_now(source) as old,
        engine_for_now(target) as new,
        old.connect() as reading,
        new.begin() as writing,
    ):
        before = _moved(await reading.run_sync(_sound))
        if (await writing.run_sync(contents_of)).total:
            raise CopyFailed("cli-move-not-empty", target.database or "")
        for table in kept_tables():
            rows = await reading.stream(select(table).order_by(*table.primary_key.columns))
            async for some in rows.mappings().partitions(_AT_ONCE):
                await writing.execute(insert(table), [dict(row) for row in some])
            await writing.run_sync(_count_on, table)
        after = _moved(await writing.run_sync(contents_of))
        if after != before:
            raise CopyFailed("cli-move-differs", target.database or "")
        return after


def _moved(found: Contents) -> Contents:
    """Of what a database holds that which is carried over: what is made of other rows is made there."""
    return replace(found, rows={table.name: found.rows[table.name] for table in kept_tables()})


def _sound(connection: Connection) -> Contents:
    """What there is to move; nothing damaged or of another schema is."""
    name = connection.engine.url.database or ""
    if revision_of(connection) != newest_revision():
        raise CopyFailed("cli-move-old", name)
    found = contents_of(connection)
    if found.damage:
        raise Damaged(name, found.damage)
    return found


def _count_on(connection: Connection, table: Table) -> None:
    """PostgreSQL goes on numbering after the newest row; SQLite does so by itself."""
    if connection.dialect.name != "postgresql" or "id" not in table.c:
        return
    sequence = connection.scalar(select(func.pg_get_serial_sequence(table.name, "id")))
    newest = connection.scalar(select(func.max(table.c.id)))
    if sequence and newest:
        connection.execute(text("SELECT setval(:name, :newest)"), {"name": sequence, "newest": newest})
