"""A meeting of two questions, played by each role from the notice to the signed protocol."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from bot.profiles import load_profile
from tests.counts.people import Count, Counted

_CONVENE = (
    "/convene {moment:%d.%m.%Y %H:%M} каб. 12\n"
    "1. Уборка снега | место 4 | Усилить контроль подрядчика | место 5 | {due:%d.%m.%Y}\n"
    "2. Ответы на обращения: итоги октября | место 8 | Отвечать за два дня до срока | {unit} | {due:%d.%m.%Y}"
)
_PRESENT = range(1, 9)


def _unit() -> str:
    """The unit that has a contact in the sandbox: the first of seat 4's block."""
    profile = load_profile()
    return next(one.title for one in profile.units if one.block == profile.seat(4).block)


async def play_meeting(people: Counted) -> Mapping[str, Count]:
    """What it took from the notice on, of the chair from «Присутствую», of the unit until it reported."""
    everyone = {one["role"]: one["id"] for one in await people.call("GET", "/api/people")}
    guest, contact = everyone["guest"], everyone["unit"]
    seats = await people.seats()
    chats = await people.call("GET", "/api/chats")
    group = next(int(chat["id"]) for chat in chats if chat["type"] == "supergroup")
    head, member = seats[1], seats[5]
    now = await people.now()
    moment = (now + timedelta(days=2)).replace(hour=15, minute=0)
    due, unit = moment + timedelta(days=7), _unit()
    await people.say(head, _CONVENE.format(moment=moment, due=due, unit=unit))
    await people.press(head, "Приглашённые")
    await people.press(head, "Тамара Львовна Горбунова · эксперт по благоустройству")
    await people.press(head, "Назад")
    await people.begin(member, group, guest, contact)
    await people.press(head, "Разослать")
    for seat in _PRESENT:
        await people.press(seats[seat], "Буду")
    await people.press(guest, "Буду")
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
    await people.press(contact, "Получено")
    await people.press(contact, "Исполнено")
    await people.look()
    return {
        "ведущий": people.counts[head],
        "член офиса": people.counts[member],
        "группа": people.counts[group],
        "приглашённый": people.counts[guest],
        "подразделение": people.counts[contact],
    }
