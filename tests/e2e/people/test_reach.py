"""People who block the bot, groups that put it out or become supergroups, messages that people delete."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from domain.office.profile import OfficeProfile
from tests.e2e.conftest import Town

CONVENE = "/convene 25.11.2026 15:00 каб. 12\n1. Уборка снега | место 4 | Усилить контроль"


async def convened(people: Town) -> None:
    """A meeting that everyone has the card of."""
    await people.say(people.seat[1], CONVENE)
    await people.press(people.seat[1], "Разослать")


async def block(people: Town, person: int, *, blocked: bool = True) -> None:
    """The person blocks the bot, or lets it in again."""
    await people.call("POST", "/api/blocks", json={"person": person, "blocked": blocked})
    await people.settle()


async def test_the_head_learns_who_blocked_the_bot_and_that_they_are_back(on_the_day: Town) -> None:
    people, head, third = on_the_day, on_the_day.seat[1], on_the_day.seat[3]
    await block(people, third)
    before = await people.newest(third)
    await convened(people)
    notice = await people.text(head, "Не получает сообщений: Нина Павловна Ожегова")
    assert "ждут отправки" in notice and "накопившееся придёт по порядку" in notice
    assert await people.newest(third) == before

    await block(people, third, blocked=False)
    assert (await people.text(head, "Снова на связи: Нина Павловна Ожегова")).endswith(
        "накопившееся отправлено."
    )
    assert await people.has_button(third, "Буду")
    assert await people.violations() == []


async def test_a_block_that_no_update_told_of_is_found_and_told_once_a_day(
    seeded: Town, profile: OfficeProfile
) -> None:
    people, head, third = seeded, seeded.seat[1], seeded.seat[3]
    blocked = {"method": "sendMessage", "kind": "blocked", "times": 1}
    await people.call("POST", "/api/faults", json=blocked)
    await people.say(third, "/help")
    first = await people.card(head, "Не получает сообщений: Нина Павловна Ожегова")
    await people.say(people.seat[4], "/help")
    assert (await people.card(head, "Не получает сообщений: Нина Павловна Ожегова"))["message_id"] == first[
        "message_id"
    ]

    before = await people.newest(third)
    await people.move_clock(datetime(2026, 11, 23, 11, 5, tzinfo=profile.time_zone))
    await people.say(third, "/help")
    texts = await people.read(third, before)
    assert ["/help — Помощь" in text for text in texts] == [True, True]
    assert (await people.card(head, "Снова на связи: Нина Павловна Ожегова"))["message_id"] == first[
        "message_id"
    ]


async def test_of_the_head_the_one_who_stands_in_is_told(seeded: Town) -> None:
    people = seeded
    await block(people, people.seat[1])
    assert await people.text(people.seat[2], "Не получает сообщений: Марина Олеговна Ветлугина")


async def test_put_out_of_the_group_and_taken_back(on_the_day: Town) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    await people.call("POST", "/api/group", json={"bot": False})
    await convened(people)
    assert "группа офиса" in await people.text(head, "Не получает сообщений")
    await people.call("POST", "/api/group", json={"bot": True})
    await people.settle()
    assert await people.text(people.group, "Заседание № 1")
    assert await people.text(head, "Снова на связи: группа офиса")
    assert await people.violations() == []


@pytest.mark.long
async def test_the_office_moves_with_its_group(on_the_day: Town, profile: OfficeProfile) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    await convened(people)
    await people.move_clock(datetime(2026, 11, 25, 15, 0, tzinfo=profile.time_zone))
    await people.gather(1, 2, 3, 4, 5)
    await people.press(head, "Открыть заседание")
    await people.press(head, "На голосование")
    moved = await people.call("POST", "/api/group", json={"migrate": True})
    await people.settle()
    assert moved["id"] != people.group
    for seat in (1, 2, 3):
        await people.press(people.seat[seat], "За", moved["id"])
    assert "За 3" in await people.text(moved["id"], "Вопрос 1")
    await people.press(head, "Закрыть голосование")
    assert "принято" in await people.text(moved["id"], "Вопрос 1")
    assert await people.violations() == []


async def test_a_move_that_no_message_told_of(on_the_day: Town) -> None:
    people = on_the_day
    await people.call("POST", "/api/group", json={"migrate": True})
    await convened(people)
    chats = await people.call("GET", "/api/chats")
    assert await people.text(chats[-1]["id"], "Заседание № 1")
    assert await people.violations() == []


async def test_a_card_that_people_deleted_comes_anew(on_the_day: Town) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    await convened(people)
    card = await people.card(head, "Заседание № 1")
    await people.call("DELETE", f"/api/chats/{head}/messages/{card['message_id']}")
    await people.press(people.seat[2], "Буду")
    anew = await people.card(head, "Заседание № 1")
    assert anew["message_id"] > card["message_id"] and "Придёт 1 из 9" in anew["text"].replace("\u00a0", " ")


async def test_too_many_requests_are_waited_out_to_the_second(seeded: Town) -> None:
    people, third = seeded, seeded.seat[3]
    await people.call(
        "POST", "/api/faults", json={"method": "sendMessage", "kind": "429", "times": 1, "seconds": 3}
    )
    before = await people.newest(third)
    await people.call("POST", "/api/messages", json={"from": third, "chat": third, "text": "/help"})
    await people.settle()
    asked, answered = (
        datetime.fromisoformat(message["date"]) for message in (await people.messages(third, before))[:2]
    )
    assert answered - asked >= timedelta(seconds=2)
    # The chats show whole seconds, so three seconds may look like two; the sandbox measures them exactly.
    stats = await people.call("GET", "/api/stats")
    assert stats["sendMessage"] == 2
    assert await people.violations() == []
