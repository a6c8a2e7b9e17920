"""Which failures of the database pass by themselves: a mistake of ours must not hold up all that follows."""

from __future__ import annotations

import asyncpg
import pytest
from sqlalchemy import text

from bot.storage.database import Database
from bot.storage.trouble import passes


@pytest.mark.parametrize(
    "statement", ["SELECT * FROM no_such_table", "INSERT INTO processed_updates VALUES (1)", "SELEC"]
)
async def test_a_statement_that_is_wrong_stays_wrong(database: Database, statement: str) -> None:
    with pytest.raises(Exception) as failed:
        async with database.write() as uow:
            await uow.connection.execute(text(statement))
    assert not passes(failed.value)


async def test_a_value_that_no_column_holds_stays_as_it_is(database: Database) -> None:
    with pytest.raises(Exception) as failed:
        async with database.write() as uow:
            await uow.take_update(2**70)
    assert not passes(failed.value)


@pytest.mark.parametrize("server", ["postgresql"], indirect=True)
async def test_a_connection_that_was_cut_passes(database: Database) -> None:
    other = await asyncpg.connect(str(database.url.set(drivername="postgresql")))
    with pytest.raises(Exception) as failed:
        async with database.write() as uow:
            number = await uow.connection.scalar(text("SELECT pg_backend_pid()"))
            await other.execute("SELECT pg_terminate_backend($1)", number)
            await uow.connection.execute(text("SELECT 1"))
    await other.close()
    assert passes(failed.value)
