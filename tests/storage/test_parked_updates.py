"""Updates that are tried again: who comes first in a chat, who waits, how often each was tried."""

from __future__ import annotations

from datetime import timedelta

from bot.storage.database import Database
from tests.conftest import SetClock

PAUSES = (timedelta(seconds=1), timedelta(seconds=5))


async def first_of_each_chat(database: Database) -> list[int]:
    async with database.read() as uow:
        return [one.update_id for one in await uow.updates.parked()]


async def test_what_comes_after_a_parked_update_waits_in_its_chat_alone(database: Database) -> None:
    async with database.write() as uow:
        await uow.updates.park(1, 10, {}, tries=1, failure="KeyError")
    async with database.write() as uow:
        assert not await uow.updates.take(2, 10)
        assert await uow.updates.has_to_wait(2, 10)
        await uow.updates.park(2, 10, {})
        assert await uow.updates.take(3, 11)
    assert await first_of_each_chat(database) == [1]
    async with database.write() as uow:
        assert await uow.updates.take_parked(1)
        assert not await uow.updates.take_parked(1)
    assert await first_of_each_chat(database) == [2]


async def test_what_was_processed_does_not_wait_when_it_comes_again(database: Database) -> None:
    async with database.write() as uow:
        assert await uow.updates.take(1, 10)
        await uow.updates.park(2, 10, {})
        assert not await uow.updates.take(1, 10)
        assert not await uow.updates.has_to_wait(1, 10)


async def test_one_that_is_parked_already_stays_as_it_is(database: Database) -> None:
    async with database.write() as uow:
        await uow.updates.park(1, 10, {"a": 1}, tries=1, failure="KeyError")
        await uow.updates.park(1, 10, {"a": 2})
        (only,) = await uow.updates.parked()
        assert only.content == {"a": 1}


async def test_pauses_grow_and_at_last_nothing_of_it_is_kept(database: Database, clock: SetClock) -> None:
    async with database.write() as uow:
        await uow.updates.park(1, 10, {}, tries=1, failure="KeyError", pause=PAUSES[0])
        await uow.updates.park(2, 10, {})
        (first,) = await uow.updates.parked()
        assert first.try_at == clock.now() + PAUSES[0]
        assert await uow.updates.failed(1, "ValueError", PAUSES) == 2
        assert await uow.updates.failed(1, "ValueError", PAUSES) == 3  # the last pause from then on
        (first,) = await uow.updates.parked()
        assert (first.update_id, first.try_at) == (1, clock.now() + PAUSES[1])
        await uow.updates.set_aside(1, "ValueError", 3)
    assert await first_of_each_chat(database) == [2]
    async with database.write() as uow:
        await uow.updates.take_parked(2)
        assert not await uow.updates.take(1, 10)
        assert not await uow.updates.has_to_wait(1, 10)
