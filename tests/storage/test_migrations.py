"""The migrations make exactly the schema that the program describes, on both engines."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlalchemy.engine import make_url

from bot.storage.database import Database
from bot.storage.migrating import DatabaseIsNewer, current_revision, migrate, newest_revision
from bot.storage.tables import metadata


async def test_the_migrated_schema_is_the_described_one(database: Database) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    async with database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_migrating_again_changes_nothing(database_url: str) -> None:
    url = make_url(database_url)
    assert await current_revision(url) is None
    assert await migrate(url) == (None, newest_revision())
    assert await migrate(url) == (newest_revision(), newest_revision())


async def test_a_newer_database_is_refused(database: Database) -> None:
    async with database.engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = 'from-the-future'"))
    with pytest.raises(DatabaseIsNewer):
        await migrate(database.url)
