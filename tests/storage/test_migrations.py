"""The migrations make exactly the schema that the program describes, on both engines."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import JSON, Connection, MetaData, Table, insert, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from bot.storage import migrating
from bot.storage.columns import metadata
from bot.storage.database import Database
from bot.storage.messages.search import OWN_OBJECTS
from bot.storage.migrating import (
    DatabaseIsNewer,
    current_revision,
    known_revisions,
    migrate,
    newest_revision,
    outdated_revision,
    upgrade,
)


def differences(connection: Connection) -> list[object]:
    """Where the schema is not the described one."""
    options = {"include_name": lambda name, *_: not str(name).startswith(OWN_OBJECTS)}
    return list(compare_metadata(MigrationContext.configure(connection, opts=options), metadata))


async def test_the_migrated_schema_is_the_described_one(database: Database) -> None:
    async with database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_migrating_again_changes_nothing(database_url: str) -> None:
    url = make_url(database_url)
    assert await current_revision(url) is None
    assert await migrate(url) == (None, newest_revision())
    assert await migrate(url) == (newest_revision(), newest_revision())


def test_the_schemas_known_by_their_files_are_the_chain() -> None:
    scripts = ScriptDirectory(str(Path(migrating.__file__).parent / "migrations"))
    assert scripts.get_heads() == [newest_revision()]
    assert {one.revision for one in scripts.walk_revisions()} == known_revisions()


async def test_data_of_the_first_schema_are_kept(database_url: str) -> None:
    """A database as the first release left it, with a row in each table that later schemas change."""
    url = make_url(database_url)
    engine = create_async_engine(url)
    moment = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    async with engine.begin() as connection:
        await connection.run_sync(lambda sync: upgrade(sync, "0001"))
        first = MetaData()
        await connection.run_sync(first.reflect)
        kept = {
            name: await _fill(connection, first.tables[name], moment)
            for name in [table.name for table in first.sorted_tables if table.name != "alembic_version"]
        }
        named = "Сидорова А.П., 8 902 631 22 33"
        await connection.execute(first.tables["messages"].update().values(executor=f"Водоканал, {named}"))
        kept["messages"]["executor"] = "Водоканал, •••, •••"
    assert await outdated_revision(url) == "0001"
    await migrate(url)
    async with engine.connect() as connection:
        now = MetaData()
        await connection.run_sync(now.reflect)
        moved = kept.pop("receipts")
        dispatch = (await connection.execute(select(now.tables["dispatches"]))).mappings().one()
        assert (dispatch["entity"], dispatch["unit"]) == ("protocol:1", moved["unit"])
        assert dispatch["confirmed_at"] == moved["confirmed_at"]
        kept["messages"]["registry_hash"] = f"1:{kept['messages']['registry_hash']}"
        for name, before in kept.items():
            row = (await connection.execute(select(now.tables[name]))).mappings().one()
            assert {key: row[key] for key in before if key in row} == before, name
    await engine.dispose()


async def _fill(connection: AsyncConnection, table: Table, moment: datetime) -> dict[str, Any]:
    """One row of plain values; what was put in."""
    plain: dict[type, Any] = {str: "слова", int: 1, bool: False, bytes: b"bytes", datetime: moment}
    values: dict[str, Any] = {}
    for column in table.columns:
        kind = JSON if isinstance(column.type, JSON) else column.type.python_type
        given = {} if kind is JSON else moment.date() if kind is date else plain[kind]
        values[column.name] = given[:40] if isinstance(given, str) else given
    await connection.execute(insert(table).values(**values))
    return dict((await connection.execute(select(table))).mappings().one())


async def test_a_newer_database_is_refused(database: Database) -> None:
    async with database.engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = 'from-the-future'"))
    with pytest.raises(DatabaseIsNewer):
        await migrate(database.url)
