"""What was put off while the machine's clock ran ahead does not wait until that time comes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.storage.database import Database
from bot.storage.outbox.tables import outbox
from domain.office.outbox import Screen
from tests.conftest import SetClock

AHEAD = [timedelta(days=1, hours=1), timedelta(days=400)]


async def waiting(database: Database) -> int:
    """How much may be sent now."""
    async with database.write() as uow:
        await uow.outbox.released()
        return len(await uow.outbox.waiting(10))


@pytest.mark.parametrize("ahead", AHEAD)
async def test_what_a_chat_did_not_take_is_sent(
    database: Database, clock: SetClock, ahead: timedelta
) -> None:
    now = clock.now()
    clock.set(now + ahead)
    async with database.write() as uow:
        await uow.outbox.text(1, Screen("Срок вышел"), key="told")
        row = (await uow.connection.execute(select(outbox.c.id))).scalar_one()
        await uow.outbox.put_off(row, "Bad Request", clock.now() + timedelta(minutes=10))
    assert await waiting(database) == 0
    clock.set(now)
    assert await waiting(database) == 1


@pytest.mark.parametrize("ahead", AHEAD)
async def test_who_could_not_be_reached_is_tried_again(
    database: Database, clock: SetClock, ahead: timedelta
) -> None:
    now = clock.now()
    clock.set(now + ahead)
    async with database.write() as uow:
        await uow.outbox.text(1, Screen("Срок вышел"), key="told")
        await uow.reach.lost(1, "blocked")
    assert await waiting(database) == 0
    clock.set(now)
    assert await waiting(database) == 1


async def test_an_update_that_failed_is_tried_again(database: Database, clock: SetClock) -> None:
    now, longest = clock.now(), timedelta(seconds=8)
    clock.set(now + timedelta(hours=1))
    async with database.write() as uow:
        await uow.updates.park(1, 10, {}, tries=1, failure="KeyError", pause=timedelta(seconds=1))
        (parked,) = await uow.updates.parked()
    assert not parked.is_due(clock.now(), longest)
    assert parked.is_due(clock.now() + timedelta(seconds=1), longest)
    assert parked.is_due(now, longest)
