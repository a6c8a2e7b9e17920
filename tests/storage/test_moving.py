"""An office's rows move from SQLite to PostgreSQL and back, and nothing is lost on the way."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest
from sqlalchemy import NullPool
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import create_async_engine

from bot.storage.columns import kept_tables
from bot.storage.copies.failure import CopyFailed
from bot.storage.copies.moving import move_database
from bot.storage.database import Database
from bot.storage.migrating import migrate
from domain.office.act import Act
from domain.office.profile import OfficeProfile
from tests.conftest import SetClock, missing
from tests.storage.released import Rows, contents, released
from tests.templates import new_database, sqlite_address


async def rows_of(url: URL) -> dict[str, Rows]:
    """Every row of a database that is not made of other rows."""
    engine = create_async_engine(url, poolclass=NullPool)
    try:
        async with engine.connect() as connection:
            found = await connection.run_sync(contents)
            return {table.name: found[table.name] for table in kept_tables()}
    finally:
        await engine.dispose()


@pytest.mark.long
async def test_there_and_back(
    postgres: str | None, kept: dict[str, Path], tmp_path: Path, profile: OfficeProfile, clock: SetClock
) -> None:
    if postgres is None:
        missing("PostgreSQL")
    played = Path(shutil.copy(kept[released()[-1]], tmp_path / "office.db"))
    here, there, again = (
        make_url(sqlite_address(played)),
        make_url(await new_database(str(postgres))),
        make_url(sqlite_address(tmp_path / "again.db")),
    )
    await migrate(here)
    before = await rows_of(here)
    moved = await asyncio.to_thread(move_database, here, there)
    assert moved.total > 100 and await rows_of(there) == before
    await asyncio.to_thread(move_database, there, again)
    assert await rows_of(again) == before == await rows_of(here)
    with pytest.raises(CopyFailed, match="cli-move-not-empty"):
        await asyncio.to_thread(move_database, here, there)
    # What is written after the move goes on where the old numbers ended.
    database = Database(there.render_as_string(hide_password=False), profile, clock)
    async with database.write() as uow:
        await uow.record(None, Act("copied", "copy:new", {}))
    await database.close()
    assert len((await rows_of(there))["audit"]) == len(before["audit"]) + 1


async def test_a_database_of_another_schema_stays_where_it_is(kept: dict[str, Path], tmp_path: Path) -> None:
    old = Path(shutil.copy(kept[released()[0]], tmp_path / "office.db"))
    with pytest.raises(CopyFailed, match="cli-move-old"):
        await asyncio.to_thread(
            move_database, make_url(sqlite_address(old)), make_url(sqlite_address(tmp_path / "new.db"))
        )
    assert not (tmp_path / "new.db").exists()
