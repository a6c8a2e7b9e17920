"""Two replicas that watch one folder take each file in once."""

from __future__ import annotations

import asyncio
import os
import shutil
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import select

from bot.runtime import Runtime
from bot.settings import Settings
from bot.storage.imports.tables import imports
from bot.storage.locks import AdvisoryLocks, Locks, NoLocks
from bot.storage.outbox.tables import outbox
from bot.works.imports.inbox import Inbox, StillWritten
from bot.works.worker import Work, Worker
from domain.office.profile import OfficeProfile
from tests.conftest import SetClock
from tests.handlers.shown.office import NOW

NAMES = [f"{number}.csv" for number in range(12)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "inbox"
    made.mkdir()
    for name in NAMES:
        (made / name).write_text(name)
        os.utime(made / name, (time.time() - 60,) * 2)
    return made


def done(folder: Path) -> int:
    return sum(path.is_file() for path in (folder / "done").rglob("*"))


async def test_each_file_comes_in_once(migrated_url: str, folder: Path, profile: OfficeProfile) -> None:
    replicas = 1 if migrated_url.startswith("sqlite") else 2
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]  # taken, though not in its types
        token=SecretStr("1:a"),
        database=migrated_url,
        inbox=folder,
    )
    offices = [Runtime.of(settings, profile, SetClock(NOW)) for _ in range(replicas)]
    locks: list[Locks] = [
        AdvisoryLocks(one.database.engine) if replicas > 1 else NoLocks() for one in offices
    ]
    work = Work("Inbox.take", lambda office: Inbox(office).take)
    workers = [Worker([work], one, lock, 0.05) for one, lock in zip(offices, locks, strict=True)]
    for worker in workers:
        worker.start()
    for _ in range(300):
        if done(folder) == len(NAMES):
            break
        await asyncio.sleep(0.1)
    for worker, lock in zip(workers, locks, strict=True):
        await worker.stop()
        await lock.close()
    async with offices[0].database.read() as uow:
        taken = (await uow.connection.execute(select(imports.c.file_name))).scalars().all()
    assert Counter(taken) == dict.fromkeys(NAMES, 1)
    for one in offices:
        await one.close()


async def test_a_folder_that_cannot_be_used_is_told_and_holds_no_file_up(
    migrated_url: str, folder: Path, profile: OfficeProfile
) -> None:
    """Something stands where files are put aside, then the folder is gone; later both are mended."""
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]  # taken, though not in its types
        token=SecretStr("1:a"),
        database=migrated_url,
        inbox=folder,
        admins=frozenset({7}),
    )
    clock = SetClock(NOW)
    office = Runtime.of(settings, profile, clock)
    take = Inbox(office).take
    (folder / "done").write_text("in the way")
    os.utime(folder / "done", (time.time() + 200,) * 2)  # as if it were still written
    taken = [await take() for _ in range(len(NAMES) + 1)]
    assert taken == [True] * len(NAMES) + [False]
    (folder / NAMES[0]).write_text("of the next day")
    os.utime(folder / NAMES[0], (time.time() - 50,) * 2)
    assert [await take(), await take()] == [True, False]
    clock.set(NOW + timedelta(days=1))
    shutil.move(folder, f"{folder} away")
    assert not await take() and StillWritten(folder, lambda: None).is_idle
    shutil.move(f"{folder} away", folder)
    (folder / "done").unlink()
    assert [await Inbox(office).take() for _ in range(len(NAMES) + 1)] == taken and done(folder) == len(NAMES)
    async with office.database.read() as uow:
        came = (await uow.connection.execute(select(imports.c.file_name))).scalars().all()
        said = (await uow.connection.execute(select(outbox.c.chat_id, outbox.c.content))).all()
    await office.close()
    assert sorted(came) == sorted([*NAMES, NAMES[0]])
    assert len(said) == 2 and all(chat == 7 and "BOT_INBOX" in content["text"] for chat, content in said)
