"""A work that fails time and again is told to the administrators, and the others go on."""

from __future__ import annotations

import asyncio

import pytest
from pydantic import SecretStr
from sqlalchemy import select

from bot.runtime import Runtime
from bot.settings import Settings
from bot.storage.locks import NoLocks
from bot.storage.outbox.tables import outbox
from bot.works import worker
from bot.works.worker import Work, Worker
from domain.office.profile import OfficeProfile
from tests.conftest import SetClock
from tests.handlers.shown.office import NOW


async def test_administrators_learn_once_of_a_work_that_cannot_be_done(
    migrated_url: str, profile: OfficeProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "_AFTER_FAILURE", (0.01,) * 4)
    monkeypatch.setattr(worker, "_PATIENT", 0.05)
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]  # taken, though not in its types
        token=SecretStr("1:a"),
        database=migrated_url,
        admins=frozenset({7}),
    )
    office, tried = Runtime.of(settings, profile, SetClock(NOW)), asyncio.Semaphore(0)
    others: list[int] = []

    async def never() -> bool:
        tried.release()
        raise RuntimeError("no such page")

    async def other() -> bool:
        others.append(len(others))
        return False

    works = [Work("ProtocolMaking.print_drawn", lambda _: never), Work("Other", lambda _: other)]
    working = Worker(works, office, NoLocks(), None)
    working.start()
    for _ in range(8):
        await tried.acquire()
    await working.stop()
    async with office.database.read() as uow:
        said = (await uow.connection.execute(select(outbox.c.chat_id, outbox.c.content))).all()
    await office.close()
    [(chat, content)] = said
    assert chat == 7 and "ProtocolMaking.print_drawn" in content["text"]
    assert len(others) > 1
