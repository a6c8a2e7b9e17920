"""The people of a sandbox with a counter: who tapped how often, how far, and what came to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import aiohttp

from bot.sandbox.play import People, PlayFailed
from tests.counts.phone import WINDOW, above_the_bottom, words

# A person who has never seen it: reads all that comes, finds a button, finds a chat in the messenger's list.
WORDS_A_MINUTE, SECONDS_A_TAP, SECONDS_A_CHOICE = 150, 3, 10


@dataclass(slots=True)
class Count:
    """What one person did and got. `ways` are pixels from the bottom of the chat to each button.

    `shared` are links that were passed on to somebody.
    """

    ways: list[int] = field(default_factory=list)
    messages: int = 0
    words: int = 0
    shared: int = 0

    @property
    def taps(self) -> int:
        """How often they tapped."""
        return len(self.ways)

    @property
    def scrolls(self) -> int:
        """How many buttons stood above what is seen at once."""
        return sum(way > WINDOW for way in self.ways)

    @property
    def seconds(self) -> int:
        """How long it takes whoever reads every word, reckoned; a link is shared by choosing a chat."""
        reading = self.words * 60 / WORDS_A_MINUTE
        return round(reading + self.taps * SECONDS_A_TAP + self.shared * SECONDS_A_CHOICE)

    @property
    def farthest(self) -> int:
        """Pixels to the button that was highest."""
        return max(self.ways, default=0)


class Counted(People):
    """Taps in the private chat alone, and looks at what came after each."""

    def __init__(self, session: aiohttp.ClientSession, base: str) -> None:
        super().__init__(session, base)
        self.counts: dict[int, Count] = {}
        self._seen: dict[int, int] = {}

    async def now(self) -> datetime:
        """The office's time."""
        return datetime.fromisoformat((await self.call("GET", "/api/clock"))["now"])

    async def begin(self, *chats: int) -> None:
        """Count from here on."""
        for chat in chats:
            self.counts[chat] = Count()
            self._seen[chat] = await self.newest(chat)

    async def press(self, person: int, word: str, *chats: int) -> str:
        """As people do: find the button, tap, and confirm where asked; each tap counts."""
        answer = await self._count_and_tap(person, word)
        if await self._button(person, "Подтвердить") is not None:
            answer = await self._count_and_tap(person, "Подтвердить")
        return answer

    async def look(self) -> None:
        """Count what has come meanwhile."""
        for chat, count in self.counts.items():
            fresh = [m for m in await self.messages(chat, self._seen[chat]) if m["from"] != chat]
            count.messages += len(fresh)
            count.words += sum(map(words, fresh))
            self._seen[chat] = max([self._seen[chat], *(m["message_id"] for m in fresh)])

    async def links(self, person: int) -> list[tuple[str, str]]:
        """Captions and addresses of the link buttons under the newest message that has any."""
        for message in reversed(await self.messages(person)):
            found = [(one["text"], one["url"]) for row in message["buttons"] for one in row if one["url"]]
            if found:
                return found
        return []

    async def follow(self, person: int, caption: str) -> None:
        """Tap a link button: what opens then is the messenger's own."""
        await self._count(person, caption)
        self.counts[person].shared += 1

    async def _count(self, person: int, word: str) -> tuple[int, str]:
        found = await self._button(person, word)
        if found is None:
            raise PlayFailed(f"нет кнопки «{word}»")
        number, text = found
        if person in self.counts:
            messages: list[Any] = await self.messages(person)
            rows = next(m for m in messages if m["message_id"] == number)["buttons"]
            row = next(at for at, row in enumerate(rows) if any(one["text"] == text for one in row))
            self.counts[person].ways.append(above_the_bottom(messages, number, row))
        return found

    async def _count_and_tap(self, person: int, word: str) -> str:
        number, text = await self._count(person, word)
        answer = await self._tap(person, person, number, text)
        await self.look()
        return answer
