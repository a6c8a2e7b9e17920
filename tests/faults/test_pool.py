"""Every connection of the pool taken by something slow: what comes meanwhile waits and is done once."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from typing import Any

import aiohttp
import asyncpg
import pytest
from pydantic import SecretStr
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.storage.database import Database
from domain.office.profile import OfficeProfile
from tests.conftest import missing
from tests.e2e.updates.test_webhook import RIGHT, SECRET, said
from tests.faults.offices import AFTERNOON, living, put_off
from tests.faults.people import open_a_vote
from tests.faults.replicas import free_port
from tests.templates import new_database

pytestmark = pytest.mark.long

_EACH = 3


async def take_all(database: Database) -> AsyncExitStack:
    """Take every connection that the pool gives, each in a transaction of its own."""
    taken = AsyncExitStack()
    with suppress(TimeoutError):
        while True:
            async with asyncio.timeout(1):
                connection = await taken.enter_async_context(database.engine.connect())
            await connection.execute(text("SELECT 1"))
    return taken


@pytest.mark.parametrize("server", ["sqlite", "postgresql"], indirect=True)
async def test_every_connection_is_taken(tmp_path: Path, profile: OfficeProfile, server: str | None) -> None:
    url = await new_database(server) if server else ""
    async with living(tmp_path, profile, url) as office:
        people, third = office.people, office.people.seat[3]
        await open_a_vote(people, AFTERNOON)
        await people.settle()
        with capture_logs() as logs:
            taken = await take_all(office.bot.runtime.database)
            before = await people.newest(third)
            votes = await office.everyone_votes()
            await people.write(third, "/help")
            await people.until("an update put off", lambda: put_off(logs, "TimeoutError"))
            assert office.waiting() == 10
            assert await people.read(third, before) == []
            await taken.aclose()
            await asyncio.gather(*votes)
            await people.sees(third, "/help — Помощь", before)
        assert [one for one in logs if one["event"] == "update failed"] == []
        await office.counted_once()
        assert sum("/help — Помощь" in one for one in await people.read(third, before)) == 1


async def insist(url: str, update: dict[str, Any]) -> list[int]:
    """Post an update as the messenger does, until it is taken; how each post was answered."""
    answers: list[int] = []
    async with aiohttp.ClientSession() as session:
        while 200 not in answers:
            async with session.post(url, json=update, headers=RIGHT) as reply:
                answers.append(reply.status)
    return answers


async def test_updates_at_once_take_every_connection(
    tmp_path: Path, profile: OfficeProfile, postgres: str | None
) -> None:
    if postgres is None:
        missing("PostgreSQL")
    assert postgres is not None
    database, listen = await new_database(postgres), f"127.0.0.1:{free_port()}"
    url = f"http://{listen}/webhook"
    webhook = {"mode": "webhook", "webhook_url": url, "webhook_secret": SecretStr(SECRET), "listen": listen}
    async with living(tmp_path, profile, database, **webhook) as office:
        people, everyone = office.people, list(office.people.seat.values())
        await open_a_vote(people, AFTERNOON)
        await people.settle()
        office.sandbox.world.updates.made += _EACH * len(everyone)  # those that are posted past it
        before = {one: await people.newest(one) for one in everyone}
        holder = await asyncpg.connect(database.replace("+asyncpg", ""))
        held = holder.transaction()
        await held.start()
        await holder.execute("LOCK TABLE processed_updates")
        with capture_logs() as logs:
            votes = await office.everyone_votes()
            told = [
                asyncio.create_task(insist(url, said(number, one, "/help")))
                for number, one in enumerate(everyone * _EACH, start=1)
            ]
            await people.until("an update put off", lambda: put_off(logs, "TimeoutError"))
            assert office.waiting() == 9
            await held.rollback()
            await holder.close()
            answers = await asyncio.gather(*told)
            await asyncio.gather(*votes)
        assert [one for one in logs if one["event"] == "update failed"] == []
        assert any(500 in each for each in answers)
        for one in everyone:
            await people.sees(one, "/help — Помощь", before[one])
        await people.settle()
        for one in everyone:
            helped = ["/help — Помощь" in answer for answer in await people.read(one, before[one])]
            assert sum(helped) == _EACH
        await office.counted_once()
