"""An update that always fails holds up nobody else, and what follows it in its chat keeps its order."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from time import monotonic

import aiohttp
import pytest
from sqlalchemy import select

from bot.profiles import load_profile
from bot.running import RunningOffice
from bot.sandbox.run import SandboxOptions, prepare, running_sandbox, sandbox_settings
from bot.sandbox.time import SandboxTime
from bot.storage.updates import parked_updates
from tests.e2e.conftest import Town
from tests.e2e.conftest import town as seeded_town
from tests.e2e.updates.test_feed import spoil
from tests.e2e.updates.test_webhook import NOW, RIGHT, by_webhook, post, said

pytestmark = pytest.mark.long

BREAK = "ALTER TABLE meetings RENAME TO meetings_away"
MEND = "ALTER TABLE meetings_away RENAME TO meetings"
_LOOK = 0.05  # seconds


async def write(people: Town, person: int, text: str) -> None:
    """Words on their way; nobody waits for what comes of them."""
    await people.call("POST", "/api/messages", json={"from": person, "chat": person, "text": text})


async def answered(people: Town, person: int, count: int, after: int, seconds: float = 40) -> list[str]:
    """What the bot said in a private chat, once it has said so much."""
    for _ in range(int(seconds / _LOOK)):
        if len(await people.read(person, after)) >= count:
            break
        await asyncio.sleep(_LOOK)
    return [one.replace("\u00a0", " ") for one in await people.read(person, after)]


@pytest.fixture(params=["polling", pytest.param("webhook", marks=pytest.mark.long)])
async def town(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Town]:
    """A seeded office, by each way in."""
    if request.param == "polling":
        async with seeded_town(tmp_path, NOW) as people:
            yield people
    else:
        async with by_webhook(tmp_path, "127.0.0.0/8") as (people, _):
            yield people


async def test_while_it_is_tried_again_others_are_served_and_its_chat_waits(town: Town) -> None:
    third, fourth, admin = town.seat[3], town.seat[4], town.people["admin"]
    await town.say(third, "/start")
    before, mine = await town.newest(third), await town.newest(fourth)
    await spoil(town, BREAK)
    await write(town, fourth, "/meeting")
    await write(town, fourth, "/help")
    begun = monotonic()
    body = {"from": third, "chat": third, "message_id": before, "button": "go:settings"}
    await town.call("POST", "/api/taps", json=body)
    assert "Тихих часов нет" in (await answered(town, third, 1, before))[0]
    assert monotonic() - begun < 1.5
    assert await town.read(fourth, mine) == []
    set_aside, helped = await answered(town, fourth, 2, mine)
    assert "5 раз" in set_aside and "Администратору сообщено" in set_aside
    assert "/help — Помощь" in helped
    await town.settle()
    number = set_aside.rpartition(" ")[2].rstrip(".")
    assert number in await town.last(admin)
    async with town.behind_its_back() as database:
        assert (await database.execute(select(parked_updates))).all() == []


async def test_what_is_mended_in_time_is_done_in_order_and_once(town: Town) -> None:
    fourth, mine = town.seat[4], await town.newest(town.seat[4])
    await spoil(town, BREAK)
    await write(town, fourth, "/meeting")
    await write(town, fourth, "/help")
    await asyncio.sleep(1)
    await spoil(town, MEND)
    meeting, helped = await answered(town, fourth, 2, mine)
    assert "Назначенных заседаний нет" in meeting and "/help — Помощь" in helped
    await town.settle()
    assert len(await town.read(fourth, mine)) == 2


async def test_a_tap_that_fails_is_answered_at_once_and_told_of_at_last(town: Town) -> None:
    third = town.seat[3]
    await town.say(third, "/start")
    mine = await town.newest(third)
    await spoil(town, BREAK)
    body = {"from": third, "chat": third, "message_id": mine, "button": "go:meeting"}
    begun = monotonic()
    shown = await town.call("POST", "/api/taps", json=body)
    assert "попробую ещё" in shown["answer"].replace("\u00a0", " ") and monotonic() - begun < 1.5
    assert "5 раз" in (await answered(town, third, 1, mine))[0]
    await town.settle()
    assert await town.violations() == []


async def test_a_parked_update_that_comes_again_is_done_once(tmp_path: Path) -> None:
    async with by_webhook(tmp_path, "127.0.0.0/8") as (people, url):
        third = people.seat[3]
        await people.say(third, "/start")
        mine = await people.newest(third)
        await spoil(people, BREAK)
        for number, text in ((9001, "/meeting"), (9001, "/meeting"), (9002, "/help"), (9002, "/help")):
            assert await post(url, json.dumps(said(number, third, text)), RIGHT) == 200
        await spoil(people, MEND)
        await people.settle()
        for number, text in ((9001, "/meeting"), (9002, "/help")):
            assert await post(url, json.dumps(said(number, third, text)), RIGHT) == 200
        await people.settle()
        meeting, helped = await people.read(third, mine)
        assert "Назначенных заседаний нет" in meeting.replace("\u00a0", " ") and "/help" in helped


async def test_after_a_restart_the_office_goes_on_where_it_was(tmp_path: Path) -> None:
    options = SandboxOptions(0, tmp_path / "office.db", NOW, limits=False, server_only=True)
    async with running_sandbox(options) as sandbox, aiohttp.ClientSession() as session:
        settings = sandbox_settings(options, sandbox.url)
        people = Town(session, sandbox.url)
        people.database = settings.database
        await people.meet()
        fourth = people.seat[4]

        def office() -> RunningOffice:
            return RunningOffice(settings, load_profile(), SandboxTime(sandbox.url, NOW))

        first = office()
        await prepare(first.runtime, empty=False)
        await first.start()
        mine = await people.newest(fourth)
        await spoil(people, BREAK)
        for text in ("/meeting", "/help"):
            await write(people, fourth, text)
        for _ in range(200):
            if not sandbox.world.updates.pending:
                break
            await asyncio.sleep(0.05)
        await first.stop()
        assert sandbox.world.updates.pending == []  # the messenger has let go of both
        await spoil(people, MEND)
        second = office()
        await second.start()
        try:
            meeting, helped = await answered(people, fourth, 2, mine)
        finally:
            await second.stop()
        assert "Назначенных заседаний нет" in meeting and "/help — Помощь" in helped
