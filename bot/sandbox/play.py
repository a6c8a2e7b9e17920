"""Plays a whole day through the sandbox, as people would: `make demo PLAY=1`."""

from __future__ import annotations

import html
import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp

from bot.localisation import Locale
from bot.profiles import load_profile
from bot.sandbox.exports import made_up_exports
from bot.sandbox.people import GROUP_ID
from bot.sandbox.run import SandboxOptions, running_sandbox
from domain.office.profile import OfficeProfile


class PlayFailed(Exception):
    """A step did not come out as it should; the message says which."""


class People:
    """The sandbox's people, driven over its HTTP contract alone."""

    def __init__(self, session: aiohttp.ClientSession, base: str) -> None:
        self._session = session
        self._base = base

    async def call(self, method: str, path: str, **options: Any) -> Any:
        """One call of the contract."""
        async with self._session.request(method, self._base + path, **options) as reply:
            reply.raise_for_status()
            return await reply.json()

    async def settle(self) -> None:
        """Wait until the bot has nothing left to do."""
        await self.call("POST", "/api/settle", json={})

    async def seats(self) -> dict[int, int]:
        """Seat → person."""
        return {one["seat"]: one["id"] for one in await self.call("GET", "/api/people") if one["seat"]}

    async def messages(self, chat: int, after: int = 0) -> list[dict[str, Any]]:
        """A chat's messages, newest state of each."""
        found: list[dict[str, Any]] = await self.call("GET", f"/api/chats/{chat}/messages?after={after}")
        return found

    async def newest(self, chat: int) -> int:
        """Number of the newest message in a chat."""
        return max((message["message_id"] for message in await self.messages(chat)), default=0)

    async def say(self, person: int, text: str) -> None:
        """A person writes to the bot."""
        await self.call("POST", "/api/messages", json={"from": person, "chat": person, "text": text})
        await self.settle()

    async def send_file(self, person: int, name: str, content: bytes) -> None:
        """A person sends a file to the bot."""
        form = aiohttp.FormData({"from": str(person), "chat": str(person)})
        form.add_field("file", content, filename=name)
        await self.call("POST", "/api/messages", data=form)
        await self.settle()

    async def press(self, person: int, word: str, *chats: int) -> str:
        """Tap the newest button that says this, and confirm where asked; what the bot answered."""
        for chat in (person, *chats):
            found = await self._button(chat, word)
            if found is None:
                continue
            answer = await self._tap(person, chat, *found)
            asked = await self._button(person, "Подтвердить")
            if asked is not None and asked[0] == found[0]:
                answer = await self._tap(person, person, *asked)
            return answer
        raise PlayFailed(f"нет кнопки «{word}»")

    async def move_clock(self, moment: datetime) -> None:
        """Move the office's clock forward."""
        await self.call("POST", "/api/clock", json={"now": moment.isoformat()})
        await self.settle()

    async def files(self, person: int, after: int) -> dict[str, bytes]:
        """Files the bot has sent to a person since a message."""
        found = {}
        for message in await self.messages(person, after):
            if message.get("document") and message["from"] != person:
                address = f"{self._base}/api/files/{message['document']['file_id']}"
                async with self._session.get(address) as reply:
                    found[message["document"]["file_name"]] = await reply.read()
        return found

    async def _button(self, chat: int, word: str) -> tuple[int, str] | None:
        for message in reversed(await self.messages(chat)):
            for row in message.get("buttons") or []:
                for button in row:
                    said = button["text"] == word or button["text"].endswith(f" {word}")
                    if said and not button.get("disabled"):
                        return message["message_id"], button["text"]
        return None

    async def _tap(self, person: int, chat: int, message_id: int, button: str) -> str:
        body = {"from": person, "chat": chat, "message_id": message_id, "button": button}
        shown = await self.call("POST", "/api/taps", json=body)
        await self.settle()
        return str(shown.get("answer") or "")


async def play(options: SandboxOptions, folder: Path) -> None:
    """Play the day; the protocol and the digest's text are left in the folder."""
    folder.mkdir(parents=True, exist_ok=True)  # noqa: ASYNC240 — before anything else runs
    async with running_sandbox(options) as sandbox, aiohttp.ClientSession() as session:
        profile = load_profile(options.profile)
        await _Day(People(session, sandbox.url), profile, options.now, folder).play()


_IMPORTS = ((8, "pos"), (9, "incident"))


