"""Two replicas of one office behind one address: whatever is begun on one goes on at the other."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import func, select, text

from bot.storage.audit import audit
from bot.storage.messages.tables import messages
from bot.works.imports.importing import Importing
from domain.messages.message import ImportState
from domain.office.profile import OfficeProfile
from tests.conftest import SetClock, missing
from tests.page.conftest import SEAT, Browser, Pages, made, served
from tests.page.test_mornings import TABLE
from tests.templates import Templates


@pytest.fixture
async def replicas(
    postgres: str | None, tmp_path: Path, templates: Templates, profile: OfficeProfile, clock: SetClock
) -> AsyncIterator[tuple[Pages, Pages]]:
    """Two, on PostgreSQL: a file of SQLite has one process."""
    if postgres is None:
        missing("PostgreSQL")
    address = await templates.copy(postgres, "page", made, tmp_path / "office.db")
    async with served(address, profile, clock) as one, served(address, profile, clock) as two:
        yield one, two


async def test_a_visit_goes_on_at_either(replicas: tuple[Pages, Pages]) -> None:
    one, two = replicas
    link = (await one.link(SEAT[1])).removeprefix(one.url)
    async with Browser(one) as here, Browser(two) as there:
        # A link that is opened at both at once lets one in.
        answers = await asyncio.gather(here.post(link), there.post(link))
        assert sorted(answer.status for answer in answers) == [200, 404]
        first = here if answers[0].status == 200 else there
        async with first.elsewhere(one) as at_one, first.elsewhere(two) as at_two:
            assert (await at_two.get("/roster")).status == 200
            form = aiohttp.FormData()
            form.add_field("file", TABLE.encode(), filename="table.csv")
            sent = await at_one.post("/files", data=form)
            way = sent.path.removeprefix("/office")
            assert (await at_two.get(way)).status == 200
            importing = Importing(two.runtime)
            while await importing.read():
                pass
            asked = await at_one.get(way)
            assert "data-waits" not in asked.html
            async with one.runtime.database.read() as uow:
                state = (await uow.imports.recent(1))[0].state
            assert state in (ImportState.ASKING, ImportState.READY)
            await at_two.post("/leave")
            assert (await at_one.get(way)).status == 401


async def test_a_message_is_answered_once_and_no_dead_replica_holds_it(
    replicas: tuple[Pages, Pages],
) -> None:
    one, two = replicas
    async with await one.came_in(SEAT[1]) as at_one, at_one.elsewhere(two) as at_two:
        async with one.runtime.database.read() as uow:
            waiting = select(messages.c.id).where(messages.c.answered_at.is_(None)).limit(2)
            first, second = await uow.connection.scalars(waiting)
        await at_two.get("/roster")
        answers = await asyncio.gather(
            *(browser.post("/messages/act", act="answered", id=first) for browser in (at_one, at_two))
        )
        assert sorted(answer.status for answer in answers) == [200, 200]
        async with one.runtime.database.read() as uow:
            noted = select(func.count()).where(audit.c.entity == f"message:{first}")
            assert await uow.connection.scalar(noted) == 1
        # A replica that was killed while it held the message: its connection dies with it.
        async with two.runtime.database.engine.connect() as held:
            process = await held.scalar(text("SELECT pg_backend_pid()"))
            await held.execute(text(f"SELECT id FROM messages WHERE id = {second} FOR UPDATE"))
            waits = asyncio.create_task(at_one.post("/messages/act", act="answered", id=second))
            await asyncio.sleep(0.5)
            assert not waits.done()
            async with one.runtime.database.read() as uow:
                await uow.connection.execute(text(f"SELECT pg_terminate_backend({process})"))
            async with asyncio.timeout(10):
                assert (await waits).status == 200
            await held.invalidate()
        async with one.runtime.database.read() as uow:
            found = await uow.messages.get(second)
        assert found is not None and found.answered_at is not None
