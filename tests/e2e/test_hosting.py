"""Several offices in one process, and how they are seen from outside."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.commands.command import Refused
from bot.commands.serve import open_office, serve_command
from bot.hosting import Hosting
from bot.profiles import profile_text
from bot.sandbox.people import BOT_TOKEN, PEOPLE
from bot.sandbox.server import Sandbox
from bot.settings import Settings, settings_of_folder
from bot.watching.health import Health
from bot.watching.meter import Meter
from tests.e2e.conftest import Town

NOW = datetime.fromisoformat("2026-11-23T10:00:00+05:00")


def office_files(folder: Path, name: str, server: str, token: str = BOT_TOKEN) -> None:
    """A profile and its settings, as somebody who hosts several offices keeps them."""
    content = profile_text().replace('key = "chaikovsky"', f'key = "{name}"', 1)
    (folder / f"{name}.toml").write_text(content, "utf-8")
    lines = [
        f"BOT_TOKEN={token}",
        f"BOT_API_SERVER={server}",
        f"BOT_DATABASE_URL=sqlite:///{folder / name}.db",
        "BOT_LIMITS=false",
        f"BOT_ADMINS={PEOPLE[-1].id}",
    ]
    (folder / f"{name}.env").write_text("\n".join(lines), "utf-8")


@asynccontextmanager
async def people_of(sandbox: Sandbox) -> AsyncIterator[Town]:
    """Those who live in a sandbox."""
    async with aiohttp.ClientSession() as session:
        people = Town(session, sandbox.url)
        await people.meet()
        yield people


async def until(condition: Any) -> None:
    """Wait until it holds; the test's own limit ends a wait in vain."""
    async with asyncio.timeout(20):
        while not condition():  # noqa: ASYNC110 — nothing rings when an office is up
            await asyncio.sleep(0.05)


@pytest.mark.long
async def test_an_office_that_cannot_start_leaves_the_others_alone(tmp_path: Path) -> None:
    north = Sandbox(0, NOW, empty=True, limits=False, snapshot=None)
    south = Sandbox(0, NOW, empty=True, limits=False, snapshot=None)
    await north.start()
    await south.start()
    office_files(tmp_path, "north", north.url)
    office_files(tmp_path, "south", south.url)
    await south.stop()
    again = Sandbox(int(south.url.rpartition(":")[2]), NOW, empty=True, limits=False, snapshot=None)
    meter = Meter()
    hosting = Hosting(settings_of_folder(tmp_path), lambda one: open_office(one, meter), pause=0.1)
    health = Health("127.0.0.1:0", hosting.runtimes, meter)
    await health.start()
    await hosting.start()
    try:
        async with aiohttp.ClientSession(f"http://127.0.0.1:{health.port}") as outside:
            await until(lambda: hosting.offices["north"])
            async with people_of(north) as people:
                await people.say(people.people["admin"], "/start")
                assert await people.read(people.people["admin"])
            async with outside.get("/healthz") as reply:
                told = await reply.json()
                assert reply.status == 503
                assert told["offices"]["north"]["well"] and not told["offices"]["south"]["well"]
            # The port that was taken is free again: the office is tried anew and comes up.
            await again.start()
            await until(lambda: hosting.offices["south"])
            async with people_of(again) as people:
                await people.say(people.people["stranger"], "/start")
                assert "для членов проектного офиса" in await people.last(people.people["stranger"])
            async with outside.get("/healthz") as reply:
                assert reply.status == 200, await reply.text()
            async with outside.get("/metrics") as reply:
                figures = await reply.text()
            assert 'office_updates_total{office="north",outcome="taken"} 1.0' in figures
            assert 'office_up{office="south"} 1.0' in figures
            assert "Ветлугина" not in figures and BOT_TOKEN not in figures
            assert (tmp_path / "north.db").exists() and (tmp_path / "south.db").exists()
    finally:
        await hosting.stop()
        await health.stop()
        await north.stop()
        await again.stop()


async def test_a_few_offices_start_at_a_time_and_one_that_waits_holds_up_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.hosting._LONGEST_TURN", 0.05)
    waits, starting, most = asyncio.Event(), 0, 0

    async def open_as_told(settings: Settings) -> Any:
        nonlocal starting, most
        if settings.database.endswith(("o0.db", "o1.db")):
            await waits.wait()
        starting += 1
        most = max(most, starting)
        await asyncio.sleep(0.001)
        starting -= 1
        return settings.database

    for number in range(9):
        office_files(tmp_path, f"o{number}", "http://127.0.0.1:1", f"{number + 1}:token")
    hosting = Hosting(settings_of_folder(tmp_path), open_as_told)
    await hosting.start()
    await until(lambda: sum(office is not None for office in hosting.offices.values()) == 7)
    assert most <= 2 and hosting.offices["o0"] is None
    waits.set()
    await until(lambda: None not in hosting.offices.values())


async def test_offices_do_not_share_what_one_of_them_keeps(tmp_path: Path) -> None:
    office_files(tmp_path, "north", "http://127.0.0.1:1")
    (tmp_path / "west.toml").write_text(profile_text(), "utf-8")
    settings = settings_of_folder(tmp_path)
    assert set(settings) == {"north", "west"}
    assert settings["west"].database.endswith("data/west.db")
    assert settings["west"].token.get_secret_value() != settings["north"].token.get_secret_value()


async def test_an_office_answers_to_its_own_file_before_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_TOKEN", "1:of-somebody-else")
    office_files(tmp_path, "north", "http://127.0.0.1:1")
    assert settings_of_folder(tmp_path)["north"].token.get_secret_value() == BOT_TOKEN
    assert Settings().token.get_secret_value() == "1:of-somebody-else"


@pytest.mark.parametrize("names", [(), ("north", "south")])
async def test_a_folder_that_is_not_in_order_is_refused_in_words(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    for name in names:
        office_files(tmp_path, name, "http://127.0.0.1:1")
    with pytest.raises(Refused) as refused:
        await serve_command(argparse.Namespace(profiles=tmp_path, office=None, env_file=None))
    said = str(refused.value)
    assert ("один токен" in said and "north" in said) if names else "нет профилей" in said
    assert BOT_TOKEN not in said
