"""A lasting task that ends unasked is started again, counted and told; one that is asked to end ends."""

from __future__ import annotations

import asyncio
from pathlib import Path

import aiohttp
import pytest

from bot.watching import keeping
from bot.watching.health import Health, condition_of
from bot.watching.keeping import Keeper
from domain.office.profile import OfficeProfile
from tests.faults.offices import living


@pytest.fixture(autouse=True)
def briskly(monkeypatch: pytest.MonkeyPatch) -> None:
    """No pauses of a minute in tests."""
    monkeypatch.setattr(keeping, "_PAUSE", 0.01)


async def test_whatever_ends_it_it_goes_on_until_it_is_cancelled() -> None:
    ended: list[str] = []
    runs = 0
    lasting = asyncio.Event()

    async def work() -> None:
        nonlocal runs
        runs += 1
        if runs == 1:
            return
        if runs == 2:
            raise RuntimeError("a mistake")
        if runs == 3:
            raise asyncio.CancelledError  # of a call within, that somebody has cancelled
        lasting.set()
        await asyncio.Event().wait()

    task = Keeper(ended.append)(work, "work")
    async with asyncio.timeout(5):
        await lasting.wait()
    assert ended == ["work"] * 3 and runs == 4
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert task.cancelled() and runs == 4 and ended == ["work"] * 3


@pytest.mark.parametrize(
    "part",
    ["delivery", *(pytest.param(one, marks=pytest.mark.long) for one in ("polling", "parking", "worker"))],
)
async def test_a_part_of_the_office_that_ends_is_started_again(
    tmp_path: Path, profile: OfficeProfile, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    async with living(tmp_path, profile) as office:
        people, bot, head = office.people, office.bot, office.people.seat[1]
        (task,) = [one for one in asyncio.all_tasks() if one.get_name() == part]
        waiting = task.get_coro()
        assert waiting is not None
        await people.settle()
        await _break(task)
        async with asyncio.timeout(10):
            while not bot.runtime.meter.restarts[part]:  # noqa: ASYNC110 — nothing rings
                await asyncio.sleep(0.01)
        before = await people.newest(head)
        await people.say(head, "/help")
        await people.settle()
        assert await people.read(head, before)
        condition = await condition_of(bot.runtime)
        assert condition.restarts == {part: 1} and not condition.well
        assert any(f"({part})" in text for text in await people.read(people.people["admin"], 0))
        health = Health("127.0.0.1:0", lambda: {"office": bot.runtime}, bot.runtime.meter.meter)
        await health.start()
        async with (
            aiohttp.ClientSession() as outside,
            outside.get(f"http://127.0.0.1:{health.port}/healthz") as reply,
        ):
            assert reply.status == 503
            assert (await reply.json())["offices"]["office"]["restarts"] == {part: 1}
        await health.stop()


async def _break(task: asyncio.Task[None]) -> None:
    """What the task waits for is cancelled under it, as a library's mistake would."""
    while (waited := task._fut_waiter) is None or not waited.cancel():  # type: ignore[attr-defined]  # noqa: ASYNC110
        await asyncio.sleep(0)  # what it waited for has come just now
