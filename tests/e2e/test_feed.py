"""Updates that cannot be processed: tried again, set aside at last, told to those who should know."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from aiogram.types import Update

from bot.delivery.line import Line
from bot.polling import Polling
from tests.e2e.conftest import Engine, Town
from tests.e2e.sandboxed import HEAD, talk

ON_SQLITE = pytest.mark.skipif(
    "os.environ.get('OFFICE_ENGINE') == 'postgresql'", reason="spoils a SQLite file"
)


async def spoil(folder: Path, statement: str) -> None:
    """Change the office's database behind its back."""

    def change() -> None:
        with closing(sqlite3.connect(folder / "office.db", timeout=20)) as connection:
            connection.execute(statement)
            connection.commit()

    # In a thread: the office lives in this event loop and may hold the lock.
    await asyncio.to_thread(change)


@ON_SQLITE
async def test_a_poison_update_is_set_aside_and_told(seeded: Town, tmp_path: Path) -> None:
    people, fourth, admin = seeded, seeded.seat[4], seeded.people["admin"]
    assert Engine.server is None
    await spoil(tmp_path, "ALTER TABLE meetings RENAME TO meetings_away")
    await people.call("POST", "/api/messages", json={"from": fourth, "chat": fourth, "text": "/meeting"})
    for _ in range(400):
        if "Не получилось" in "".join(await people.read(fourth)) and await people.read(admin):
            break
        await asyncio.sleep(0.2)
    told = await people.last(fourth)
    assert "5 раз" in told and "Администратору сообщено" in told
    number = told.rpartition(" ")[2].rstrip(".")
    assert number in await people.last(admin) and "OperationalError" in await people.last(admin)
    await spoil(tmp_path, "ALTER TABLE meetings_away RENAME TO meetings")
    before = await people.newest(fourth)
    await people.say(fourth, "/meeting")
    assert "Назначенных заседаний нет" in "".join(await people.read(fourth, before))


@ON_SQLITE
async def test_a_card_that_cannot_be_shown_keeps_nothing_else_from_the_chat(
    seeded: Town, tmp_path: Path
) -> None:
    people, fourth = seeded, seeded.seat[4]
    await spoil(tmp_path, "ALTER TABLE absences RENAME TO absences_away")
    for text in ("/absence", "просто слова"):
        await people.call("POST", "/api/messages", json={"from": fourth, "chat": fourth, "text": text})
    await people.settle()
    assert ["/help" in text for text in await people.read(fourth)] == [True]


@ON_SQLITE
async def test_a_locked_database_puts_an_update_off_and_loses_nothing(seeded: Town, tmp_path: Path) -> None:
    people, fourth = seeded, seeded.seat[4]
    before = await people.newest(fourth)
    await people.settle()
    with closing(sqlite3.connect(tmp_path / "office.db", timeout=20)) as other:
        other.execute("BEGIN IMMEDIATE")
        await people.call("POST", "/api/messages", json={"from": fourth, "chat": fourth, "text": "/help"})
        await asyncio.sleep(3)
        assert await people.read(fourth, before) == []
        other.rollback()
    await people.settle()
    assert len(await people.read(fourth, before)) == 1


class Taken:
    """A feed that only remembers."""

    def __init__(self) -> None:
        self.ids: list[int] = []

    async def take(self, update: Update) -> bool:
        """Take it."""
        self.ids.append(update.update_id)
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
