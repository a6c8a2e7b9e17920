"""What a container's health check makes of `/healthz`."""

from __future__ import annotations

import asyncio

import pytest

from bot.watching import asked
from bot.watching.health import Health
from bot.watching.meter import Meter


@pytest.mark.parametrize(("offices", "code"), [({}, 0), ({"office": None}, 1)])
async def test_the_answer_of_the_bot_is_the_check(
    offices: dict[str, None], code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    health = Health("127.0.0.1:0", lambda: offices, Meter())
    await health.start()
    address = f"127.0.0.1:{health.port}"
    monkeypatch.setenv("BOT_METRICS", address)
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")  # as where the bot goes out by one
    try:
        assert await asyncio.to_thread(asked.main) == code
    finally:
        await health.stop()
    assert await asyncio.to_thread(asked.main) == 1
    assert f"{address}: " in capsys.readouterr().err


@pytest.mark.parametrize("address", ["", "nowhere"])
def test_without_an_address_it_is_not_well(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_METRICS", address)
    assert asked.main() == 1
