"""People who live through a bot that dies under their hands: they wait, look again, and tap once."""

from __future__ import annotations

import asyncio
import contextlib
import re
import time
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import aiohttp

from handlers.chat.taps import NOTHING
from tests.e2e.conftest import Town

PATIENCE = 240.0  # seconds of real time that anybody waits for anything where the machine is quick
_LOOKS_AT_ANSWER = 3.0  # seconds: then people look at the card instead
_TAPS_AGAIN = 20.0  # seconds without an effect


class Patient(Town):
    """People who need no quiet: a step is done when they see its effect.

    `slowness` gives how many times longer than on a quick machine they wait.
    """

    def __init__(self, session: aiohttp.ClientSession, base: str) -> None:
        super().__init__(session, base)
        self.slowness: Callable[[], float] = lambda: 1.0
        self._waiting: list[float] = []
        self.taps_sent = 0
        self.tapped_again = 0

    def waited(self) -> float:
        """For how many seconds whoever waits longest has waited for one thing."""
        return time.monotonic() - min(self._waiting) if self._waiting else 0.0

    async def until(self, what: str, seen: Callable[[], Awaitable[Any]]) -> Any:
        """What is seen once it is there. Raises `AssertionError` when patience ends."""
        begun = time.monotonic()
        self._waiting.append(begun)
        try:
            while (waited := time.monotonic() - begun) < PATIENCE * self.slowness():
                if found := await seen():
                    return found
                await asyncio.sleep(0.1)
        finally:
            self._waiting.remove(begun)
        raise AssertionError(f"in {waited:.0f} s nobody saw: {what}")

    async def sees(self, chat: int, pattern: str, after: int = 0) -> str:
        """Wait for a message of the bot that the pattern finds; its text, with plain spaces."""
        try:
            seen = await self.until(f"«{pattern}» in chat {chat}", lambda: self.seen(chat, pattern, after))
        except AssertionError as error:
            last = [message["text"] for message in await self.messages(chat, after)][-3:]
            raise AssertionError(f"{error}; the last there: {last}") from None
        return str(seen)

    async def seen(self, chat: int, pattern: str, after: int = 0) -> str | None:
        """The newest message of the bot that the pattern finds, if there is one."""
        for message in reversed(await self.messages(chat, after)):
            text = str(message["text"]).replace("\u00a0", " ")
            if message["from"] != chat and re.search(pattern, text):
                return text
        return None

    async def button(self, word: str, *chats: int) -> tuple[int, int, str]:
        """Wait for a button; chat, message and text."""

        async def look() -> tuple[int, int, str] | None:
            for chat in chats:
                found = await self._button(chat, word)
                if found is not None:
                    return chat, *found
            return None

        found: tuple[int, int, str] = await self.until(f"button «{word}» in {chats}", look)
        return found

    async def choose(self, person: int, word: str, *chats: int) -> str:
        """Tap the newest button that says this; what the bot answered, empty when it died before."""
        chat, message_id, button = await self.button(word, *(chats or (person,)))
        return await self.tap_once(person, chat, message_id, button)

    async def bring_about(
        self, person: int, word: str, effect: Callable[[], Awaitable[Any]], *chats: int
    ) -> None:
        """Tap, and tap again when nothing comes of it: what was tapped may be a copy that the bot forgot."""
        while True:
            await self.choose(person, word, *chats)
            begun = time.monotonic()
            while time.monotonic() - begun < _TAPS_AGAIN * self.slowness():
                if await effect():
                    return
                await asyncio.sleep(0.1)
            if not any([await self.has_button(chat, word) for chat in chats or (person,)]):
                await self.until(f"what «{word}» does", effect)
                return
            self.tapped_again += 1

    async def tap_once(self, person: int, chat: int, message_id: int, button: str) -> str:
        """Tap a button and look for the answer a while; empty when none came."""
        self.taps_sent += 1
        body = {"from": person, "chat": chat, "message_id": message_id, "button": button}
        try:
            async with asyncio.timeout(_LOOKS_AT_ANSWER * self.slowness()):
                shown = await self.call("POST", "/api/taps", json=body)
        except TimeoutError:
            return ""
        return str(shown["answer"] or "").replace("\u00a0", " ")

    async def tap_in_vain(self, person: int) -> None:
        """Tap while nobody hears it, on a message of one's own: it does nothing, then or later."""
        number = await self.newest(person)
        body = {"from": person, "chat": person, "message_id": number, "button": NOTHING}
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_LOOKS_AT_ANSWER / 10):
                await self.call("POST", "/api/taps", json=body)

    async def write(self, person: int, text: str) -> None:
        """Write to the bot and wait for nothing."""
        await self.call("POST", "/api/messages", json={"from": person, "chat": person, "text": text})

    async def give_file(self, person: int, name: str, content: bytes) -> None:
        """Send a file and wait for nothing."""
        form = aiohttp.FormData({"from": str(person), "chat": str(person)})
        form.add_field("file", content, filename=name)
        await self.call("POST", "/api/messages", data=form)

    async def pass_time(self, moment: datetime) -> None:
        """Move the clock; a bot that dies meanwhile rings what it missed when it is back."""
        await self.call("POST", "/api/clock", json={"now": moment.isoformat()})


async def open_a_vote(people: Patient, begins: datetime) -> None:
    """All nine present at a meeting of one question, which is put to the vote."""
    head = people.seat[1]
    await people.write(head, f"/convene {begins:%d.%m.%Y %H:%M} каб. 12\n1. Вопрос | место 4 | Решить вопрос")
    card = "Заседание № 1 "
    await people.bring_about(head, "Разослать", lambda: people.seen(people.seat[9], card))
    await people.pass_time(begins)
    everyone = people.seat.values()
    await asyncio.gather(*(people.choose(one, "Присутствую", people.group) for one in everyone))
    await people.choose(head, "Открыть заседание")
    await people.bring_about(head, "На голосование", lambda: people.seen(people.group, "Вопрос 1"))
