"""A presumed block is kept with the message until a person confirms it, moves it, or names the topic."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.production_calendar import ProductionCalendar
from bot.storage.database import Database
from bot.works.imports.placing import place_rows
from domain.messages.message import KnownMessage, RegistryRow
from tests.conftest import SetClock

TOPIC = "Ямы и лужи на дороге у дома"


async def test_presumed_until_a_person_says_so(database: Database, clock: SetClock) -> None:
    calendar = ProductionCalendar(database.profile)
    rows = [
        RegistryRow("pos", str(number), clock.now() - timedelta(days=3), topic=TOPIC) for number in (1, 2, 3)
    ]

    async def put_in(*changed: RegistryRow) -> None:
        async with database.write() as uow:
            await uow.rows.upsert(place_rows(changed, database.profile, calendar, {}))

    async def known(number: int) -> KnownMessage:
        async with database.read() as uow:
            found = await uow.messages.get(number)
        assert found is not None
        return found

    await put_in(*rows)
    assert [(await known(number)).block for number in (1, 2, 3)] == ["infrastructure"] * 3
    assert (await known(1)).block_presumed
    async with database.write() as uow:
        await uow.messages.assign_block(1, "infrastructure")
        await uow.messages.assign_block(2, "land")
    assert not (await known(1)).block_presumed
    assert (await known(2)).block == "land" and not (await known(2)).block_presumed
    # A later export does not make it presumed again.
    await put_in(*(replace(row, text="Стало хуже") for row in rows))
    assert [(await known(number)).block_presumed for number in (1, 2, 3)] == [False, False, True]
    async with database.write() as uow:
        assert await uow.messages.remember_topic(TOPIC, "infrastructure", 1) == 1
    assert not (await known(3)).block_presumed
    assert (await known(2)).block == "land"
