"""The event loop that was held is said, with what held it."""

from __future__ import annotations

import asyncio
import importlib.util
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import aiohttp
from structlog.testing import capture_logs

from bot.watching import holding
from bot.watching.health import Health
from bot.watching.holding import Holds, watched_loop
from bot.watching.meter import Meter


def hold_the_loop(seconds: float) -> None:
    """What must not be done."""
    time.sleep(seconds)


async def test_a_hold_is_said_with_what_held_the_loop() -> None:
    holds = Holds()
    with watched_loop(holds), capture_logs() as logs:
        await asyncio.sleep(0.2)
        hold_the_loop(0.6)
        await asyncio.sleep(0.2)
    (said,) = [one for one in logs if one["event"] == "event loop held" and "hold_the_loop" in one["by"]]
    assert said["seconds"] >= 0.5 and said["log_level"] == "warning"
    assert said["by"].startswith("tests/watching/test_holding.py:")
    assert "test_a_hold_is_said" in said["by"]
    assert holds.longest is not None and holds.longest.seconds >= 0.5 and holds.count >= 1


async def test_a_hold_is_seen_from_outside() -> None:
    meter = Meter()
    with watched_loop(meter.holds):
        hold_the_loop(0.6)
        await asyncio.sleep(0.2)
    health = Health("127.0.0.1:0", dict, meter)
    await health.start()
    try:
        address = f"http://127.0.0.1:{health.port}/healthz"
        async with aiohttp.ClientSession() as outside, outside.get(address) as reply:
            told = (await reply.json())["process"]
    finally:
        await health.stop()
    assert told["loop_held"] == meter.holds.count >= 1
    assert told["longest_hold"]["seconds"] >= 0.5 and told["newest_hold"]["by"]


async def test_who_only_waits_holds_nothing() -> None:
    holds = Holds()
    with watched_loop(holds):
        await asyncio.gather(asyncio.sleep(0.6), asyncio.to_thread(time.sleep, 0.6))
    assert holds.newest is None or "test_who_only_waits" not in holds.newest.by


def test_other_packages_are_not_ours_where_all_are_installed(tmp_path: Path) -> None:
    installed = tmp_path / "site-packages"
    (installed / "bot" / "watching").mkdir(parents=True)
    copy = shutil.copy(holding.__file__, installed / "bot" / "watching")
    spec = importlib.util.spec_from_file_location("installed_holding", copy)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["installed_holding"] = module  # dataclasses look there
    try:
        spec.loader.exec_module(module)
        seen = dict[str, str]()
        call: Callable[[], None] = lambda: seen.update(by=module._told(sys._getframe()))  # noqa: E731
        for name in ("aiogram/bot.py", "bot/running.py", "asyncio_of_others/run.py"):
            given = {"call": call}
            exec(compile("def held():\n    call()\n", str(installed / name), "exec"), given)  # noqa: S102
            call = given["held"]
        call()
    finally:
        del sys.modules["installed_holding"]
    assert seen["by"].split(" < ")[1:] == ["bot/running.py:2 held"]
