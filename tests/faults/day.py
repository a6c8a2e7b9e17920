"""A day of the office: import, digests, a meeting with nine voters, protocol, receipt, a task done."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial
from random import Random
from typing import Any

from bot.profiles import load_profile
from bot.sandbox.exports import made_up_exports
from tests.faults.account import Acts
from tests.faults.people import Patient
from tests.faults.storm import Storm

MORNING = datetime.fromisoformat("2026-11-24T08:25:00+05:00")

_WORDS = {"За": "for", "Против": "against", "Воздержался": "abstain"}
_ADOPTED, _EXECUTOR = 1, 6
_QUESTIONS = (
    "Итоги работы с обращениями | место 8 | Принять меры | место {executor}, {unit} | {due:%d.%m.%Y}",
    "Уборка снега | место 4 | Усилить контроль подрядчика",
    "Перенос приёма граждан | место 3 | Вести приём с 17 до 20 часов",
)


class Day:
    """One working day. `ballots` is what each seat chose last, by question: the people's own record.

    `asked` counts taps that were answered with a question, whose answer is an act of its own. A `short` day
    has one question on the agenda and no import.
    """

    def __init__(
        self, people: Patient, storm: Storm, morning: datetime, number: int, random: Random, *, short: bool
    ) -> None:
        self.people = people
        self.storm = storm
        self.morning = morning
        self.number = number
        self.random = random
        self.ballots: dict[int, dict[int, str]] = {}
        self.asked = 0
        self.short = short
        self.questions = _QUESTIONS[:1] if short else _QUESTIONS

    async def live(self) -> None:
        """The whole day; returns when what was decided has been done."""
        await self.people.pass_time(self.morning)
        if not self.short:
            await self._import()
        for part in (self._digests, self._convene, self._meet, self._protocol, self._task):
            await part()

    def due(self) -> Acts:
        """What the day's taps must have done, each once."""
        meeting, protocol = f"meeting:{self.number}", f"protocol:{self.number}"
        task = f"task:{2 * self.number}"  # the unit's task comes before the seat's
        due: Acts = Counter()
        for seat in range(1, 10):
            due["meeting-vote-cast", meeting, seat] = 2 * len(self.questions)
            due["meeting-checked-in", meeting, seat] = 1
            due["meeting-answered", meeting, seat] = int(seat > 1)
        for act in ("meeting-convened", "meeting-opened", "meeting-closed"):
            due[act, meeting, 1] = 1
        for act in ("meeting-vote-opened", "meeting-vote-closed"):
            due[act, meeting, 1] = len(self.questions)
        due["import-confirmed", f"import:{self.number}", 9] = int(not self.short)
        due["protocol-signed", protocol, 1] = 1
        due["protocol-received", protocol, None] = 1
        due["task-reported", task, _EXECUTOR] = 1
        due["task-accepted", task, 1] = 1
        return due

    async def _import(self) -> None:
        people, officer = self.people, self.people.seat[9]
        before = await people.newest(officer)
        export = made_up_exports(self.morning, load_profile())["incident"]
        await people.give_file(officer, export.file_name, export.content)
        await people.sees(officer, r"новых \d+ · изменённых", before)
        await people.bring_about(
            officer, "Применить", lambda: people.seen(officer, r"[Зз]агружено|[Зз]агружается", before)
        )
        await people.sees(officer, r"[Зз]агружено", before)

    async def _digests(self) -> None:
        """The digest falls into an hour without Telegram; what people ask meanwhile is answered after it.

        Some of that is first refused in words that nobody listed, and waits for a quarter of an hour.
        """
        people = self.people
        before = {seat: await people.newest(person) for seat, person in people.seat.items()}
        async with self.storm.outage():
            await people.pass_time(self.morning + timedelta(hours=1))
            for person in people.seat.values():
                await people.write(person, "/help")
            if self.storm.share:
                await asyncio.gather(*(people.tap_in_vain(person) for person in people.seat.values()))
        await self.storm.refused()
        await people.pass_time(self.morning + timedelta(hours=1, minutes=15))
        for seat, person in people.seat.items():
            await people.sees(person, r"[Пп]росрочен", before[seat])
            await people.sees(person, r"/help — Помощь", before[seat])

    async def _convene(self) -> None:
        people, head = self.people, self.people.seat[1]
        begins = self.morning.replace(hour=15, minute=0)
        before = await people.newest(head)
        profile = load_profile()
        unit = next(one.title for one in profile.units if one.block == profile.seat(4).block)
        named = {"executor": _EXECUTOR, "unit": unit, "due": begins + timedelta(days=7)}
        agenda = "\n".join(self.questions).format(**named)
        await people.write(head, f"/convene {begins:%d.%m.%Y %H:%M} каб. 12\n{agenda}")
        await people.sees(head, "Итоги работы с обращениями", before)
        card = rf"Заседание № {self.number} "
        await people.bring_about(head, "Разослать", lambda: people.seen(people.seat[9], card))
        for chat in (people.group, *people.seat.values()):  # or yesterday's button would be tapped
            await people.sees(chat, card)
        everyone = [person for seat, person in people.seat.items() if seat > 1]
        await asyncio.gather(*(people.choose(person, "Буду") for person in everyone))
        await people.sees(head, rf"Заседание № {self.number} [\s\S]*Придут 8 из 9")
        await people.pass_time(begins)

    async def _meet(self) -> None:
        people, head = self.people, self.people.seat[1]
        before = await people.newest(people.group)
        await asyncio.gather(
            *(people.choose(one, "Присутствую", people.group) for one in people.seat.values())
        )
        await people.button("Открыть заседание", head)
        await people.sees(people.group, rf"Заседание № {self.number} [\s\S]*9 из 9")
        await people.choose(head, "Открыть заседание")
        for number in range(1, len(self.questions) + 1):
            await people.bring_about(head, "На голосование", partial(self._card, people.group, number))
            await asyncio.gather(*(self._vote(number, seat) for seat in people.seat))
            result = rf"Вопрос {number} · (не )?принято"
            await people.bring_about(
                head, "Закрыть голосование", partial(people.seen, people.group, result, before)
            )
            result = await people.sees(people.group, result, before)
            self._agrees(number, result)
        await self._confirmed(head, "Закрыть заседание", partial(self._gone, head, "Подтвердить"))

    async def _gone(self, chat: int, word: str) -> bool:
        """Whether no message of the chat has this button any longer."""
        return not await self.people.has_button(chat, word)

    async def _card(self, chat: int, number: int) -> int | None:
        """The open card of this question."""
        for message in reversed(await self.people.messages(chat)):
            if re.search(rf"^\W*Вопрос {number}\b", message["text"], re.MULTILINE):
                words = {button["text"].removeprefix("✓ ") for row in message["buttons"] for button in row}
                return int(message["message_id"]) if "За" in words else None
        return None

    async def _vote(self, number: int, seat: int) -> None:
        """Two taps, the second changing the first: the last one counts (п. 4.6)."""
        people, person = self.people, self.people.seat[seat]
        chat = self.random.choice([person, people.group])
        words = ["Воздержался", "За"] if number == _ADOPTED else self.random.sample(sorted(_WORDS), 2)
        for word in words:
            message_id = await people.until(f"card {number}", lambda: self._card(chat, number))
            await people.tap_once(person, chat, message_id, word)
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
        await self._confirmed(head, "Подписать", lambda: people.seen(unit, rf"протокола № {self.number} "))
        for chat in (*people.seat.values(), unit):
            await people.until(f"signed paper in {chat}", lambda who=chat: self._paper(who))  # type: ignore[misc]
        await people.choose(unit, "Получено")
        await people.sees(head, rf"Протокол № {self.number} [\s\S]*получено")

    async def _confirmed(
        self, person: int, word: str, effect: Callable[[], Awaitable[Any]], said: str = ""
    ) -> None:
        """A tap that is asked about, what the person says to it, and the confirmation."""
        people = self.people
        before = await people.newest(person)
        self.asked += 1
        if not said:
            await people.bring_about(person, word, partial(people.has_button, person, "Подтвердить"))
        else:
            await people.choose(person, word)
            await people.write(person, said)
            await people.sees(person, said, before)
        await people.bring_about(person, "Подтвердить", effect)

    async def _task(self) -> None:
        """The decision's executor reports, the head accepts."""
        people, executor, head = self.people, self.people.seat[_EXECUTOR], self.people.seat[1]
        before = await people.newest(head)
        name = rf"{self.number}\.{_ADOPTED} · "
        await self._confirmed(
            executor, "Исполнено", lambda: people.seen(head, f"{name}отчёт на приёмке", before), "Сделано"
        )
        await people.bring_about(head, "Принять", lambda: people.seen(executor, f"{name}исполнено"))

    async def _paper(self, chat: int) -> bool:
        name = re.compile(
            rf"(Протокол|Выписка из протокола) № {self.number} от [\d.]{{10}}(, вопросы? [\d, ]+)?\.pdf"
        )
        found = [one for one in await self.people.messages(chat) if one["document"]]
        return any(name.fullmatch(one["document"]["file_name"]) for one in found)
