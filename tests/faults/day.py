"""A day of the office, step by step: import, digests, a meeting with nine voters, protocol, receipts."""

from __future__ import annotations

import asyncio
import re
from datetime import datetime, timedelta
from random import Random

from bot.profiles import load_profile
from bot.sandbox.exports import made_up_exports
from tests.faults.people import Patient

_WORDS = {"За": "for", "Против": "against", "Воздержался": "abstain"}
_QUESTIONS = (
    "1. Уборка снега | место 4 | Усилить контроль подрядчика\n"
    "2. Итоги работы с обращениями | место 8 | Принять к сведению\n"
    "3. Перенос приёма граждан | место 3 | Вести приём с 17 до 20 часов"
)


class Day:
    """One working day. `ballots` is what each seat chose last, by question: the people's own record."""

    def __init__(self, people: Patient, morning: datetime, number: int, random: Random) -> None:
        self.people = people
        self.morning = morning
        self.number = number
        self.random = random
        self.ballots: dict[int, dict[int, str]] = {}

    async def live(self) -> None:
        """The whole day; returns when its last paper has been confirmed."""
        await self._import()
        await self._digests()
        await self._convene()
        await self._meet()
        await self._protocol()

    async def _import(self) -> None:
        people, officer = self.people, self.people.seat[9]
        before = await people.newest(officer)
        export = made_up_exports(self.morning, load_profile())["incident"]
        await people.give_file(officer, export.file_name, export.content)
        await people.sees(officer, r"новых \d+ · изменённых", before)
        await people.choose(officer, "Применить")
        await people.sees(officer, r"[Зз]агружено", before)

    async def _digests(self) -> None:
        before = {seat: await self.people.newest(person) for seat, person in self.people.seat.items()}
        await self.people.pass_time(self.morning + timedelta(minutes=6))
        for seat, person in self.people.seat.items():
            await self.people.sees(person, r"[Пп]росрочен", before[seat])

    async def _convene(self) -> None:
        people, head = self.people, self.people.seat[1]
        begins = self.morning.replace(hour=15, minute=0)
        before = await people.newest(head)
        await people.write(head, f"/convene {begins:%d.%m.%Y %H:%M} каб. 12\n{_QUESTIONS}")
        await people.sees(head, "Уборка снега", before)
        await people.choose(head, "Разослать")
        await people.sees(people.seat[9], rf"Заседание № {self.number} ")
        everyone = [person for seat, person in people.seat.items() if seat > 1]
        await asyncio.gather(*(people.choose(person, "Буду") for person in everyone))
        await people.sees(head, rf"Заседание № {self.number} [\s\S]*Придут 8 из 9")
        await people.pass_time(begins)

    async def _meet(self) -> None:
        people, head = self.people, self.people.seat[1]
        await asyncio.gather(
            *(people.choose(one, "Присутствую", people.group) for one in people.seat.values())
        )
        await people.button("Открыть заседание", head)
        await people.sees(people.group, rf"Заседание № {self.number} [\s\S]*9 из 9")
        await people.choose(head, "Открыть заседание")
        for number in (1, 2, 3):
            await people.choose(head, "На голосование")
            await asyncio.gather(*(self._vote(number, seat) for seat in people.seat))
            await people.choose(head, "Закрыть голосование")
            result = await people.sees(people.group, rf"Вопрос {number} · (не )?принято")
            self._agrees(number, result)
        await people.choose(head, "Закрыть заседание")

    async def _card(self, chat: int, number: int) -> int | None:
        """The open card of this question."""
        for message in reversed(await self.people.messages(chat)):
            if re.match(rf"\W*Вопрос {number}\b", message["text"]):
                words = {button["text"] for row in message["buttons"] for button in row}
                return int(message["message_id"]) if "За" in words else None
        return None

    async def _vote(self, number: int, seat: int) -> None:
        """Two taps, the second changing the first: the last one counts (п. 4.6)."""
        people, person = self.people, self.people.seat[seat]
        chat = self.random.choice([person, people.group])
        words = self.random.sample(sorted(_WORDS), 2)
        for word in words:
            message_id = await people.until(f"card {number}", lambda: self._card(chat, number))
            people.taps_sent += 1
            body = {"from": person, "chat": chat, "message_id": message_id, "button": word}
            shown = await people.call("POST", "/api/taps", json=body)
            people.taps_answered += shown["answer"] is not None
            await asyncio.sleep(self.random.random() / 4)
        self.ballots.setdefault(number, {})[seat] = _WORDS[words[-1]]

    def _agrees(self, number: int, result: str) -> None:
        """The result counts what the people chose."""
        chosen = list(self.ballots[number].values())
        counted = re.search(r"За (\d+) · против (\d+) · воздержались (\d+)", result, re.IGNORECASE)
        if counted:
            shown = [int(one) for one in counted.groups()]
            assert shown == [chosen.count(word) for word in ("for", "against", "abstain")], (chosen, result)

    async def _protocol(self) -> None:
        people, head, unit = self.people, self.people.seat[1], self.people.people["unit"]
        await people.sees(head, rf"Протокол № {self.number} ")
        await people.choose(head, "Подписать")
        await people.choose(head, "Подтвердить")
        for chat in (*people.seat.values(), unit):
            await people.until(f"signed protocol in {chat}", lambda who=chat: self._paper(who))  # type: ignore[misc]
        await people.choose(unit, "Получено")
        await people.sees(head, rf"Протокол № {self.number} [\s\S]*получено")

    async def _paper(self, chat: int) -> bool:
        name = f"protocol-{self.number}.pdf"
        found = [one for one in await self.people.messages(chat) if one["document"]]
        return any(one["document"]["file_name"] == name for one in found)
