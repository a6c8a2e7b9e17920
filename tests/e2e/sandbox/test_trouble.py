"""Faults asked for by a test, and the flood limits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import BufferedInputFile
from aiohttp import ClientError

from bot.sandbox.flood import FloodGate
from bot.sandbox.refusal import Refused
from tests.e2e.sandboxed import HEAD, SECOND, Talk, talk


@pytest.fixture
async def here() -> AsyncIterator[Talk]:
    async with talk() as both:
        yield both


async def texts(here: Talk, chat: int = HEAD) -> list[str]:
    return [message["text"] for message in await here.messages(chat)]


async def test_429_so_many_times(here: Talk) -> None:
    await here.fault("sendMessage", "429", times=2, seconds=7)
    for _ in range(2):
        with pytest.raises(TelegramRetryAfter) as caught:
            await here.bot.send_message(HEAD, "x")
        assert caught.value.retry_after == 7
    await here.bot.send_message(HEAD, "y")
    assert await texts(here) == ["y"]
    assert await here.rules() == ["retry_after"] * 2


async def test_500_and_blocked_do_nothing(here: Talk) -> None:
    await here.fault("sendMessage", "500")
    with pytest.raises(TelegramServerError):
        await here.bot.send_message(HEAD, "x")
    await here.fault("sendMessage", "blocked")
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await here.bot.send_message(HEAD, "x")
    assert await texts(here) == []
    assert await here.rules() == []


async def test_drop_cuts_before_and_lost_after_the_effect(here: Talk) -> None:
    await here.fault("sendMessage", "drop")
    with pytest.raises(TelegramNetworkError):
        await here.bot.send_message(HEAD, "не дошло")
    await here.fault("sendMessage", "lost")
    with pytest.raises(TelegramNetworkError):
        await here.bot.send_message(HEAD, "дошло")
    assert await texts(here) == ["дошло"]


async def test_late_is_done_at_once(here: Talk) -> None:
    await here.fault("sendMessage", "late", seconds=30)
    with pytest.raises(TelegramNetworkError):
        await here.bot.send_message(HEAD, "дошло", request_timeout=1)
    assert await texts(here) == ["дошло"]


async def test_an_edit_tried_again_after_a_lost_answer_is_no_mistake(here: Talk) -> None:
    message = await here.bot.send_message(HEAD, "x")
    await here.fault("editMessageText", "lost")
    with pytest.raises(TelegramNetworkError):
        await here.bot.edit_message_text("y", chat_id=HEAD, message_id=message.message_id)
    for rules in ([], ["not_modified"]):
        with pytest.raises(TelegramBadRequest, match="not modified"):
            await here.bot.edit_message_text("y", chat_id=HEAD, message_id=message.message_id)
        assert await here.rules() == rules


async def test_any_method_but_polling(here: Talk) -> None:
    await here.fault("*", "500", times=2)
    assert await here.bot.get_updates() == []
    for call in (here.bot.get_me(), here.bot.send_message(HEAD, "x")):
        with pytest.raises(TelegramServerError):
            await call
    assert (await here.bot.get_me()).username == "mcu_sandbox_bot"


async def test_in_an_outage_nothing_gets_through(here: Talk) -> None:
    await here.say(HEAD, "слышно?")
    await here.fault("*", "outage", times=10**6)
    for call in (here.bot.get_me(), here.bot.get_updates(), here.bot.send_message(HEAD, "x")):
        with pytest.raises(TelegramNetworkError):
            await call
    assert (await here.ask("DELETE", "/api/faults"))[0] == 200
    assert [update.message.text for update in await here.bot.get_updates() if update.message] == ["слышно?"]
    assert await texts(here) == ["слышно?"]


async def test_downloads_fail_too(here: Talk) -> None:
    sent = await here.bot.send_document(HEAD, BufferedInputFile(b"content", "x.txt"))
    assert sent.document is not None
    for kind in ("500", "drop"):
        await here.fault(
            "file", kind, times=2
        )  # a GET that is cut off is sent once more by the library itself
        with pytest.raises(ClientError):
            await here.bot.download(sent.document.file_id)
        await here.ask("DELETE", "/api/faults")
    found = await here.bot.download(sent.document.file_id)
    assert found is not None and found.read() == b"content"


async def test_who_does_not_wait_as_told_is_written_down(here: Talk) -> None:
    await here.fault("sendMessage", "429", seconds=1)
    with pytest.raises(TelegramRetryAfter):
        await here.bot.send_message(HEAD, "x")
    await here.bot.send_message(SECOND, "другому можно")
    assert await here.rules() == []
    await here.bot.send_chat_action(HEAD, "typing")
    assert await here.rules() == ["retry_after"]
    await asyncio.sleep(1)
    await here.bot.send_message(HEAD, "x")
    assert await here.rules() == ["retry_after"]


@pytest.mark.parametrize(
    "fault",
    [
        {"method": "sendMessage", "kind": "418"},
        {"method": "sendMessage", "kind": "429", "times": 0},
        {"method": "sendMessage", "kind": "late", "seconds": -1},
        {"method": 1, "kind": "500"},
    ],
)
async def test_faults_that_make_no_sense(here: Talk, fault: dict[str, object]) -> None:
    status, body = await here.ask("POST", "/api/faults", json=fault)
    assert status == 400 and body["error"]


async def test_stats_count_calls(here: Talk) -> None:
    await here.fault("sendMessage", "500")
    with pytest.raises(TelegramServerError):
        await here.bot.send_message(HEAD, "x")
    await here.bot.send_message(HEAD, "x")
    await here.bot.get_me()
    assert await here.get("/api/stats") == {"getMe": 1, "sendMessage": 2}


async def test_a_flood_is_refused_and_written_down() -> None:
    async with talk(limits=True) as here:
        for number in range(4):
            await here.bot.send_message(HEAD, str(number))
        with pytest.raises(TelegramRetryAfter) as caught:
            for number in range(4):
                await here.bot.send_message(HEAD, str(number))
        assert caught.value.retry_after == 1
        assert await here.rules() == ["flood"]
        await here.bot.send_message(SECOND, "другому можно")


async def test_without_limits_nothing_is_a_flood(here: Talk) -> None:
    for number in range(40):
        await here.bot.send_message(HEAD, str(number))
    assert await here.rules() == []


class Seconds:
    """A clock moved by hand."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def waits(gate: FloodGate, chat: int) -> int:
    """Seconds to wait, 0 when the call passed."""
    try:
        gate.pass_or_refuse(chat)
    except Refused as refused:
        assert refused.code == 429 and refused.retry_after
        return refused.retry_after
    return 0


def test_a_private_chat_takes_four_at_once_then_one_a_second() -> None:
    seconds = Seconds()
    gate = FloodGate(seconds, enforced=True)
    assert [waits(gate, HEAD) for _ in range(5)] == [0, 0, 0, 0, 1]
    seconds.now += 1
    assert [waits(gate, HEAD) for _ in range(2)] == [0, 1]
    seconds.now += 100
    assert [waits(gate, HEAD) for _ in range(5)] == [0, 0, 0, 0, 1]


def test_a_group_takes_twenty_in_any_minute() -> None:
    seconds = Seconds()
    gate = FloodGate(seconds, enforced=True)
    assert [waits(gate, -1) for _ in range(20)] == [0] * 20
    seconds.now += 10
    assert waits(gate, -1) == 50
    seconds.now += 50
    assert waits(gate, -1) == 0


def test_thirty_a_second_overall() -> None:
    seconds = Seconds()
    gate = FloodGate(seconds, enforced=True)
    assert [waits(gate, chat) for chat in range(1, 31)] == [0] * 30
    assert waits(gate, 31) == 1
    seconds.now += 1
    assert waits(gate, 31) == 0
