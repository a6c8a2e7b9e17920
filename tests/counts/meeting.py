"""A meeting of two questions, played by each role from the notice to the signed protocol."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from tests.counts.people import Count, Counted

_CONVENE = (
    "/convene {moment:%d.%m.%Y %H:%M} каб. 12\n"
    "1. Уборка снега | место 4 | Усилить контроль подрядчика | место 5 | {due:%d.%m.%Y}\n"
    "2. Ответы на обращения: итоги октября | место 8 | Отвечать за два дня до срока"
)
_PRESENT = range(1, 9)


async def play_meeting(people: Counted) -> Mapping[str, Count]:
    """What it took from the notice on: of the chair from «Присутствую», of a member and of the group."""
    seats = await people.seats()
    chats = await people.call("GET", "/api/chats")
    group = next(int(chat["id"]) for chat in chats if chat["type"] == "supergroup")
    head, member = seats[1], seats[5]
    now = await people.now()
    moment = (now + timedelta(days=2)).replace(hour=15, minute=0)
    await people.say(head, _CONVENE.format(moment=moment, due=moment + timedelta(days=7)))
    await people.begin(member, group)
    await people.press(head, "Разослать")
    for seat in _PRESENT:
        await people.press(seats[seat], "Буду")
    for before in (timedelta(days=1), timedelta(hours=1), timedelta(minutes=30)):
        await people.move_clock(moment - before)
        await people.look()
    await people.begin(head)
    for seat in _PRESENT:
        await people.press(seats[seat], "Присутствую")
    await people.move_clock(moment)
    await people.press(head, "Открыть заседание")
    for _ in range(2):
        await people.press(head, "На голосование")
        for seat in _PRESENT:
            await people.press(seats[seat], "За")
        await people.press(head, "Закрыть голосование")
    await people.press(head, "Закрыть заседание")
    await people.press(head, "Подписать")
    await people.look()
    return {
        "ведущий": people.counts[head],
        "член офиса": people.counts[member],
        "группа": people.counts[group],
    }
