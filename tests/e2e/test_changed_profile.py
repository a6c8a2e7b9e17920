"""A profile changed under a living office: refused in words, or taken over with the past as it was."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from pydantic import SecretStr
from sqlalchemy import update

from bot.commands.command import Refused
from bot.commands.serve import open_office
from bot.profiles import profile_text
from bot.sandbox.people import BOT_TOKEN, PEOPLE
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.messages.tables import messages
from bot.watching.meter import Meter
from domain.office.profile import OfficeProfile
from tests.conftest import SetClock
from tests.e2e.conftest import Engine, Town, town
from tests.e2e.test_hosting import NOW
from tests.templates import drop_database


@pytest.fixture
async def left(tmp_path: Path) -> AsyncIterator[str]:
    """The address of a database in which an office has worked."""
    async with town(tmp_path, NOW, kept=True) as people:
        database = people.database
    yield database
    if Engine.server:
        await drop_database(database)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """A messenger for it, in which the same people live."""
    alone = Sandbox(0, NOW, empty=False, limits=False, snapshot=None)
    await alone.start()
    yield alone
    await alone.stop()


def settings_with(content: str, folder: Path, database: str, server: str) -> Settings:
    """The office's settings with another profile."""
    (folder / "office.toml").write_text(content, "utf-8")
    return Settings(
        _env_file=None,  # type: ignore[call-arg]
        token=SecretStr(BOT_TOKEN),
        database=database,
        profile=folder / "office.toml",
        api_server=server,
        admins=frozenset({PEOPLE[-1].id}),
        limits=False,
    )


def without_section(content: str, begins: str) -> str:
    """A profile's text without one of its sections."""
    before, _, rest = content.partition(begins)
    assert rest, begins
    after = rest.find("\n[")
    return before + rest[after + 1 :]


async def test_seats_taken_out_under_their_holders_are_refused_with_the_way_out(
    left: str, sandbox: Sandbox, tmp_path: Path
) -> None:
    content = without_section(profile_text(), "[[seats]]\nnumber = 9\n")
    for mine, now in (
        (
            '["pos", "upravlyaem", "appeal"]',
            '["pos", "upravlyaem", "appeal", "incident", "monitoring", "social"]',
        ),
        ("on_page = [1, 8, 9]", "on_page = [1, 8]"),
    ):
        assert mine in content
        content = content.replace(mine, now)
    settings = settings_with(content, tmp_path, left, sandbox.url)
    with pytest.raises(Refused) as refused:
        await open_office(settings, Meter())
    assert "Верните прежний файл профиля" in str(refused.value)
    assert "Места 9 в новом профиле нет" in str(refused.value) and "«Вакансия»" in str(refused.value)


@pytest.mark.long
async def test_a_unit_taken_out_keeps_its_name_in_the_past(
    left: str, sandbox: Sandbox, tmp_path: Path, profile: OfficeProfile, clock: SetClock
) -> None:
    unit = profile.units[-1]
    lines = profile_text().splitlines(keepends=True)
    content = "".join(line for line in lines if not line.startswith(f"{unit.key} = {{"))
    assert content != profile_text()
    database = Database(left, profile, clock)
    async with database.write() as uow:
        theirs = update(messages).where(messages.c.unit == unit.key).values(unit=None)
        await uow.connection.execute(theirs)
        answered = update(messages).where(messages.c.answered_at.is_not(None)).values(unit=unit.key)
        await uow.connection.execute(answered)
    await database.close()
    office = await open_office(settings_with(content, tmp_path, left, sandbox.url), Meter())
    try:
        async with aiohttp.ClientSession() as session:
            people = Town(session, sandbox.url)
            await people.meet()
            await people.settle()
            admin = people.people["admin"]
            (told,) = [text for text in await people.read(admin) if "подразделения: убраны" in text]
            assert unit.key in told
            assert office.runtime.profile.unit(unit.key).title == unit.title
            for seat in people.seat.values():
                for command in ("/messages", "/digest", "/tasks"):
                    before = await people.newest(seat)
                    await people.say(seat, command)
                    assert await people.read(seat, before), (seat, command)
            assert await people.violations() == []
    finally:
        await office.stop()
