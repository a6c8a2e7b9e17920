"""Messages that were stored under a former mask, masked anew: in batches, on after a crash, logged once."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select, update

from bot.names import mask_mark
from bot.runtime import Runtime
from bot.storage.audit import audit
from bot.storage.messages.tables import messages
from bot.works.imports.placing import place_rows
from bot.works.messages.remasking import Remasking
from domain.messages.message import RegistryRow, Status
from domain.office.profile import OfficeProfile
from tests.conftest import SetClock
from tests.storage.messages.test_recounts import office_of

MANY = 600  # more than two batches
LEAKS = {"topic": "Сосед Пётр Ильин шумит", "text": "Перезвоните: 8 902 631 22 33"}


async def said(office: Runtime, number: int) -> dict[str, Any]:
    async with office.database.read() as uow:
        row = await uow.connection.execute(select(messages).where(messages.c.number == str(number)))
        return dict(row.one()._mapping)


async def test_what_was_stored_is_masked_by_todays_mask(
    migrated_url: str, profile: OfficeProfile, clock: SetClock
) -> None:
    office = office_of(migrated_url, profile, clock)
    rows = [
        RegistryRow("social", str(number), clock.now(), topic="Ямы", text="Яма у школы", status=Status.OPEN)
        for number in range(MANY)
    ]
    async with office.database.write() as uow:
        await uow.remasks.ask("former")
        assert await uow.remasks.going_on() is None  # nothing was stored under another mask
        await uow.rows.upsert(place_rows(rows, profile, office.calendar, {}))
        kept = {"text": "••• у школы", "whole_text": "Яма у школы"}
        for number, values in ((3, LEAKS), (MANY - 1, LEAKS), (5, kept)):
            await uow.connection.execute(
                update(messages).where(messages.c.number == str(number)).values(**values)
            )
        await uow.remasks.ask(mask_mark())

    assert await Remasking(office).remask()  # the first batch, then the process is killed
    last = await said(office, MANY - 1)
    async with office.database.write() as uow:
        remask = await uow.remasks.going_on()
        assert remask is not None
        # What people changed between reading and writing stays as they left it.
        was = {"text": "as it was read"}
        assert (
            await uow.remasks.keep(remask, [(last["id"], was, {"text": ""})], remask.last_message)
        ) == remask
    again = Remasking(office_of(migrated_url, profile, clock))
    while await again.remask():
        pass

    for number in (3, MANY - 1):
        row = await said(office, number)
        assert (row["topic"], row["text"]) == ("Сосед ••• шумит", "Перезвоните: •••")
        assert (row["whole_topic"], row["whole_text"]) == (LEAKS["topic"], LEAKS["text"])
    row = await said(office, 5)
    assert (row["text"], row["whole_text"]) == ("Яма у школы", "")
    async with office.database.write() as uow:
        entries = (
            await uow.connection.execute(select(audit.c.data).where(audit.c.kind == "messages-remasked"))
        ).all()
        assert [json.loads(entry.data)["messages"] for entry in entries] == [3]
        await uow.remasks.ask(mask_mark())
    assert not await again.remask()
