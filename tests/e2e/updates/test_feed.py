"""Updates that cannot be processed: tried again, set aside at last, told to those who should know."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from aiogram.types import Update
from sqlalchemy import func, insert, select, text

from bot.delivery.line import Line
from bot.storage.outbox.tables import outbox
from bot.storage.updates import processed_updates
from bot.updates.polling import Polling
from tests.e2e.conftest import Engine, Town
from tests.e2e.sandboxed import HEAD, talk


async def spoil(people: Town, statement: str) -> None:
    """Change the office's database behind its back."""
    async with people.behind_its_back() as database:
        await database.execute(text(statement))


@pytest.mark.long
async def test_a_poison_update_is_set_aside_and_told(seeded: Town) -> None:
    people, fourth, admin = seeded, seeded.seat[4], seeded.people["admin"]
    await spoil(people, "ALTER TABLE meetings RENAME TO meetings_away")
    await people.call("POST", "/api/messages", json={"from": fourth, "chat": fourth, "text": "/meeting"})
    for _ in range(400):
        if "Не получилось" in "".join(await people.read(fourth)):
            break
        await asyncio.sleep(0.2)
    told = await people.last(fourth)
    assert "5 раз" in told and "Администратору сообщено" in told
    number = told.rpartition(" ")[2].rstrip(".")
    failure = "ProgrammingError" if Engine.server else "OperationalError"
    # Works that need the table fail as well, and the administrator learns of them too, perhaps before.
    for _ in range(400):
        about = [one for one in await people.read(admin) if number in one and failure in one]
        if about:
            break
        await asyncio.sleep(0.2)
    assert about
    await spoil(people, "ALTER TABLE meetings_away RENAME TO meetings")
    before = await people.newest(fourth)
    await people.say(fourth, "/meeting")
    assert "Назначенных заседаний нет" in "".join(await people.read(fourth, before))


async def test_a_card_that_cannot_be_shown_keeps_nothing_else_from_the_chat(seeded: Town) -> None:
    people, fourth = seeded, seeded.seat[4]
    await spoil(people, "ALTER TABLE absences RENAME TO absences_away")
    for said in ("/absence", "просто слова"):
        await people.call("POST", "/api/messages", json={"from": fourth, "chat": fourth, "text": said})
    await people.settle()
    assert ["Не понял" in shown for shown in await people.read(fourth)] == [True]


async def test_a_locked_database_puts_an_update_off_and_loses_nothing(seeded: Town) -> None:
    people, fourth = seeded, seeded.seat[4]
    before = await people.newest(fourth)
    await people.settle()
    async with people.behind_its_back() as database:
        # On SQLite any write locks all of it.
        lock = (
            "LOCK TABLE processed_updates" if Engine.server else "UPDATE processed_updates SET update_id = 0"
        )
        await database.execute(text(lock))
        await people.call("POST", "/api/messages", json={"from": fourth, "chat": fourth, "text": "/help"})
        await asyncio.sleep(3)
        assert await people.read(fourth, before) == []
        await database.rollback()
    await people.settle()
    assert len(await people.read(fourth, before)) == 1


async def test_what_a_dead_process_commits_late_goes_out_at_once(seeded: Town) -> None:
    people, fourth = seeded, seeded.seat[4]
    await people.say(fourth, "/help")
    before = await people.newest(fourth)
    async with people.behind_its_back() as database:
        latest = await database.scalar(select(func.max(processed_updates.c.update_id)))
        moment = datetime.now(UTC)
        await database.execute(insert(processed_updates).values(update_id=latest + 1, processed_at=moment))
        left = {"chat_id": fourth, "kind": "text", "subject": "", "live": False, "created_at": moment}
        await database.execute(insert(outbox).values(content={"text": "Осталось", "rows": []}, **left))
        # The update comes again to the process that lives; it waits for the commit of the dead one.
        await people.call("POST", "/api/messages", json={"from": fourth, "chat": fourth, "text": "/help"})
        await asyncio.sleep(1)
    await people.settle()
    assert await people.read(fourth, before) == ["Осталось"]


class Taken:
    """A feed that only remembers."""

    in_line = frozenset[int]()

    def __init__(self) -> None:
        self.ids: list[int] = []

    async def take_all(self, updates: Sequence[Update]) -> bool:
        """Take them."""
        self.ids += [update.update_id for update in updates]
        return True


async def test_an_update_that_cannot_be_read_is_passed_over_alone() -> None:
    async with talk() as here:
        await here.say(HEAD, "до")
        here.sandbox.world.updates.add("message", {"unknown": "shape"})
        await here.say(HEAD, "после")
        first = here.sandbox.world.updates.pending[0]["update_id"]
        taken = Taken()
        polling = Polling(here.bot, taken, Line())  # type: ignore[arg-type]
        polling.start()
        for _ in range(50):
            if len(taken.ids) == 2 and not here.sandbox.world.updates.pending:
                break
            await asyncio.sleep(0.1)
        await polling.stop()
        assert taken.ids == [first, first + 2]
