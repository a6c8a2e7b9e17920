"""Which failures of the database pass by themselves: a mistake of ours must not hold up all that follows."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
import pytest
from sqlalchemy import text

from bot.storage.database import Database
from bot.storage.trouble import passes
from tests.wire import Wire


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
            await uow.updates.take(2**70, 1)
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


@asynccontextmanager
async def over(wire: Wire, database: Database) -> AsyncIterator[Database]:
    """The same database, reached over this wire."""
    async with wire.listening() as address:
        reached = Database(address, database.profile, database.clock)
        yield reached
        async with asyncio.timeout(20):  # a stop takes five seconds and a statement may take sixty
            await reached.close()


@pytest.mark.parametrize("server", ["postgresql"], indirect=True)
async def test_a_connection_that_the_server_gave_up_passes_and_is_let_go(database: Database) -> None:
    other = await asyncpg.connect(str(database.url.set(drivername="postgresql")))
    async with over(Wire(database.url, hangs_up=False), database) as reached:
        async with reached.read() as uow:
            number = await uow.connection.scalar(text("SELECT pg_backend_pid()"))
        await other.execute("SELECT pg_terminate_backend($1, 5000)", number)
        await other.close()
        await asyncio.sleep(0.2)  # the farewell is heard
        with pytest.raises(Exception, match="InternalClientError") as failed:
            async with reached.write() as uow:
                await uow.updates.take(1, 1)
        assert passes(failed.value)
        async with reached.write() as uow:
            assert await uow.updates.take(1, 1)


@pytest.mark.parametrize("server", ["postgresql"], indirect=True)
@pytest.mark.parametrize("way", ["there", "back"])
async def test_a_wire_that_breaks_anywhere_passes(database: Database, way: str) -> None:
    wire, number = Wire(database.url), 0

    async def take(reached: Database) -> None:
        nonlocal number
        number += 1
        async with reached.write() as uow:
            await uow.updates.take(number, 1)
            await uow.expect(1, None)

    for known in (False, True):
        length, broken_after = 1, 0
        while broken_after < length:
            wire.whole()
            async with over(wire, database) as reached:
                if known:
                    await take(reached)
                    wire.whole()
                if not broken_after:
                    await take(reached)
                    length = wire.passed[way]
                else:
                    wire.break_after(broken_after, way)
                    with pytest.raises(Exception) as failed:
                        await take(reached)
                    assert passes(failed.value), (known, broken_after, failed.value)
                wire.whole()
            broken_after += 13
