"""What the databases of one process share, and what they do not."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import insert, select

from bot.storage.compiled import compiled_statements
from bot.storage.database import Database
from bot.storage.updates import poison_updates
from domain.office.profile import OfficeProfile
from tests.conftest import SetClock, migrated
from tests.templates import Templates


async def test_a_statement_is_compiled_once_and_each_database_answers_for_itself(
    tmp_path: Path, templates: Templates, profile: OfficeProfile, clock: SetClock
) -> None:
    north, south = [
        Database(await templates.copy(None, "migrated", migrated, tmp_path / name), profile, clock)
        for name in ("north.db", "south.db")
    ]
    told: list[list[str]] = []
    compiled: list[int] = []
    try:
        for database, failure in ((north, "cold"), (south, "heat")):
            async with database.write() as uow:
                await uow.connection.execute(
                    insert(poison_updates).values(update_id=1, failure=failure, tries=1)
                )
                rows = await uow.connection.execute(select(poison_updates.c.failure))
                told.append([row.failure for row in rows])
            compiled.append(len(compiled_statements()))
    finally:
        await north.close()
        await south.close()
    assert told == [["cold"], ["heat"]]
    assert compiled[0] == compiled[1]
