"""The event loop that was held is said, with what held it."""

from __future__ import annotations

import asyncio
import time

from structlog.testing import capture_logs

from bot.watching.holding import Holds, watched_loop


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


async def test_who_only_waits_holds_nothing() -> None:
    holds = Holds()
    with watched_loop(holds):
        await asyncio.gather(asyncio.sleep(0.6), asyncio.to_thread(time.sleep, 0.6))
    assert holds.newest is None or "test_who_only_waits" not in holds.newest.by
