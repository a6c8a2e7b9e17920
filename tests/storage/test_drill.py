"""The weekly drill: the newest copy is restored on trial, and what it finds is told."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import select

from bot.clockwork.drill import Drill
from bot.clockwork.nightly import Nightly
from bot.runtime import Runtime
from bot.settings import Settings
from bot.storage.copies.drilled import newest_drill
from bot.storage.copies.naming import dated_copies
from bot.storage.outbox.tables import outbox
from bot.watching.health import condition_of
from domain.office.act import Act
from domain.office.profile import OfficeProfile
from tests.conftest import SetClock, missing

ADMIN = 77


@pytest.fixture
async def office(
    migrated_url: str, profile: OfficeProfile, clock: SetClock, tmp_path: Path
) -> AsyncIterator[Runtime]:
    """An office that keeps copies."""
    if migrated_url.startswith("postgresql") and shutil.which("pg_dump") is None:
        missing("pg_dump")
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        token=SecretStr("1:none"),
        database=migrated_url,
        copies=tmp_path / "copies",
        admins=frozenset({ADMIN}),
    )
    made = Runtime.of(settings, profile, clock)
    yield made
    await made.close()


async def told(office: Runtime) -> list[str]:
    """What administrators were told."""
    async with office.database.read() as uow:
        rows = await uow.connection.execute(select(outbox.c.content).where(outbox.c.chat_id == ADMIN))
        return [str(row.content) for row in rows]


async def test_a_good_copy_is_drilled_once_a_week(office: Runtime, clock: SetClock) -> None:
    drill = Drill(office)
    assert await drill.run() is False  # nothing to try yet
    async with office.database.write() as uow:
        await uow.record(None, Act("did", "test:1"))
    await Nightly(office).back_up()
    await drill.run()
    async with office.database.read() as uow:
        first = await newest_drill(uow)
    assert first is not None and first.wrong == "" and first.rows > 0
    assert "цела" in first.told(office.texts)
    clock.set(clock.now() + timedelta(days=6))
    await drill.run()
    clock.set(clock.now() + timedelta(days=1))
    async with office.database.read() as uow:
        assert await newest_drill(uow) == first
    await drill.run()
    async with office.database.read() as uow:
        second = await newest_drill(uow)
    assert second is not None and second.at > first.at
    assert (await condition_of(office)).well
    assert await told(office) == []


@pytest.mark.parametrize("harm", ["spoilt", "empty", "of another office", "fewer rows"])
async def test_a_copy_that_would_not_bring_the_office_back_is_told(
    office: Runtime, clock: SetClock, tmp_path: Path, harm: str
) -> None:
    async with office.database.write() as uow:
        await uow.record(None, Act("did", "test:1"))
    await Nightly(office).back_up()
    url = office.database.url
    (copy,) = dated_copies(tmp_path / "copies", url).values()
    if harm == "spoilt":
        content = bytearray(copy.read_bytes())
        quarter = len(content) // 4
        content[quarter : 3 * quarter] = b"\xff" * 2 * quarter
        copy.write_bytes(content)
    elif harm == "empty":
        copy.write_bytes(b"")
    elif harm == "of another office":
        async with office.database.write() as uow:
            await uow.connection.exec_driver_sql("DELETE FROM audit WHERE entity = 'test:1'")
    else:
        async with office.database.write() as uow:
            await uow.record(None, Act("copied", f"copy:{copy.name}", {"messages": 5}))
    await Drill(office).run()
    async with office.database.read() as uow:
        drilled = await newest_drill(uow)
    assert drilled is not None and drilled.wrong
    (words,) = await told(office)
    assert "пробное восстановление" in words and copy.name in words
    condition = await condition_of(office)
    assert condition.drill_failed and not condition.well


async def test_a_folder_of_copies_that_is_closed_is_told_and_is_no_failure_of_ours(
    office: Runtime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(path: Path) -> bool:
        if tmp_path / "copies" in (path, path.parent):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return os.path.lexists(path)

    monkeypatch.setattr(Path, "exists", closed)
    monkeypatch.setattr(Path, "is_dir", closed)
    assert await Nightly(office).back_up()
    assert await Drill(office).run() is False
    monkeypatch.undo()
    (said,) = await told(office)
    assert str(tmp_path / "copies") in said
