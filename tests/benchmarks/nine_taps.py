"""Nine taps within a second: API calls, and how soon every copy of the card is right; one: transactions."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter

import aiohttp
from sqlalchemy import Engine, event

from bot.profiles import load_profile
from bot.sandbox.people import GROUP_ID
from bot.sandbox.play import People
from bot.sandbox.run import SandboxOptions, running_sandbox
from tests.benchmarks.table import Line
from tests.e2e.meetings.test_one_vote import Cost

_WORDS = ("За", "Против", "Воздержался")


async def run() -> list[Line]:
    """Play a meeting with limits on, tap nine times within a second, count and wait."""
    profile = load_profile()
    now = datetime(2026, 11, 25, 14, 40, tzinfo=profile.time_zone)
    with tempfile.TemporaryDirectory() as folder:
        options = SandboxOptions(0, Path(folder) / "office.db", now)
        async with running_sandbox(options) as sandbox, aiohttp.ClientSession() as session:
            people = People(session, sandbox.url)
            seats = await people.seats()
            begins = f"{now + timedelta(minutes=20):%d.%m.%Y %H:%M}"
            await people.say(seats[1], f"/convene {begins} каб. 12\n1. Вопрос | место 4 | Решить вопрос")
            await people.press(seats[1], "Разослать")
            for person in seats.values():
                await people.press(person, "Присутствую", GROUP_ID)
            await people.press(seats[1], "Открыть заседание")
            await people.press(seats[1], "На голосование")
            # The minute of the group and the bursts of the chats start afresh.
            await asyncio.sleep(4)
            calls = await _calls(people)
            cards = {chat: await _card(people, chat) for chat in (GROUP_ID, *seats.values())}
            taps = [
                asyncio.create_task(_tap(people, person, cards[person], _WORDS[index % 3], index / 9))
                for index, person in enumerate(seats.values())
            ]
            await asyncio.gather(*taps)
            tapped = perf_counter()
            while not await _all_right(people, cards):  # noqa: ASYNC110 — the sandbox is asked over HTTP
                await asyncio.sleep(0.05)
            right = perf_counter() - tapped
            await people.settle()
            made = await _calls(people) - calls
            cost = Cost()
            event.listen(Engine, "begin", cost.begun)
            await _tap(people, seats[5], cards[seats[5]], _WORDS[2], 0)
            await people.settle()
            event.remove(Engine, "begin", cost.begun)
            violations = len(await people.call("GET", "/api/violations"))
    assert not violations
    return [
        Line("one vote: transactions until every card is right", cost.transactions, "", budget="15"),
        Line("nine taps within a second: calls", made, "", budget="30"),
        Line("nine taps: all cards right after the last", right, "s", budget="1.5 s"),
    ]


async def _calls(people: People) -> int:
    """Calls made so far; asking for updates is no talk."""
    stats = await people.call("GET", "/api/stats")
    return sum(count for name, count in stats.items() if name.lower() != "getupdates")


async def _card(people: People, chat: int) -> int:
    messages = await people.messages(chat)
    return max(int(message["message_id"]) for message in messages if message["text"].startswith("Вопрос 1"))


async def _tap(people: People, person: int, message_id: int, word: str, after: float) -> None:
    await asyncio.sleep(after)
    body = {"from": person, "chat": person, "message_id": message_id, "button": word}
    await people.call("POST", "/api/taps", json=body)


async def _all_right(people: People, cards: dict[int, int]) -> bool:
    for chat, message_id in cards.items():
        shown = (await people.messages(chat, message_id - 1))[0]["text"]
        if not all(f"{word} 3" in shown for word in ("За", "Против", "Воздержались")):
            return False
    return True