class _Day:
    def __init__(self, people: People, profile: OfficeProfile, now: datetime, folder: Path) -> None:
        self._profile = profile
        self._texts = Locale(profile.locale, profile.time_zone)
        self._people = people
        self._now = now
        self._folder = folder
        self._seats: dict[int, int] = {}

    async def play(self) -> None:
        self._seats = await self._people.seats()
        await self._import()
        await self._digest()
        await self._convene()
        await self._open()
        await self._vote(1, {1: "За", 2: "За", 3: "За", 4: "За", 5: "Против", 8: "Воздержался"})
        await self._vote(2, {1: "За", 2: "За", 3: "За", 4: "Против", 5: "Против", 8: "Против"})
        await self._vote(3, {1: "Против", 2: "За", 3: "За", 4: "Против", 5: "Воздержался", 8: "Против"})
        await self._protocol()
        violations = await self._people.call("GET", "/api/violations")
        stats = await self._people.call("GET", "/api/stats")
        self._tell("play-end", violations=len(violations), calls=sum(stats.values()))
        if violations:
            raise PlayFailed(str(violations[:3]))

    def _tell(self, key: str, **arguments: Any) -> None:
        print(html.unescape(self._texts(key, **arguments)), flush=True)  # noqa: T201 — a step as it happens

    async def _import(self) -> None:
        profile = self._profile
        exports = made_up_exports(self._now, profile)
        for seat, channel in _IMPORTS:
            officer, export = self._seats[seat], exports[channel]
            await self._people.send_file(officer, export.file_name, export.content)
            found = (await self._people.messages(officer))[-1]["text"]
            counts = next((line for line in found.splitlines() if line.startswith("новых")), found)
            await self._people.press(officer, "Применить")
            self._tell("play-import", channel=profile.channel(channel).short_title, counts=counts)

    async def _digest(self) -> None:
        before = {seat: await self._people.newest(person) for seat, person in self._seats.items()}
        morning = self._now.replace(hour=8, minute=30, second=0, microsecond=0)
        if morning <= self._now:
            morning += timedelta(days=1)
        await self._people.move_clock(morning)
        self._now = morning
        texts = []
        for seat, person in self._seats.items():
            fresh = await self._people.messages(person, before[seat])
            if not fresh:
                raise PlayFailed(f"нет сводки у места {seat}")
            texts.append(fresh[-1]["text"])
        path = self._folder / "digest.txt"
        path.write_text("\n\n————\n\n".join(texts) + "\n", "utf-8")
        self._tell("play-digest", count=len(texts), path=str(path))

    async def _convene(self) -> None:
        head = self._seats[1]
        self._now = self._now.replace(hour=15, minute=0)
        text = (
            f"/convene {self._now:%d.%m.%Y %H:%M} каб. 12\n"
            "1. Уборка снега во дворах | место 4 | Усилить контроль подрядчика\n"
            "2. Ответы на обращения: итоги октября | место 8 | Отвечать не позднее чем за два дня до срока\n"
            "3. Перенос приёма граждан на вечер | место 3 | Вести приём с 17 до 20 часов"
        )
        await self._people.say(head, text)
        await self._people.press(head, "Разослать")
        for seat in (2, 3, 4, 5, 8):
            await self._people.press(self._seats[seat], "Буду")
        await self._people.press(self._seats[7], "Не смогу")
        self._tell("play-convene")

    async def _open(self) -> None:
        await self._people.move_clock(self._now)
        for seat in (1, 2, 3, 4):
            await self._people.press(self._seats[seat], "Присутствую", GROUP_ID)
        refused = await self._people.press(self._seats[1], "Открыть заседание")
        self._tell("play-no-quorum", answer=refused)
        for seat in (5, 8):
            await self._people.press(self._seats[seat], "Присутствую", GROUP_ID)
        await self._people.press(self._seats[1], "Открыть заседание")
        self._tell("play-open")

    async def _vote(self, number: int, choices: dict[int, str]) -> None:
        head = self._seats[1]
        await self._people.press(head, "На голосование")
        for seat, word in choices.items():
            await self._people.press(self._seats[seat], word, GROUP_ID)
        await self._people.press(head, "Закрыть голосование")
        cards = [
            message["text"]
            for message in await self._people.messages(GROUP_ID)
            if re.match(rf"\W*Вопрос {number}\b", message["text"])
        ]
        if not cards:
            raise PlayFailed(f"нет карточки вопроса {number}")
        self._tell("play-vote", result=" / ".join(line for line in cards[-1].splitlines() if line))

    async def _protocol(self) -> None:
        head = self._seats[1]
        before = await self._people.newest(head)
        await self._people.press(head, "Закрыть заседание")
        papers = await self._people.files(head, before)
        docx = next((content for name, content in papers.items() if name.endswith(".docx")), b"")
        before = await self._people.newest(self._seats[2])
        await self._people.press(head, "Подписать")
        signed = await self._people.files(self._seats[2], before)
        pdf = next((content for name, content in signed.items() if name.endswith(".pdf")), b"")
        if not docx or not pdf:
            raise PlayFailed("нет протокола")
        (self._folder / "protocol-1.docx").write_bytes(docx)
        (self._folder / "protocol-1.pdf").write_bytes(pdf)
        self._tell("play-protocol", folder=str(self._folder))
