"""Information for citizens, from an officer's draft to the post in the channel (п. 2.2.3)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import delete

from bot.sandbox.people import CHANNEL_ID
from bot.storage.messages.tables import messages
from tests.e2e.conftest import Town

LAST_WEEK = datetime(2026, 11, 15, 19, tzinfo=UTC)
CHANNEL = "@okrug_news_sandbox"


async def bind(people: Town) -> None:
    """The head names the channel on a draft's card, then gives the draft up."""
    head = people.seat[1]
    await people.say(head, "/publish")
    await people.press(head, "Привязать канал")
    await people.say(head, CHANNEL)
    assert any("привязан:" in text for text in await people.read(head))
    await people.press(head, "Отмена")


async def card(people: Town, seat: int) -> str:
    """The newest card of a post in a seat's chat."""
    return await people.text(people.seat[seat], "Сообщение для жителей")


@pytest.mark.long
async def test_an_officers_draft_is_edited_approved_and_posted(seeded: Town) -> None:
    people, head, officer = seeded, seeded.seat[1], seeded.seat[9]
    await bind(people)
    await people.say(officer, "/publish")
    draft = await card(people, 9)
    assert "Отопление — 13" in draft and "Канал: «Новости округа»" in draft
    for personal in ("ул. Кирова", "Кот с балкона", "котельн", "+7"):
        assert personal not in draft
    assert "похожее на телефон" not in draft
    await people.press(officer, "Изменить текст")
    await people.say(officer, "Спасибо жителю кв. 12, тел. +7 (000) 000-00-12")
    assert "похожее на телефон" in await card(people, 9)
    await people.press(officer, "Изменить текст")
    await people.say(officer, "Тепло вернулось & <b>всем</b> спасибо.\n\nВопросы — на «Госуслугах».")
    assert "Тепло вернулось & <b>всем</b> спасибо." in await card(people, 9)
    message = await people.card(officer, "Сообщение для жителей")
    data = message["buttons"][0][0]["data"].replace("submit", "confirm")
    shown = await people.tap(officer, officer, message["message_id"], data)
    assert shown["alert"] and "подтверждает руководитель" in shown["answer"]
    await people.tap(officer, officer, message["message_id"], "На подтверждение руководителю")
    assert "Ждёт подтверждения" in await card(people, 9)
    assert await people.messages(CHANNEL_ID) == []
    chats = await people.call("GET", "/api/chats")
    assert [one["id"] for one in chats if one["id"] < 0] == [people.group]
    asked = await people.card(head, "Сообщение для жителей")
    await people.tap(head, head, asked["message_id"], "Подтвердить")
    (post,) = await people.messages(CHANNEL_ID)
    assert post["text"] == "Тепло вернулось & <b>всем</b> спасибо.\n\nВопросы — на «Госуслугах»."
    assert (await people.call("GET", "/api/stats"))["sendPhoto"] >= 1
    for seat in (1, 9):
        assert "Опубликовано в «Новости округа»" in await card(people, seat)
    again = await people.tap(head, head, asked["message_id"], data)
    assert again["alert"] and len(await people.messages(CHANNEL_ID)) == 1
    assert await people.violations() == []


async def test_the_heads_own_post_needs_a_channel_and_a_confirmation(seeded: Town) -> None:
    people, head = seeded, seeded.seat[1]
    await people.say(head, "/publish")
    await people.press(head, "За прошлый месяц")
    assert "октябрь 2026" in await card(people, 1)
    message = await people.card(head, "Сообщение для жителей")
    assert not await people.has_button(head, "Опубликовать")  # there is nowhere to post yet
    post = next(b["data"] for row in message["buttons"] for b in row if b["text"] == "Привязать канал")
    post = post.split(":")[2]
    await people.tap(head, head, message["message_id"], f"post:submit:{post}:")
    shown = await people.tap(head, head, message["message_id"], f"post:confirm:{post}:")
    assert shown["alert"] and "канал не привязан" in shown["answer"]
    await people.press(head, "Привязать канал")
    await people.press(head, "Назад")
    await people.press(head, "Привязать канал")
    for named, answer in (("что?", "не имя канала"), ("@nosuchchannel", "не найден")):
        await people.say(head, named)
        assert any(answer in text for text in (await people.read(head))[-2:]), named
    await people.press(head, "Изменить текст")
    await people.say(head, "ж" * 1001)
    assert "1 001" in await people.last(head)
    await people.press(head, "Назад")
    await people.press(head, "Отмена")
    assert "ничего не опубликовано" in await card(people, 1)
    assert await people.messages(CHANNEL_ID) == []


async def test_a_post_that_could_not_be_sent_says_why_and_goes_again(seeded: Town) -> None:
    people, head = seeded, seeded.seat[1]
    await bind(people)
    await people.say(head, "/publish")
    message = await people.card(head, "Сообщение для жителей")
    await people.tap(head, head, message["message_id"], "Опубликовать")
    await people.call("POST", "/api/faults", json={"method": "sendPhoto", "kind": "blocked", "times": 1})
    await people.tap(head, head, message["message_id"], "Подтвердить")
    assert "Не опубликовано" in await card(people, 1)
    await people.tap(head, head, message["message_id"], "Опубликовать ещё раз")
    assert "Опубликовано в «Новости округа»" in await card(people, 1)
    assert len(await people.messages(CHANNEL_ID)) == 1


async def test_others_make_no_posts(seeded: Town) -> None:
    people = seeded
    for person in (people.seat[3], people.people["unit"], people.people["stranger"]):
        await people.say(person, "/publish")
        answer = await people.last(person)
        assert any(words in answer for words in ("п. 2.2.1", "п. 4.4", "для членов проектного офиса"))


async def test_no_post_is_offered_of_a_week_without_messages(seeded: Town) -> None:
    people, head = seeded, seeded.seat[1]
    async with people.behind_its_back() as database:
        await database.execute(delete(messages).where(messages.c.received_at >= LAST_WEEK))
    await people.say(head, "/publish")
    assert "октябрь 2026" in await card(people, 1)
    message = await people.card(head, "Сообщение для жителей")
    shown = await people.tap(head, head, message["message_id"], "За прошлую неделю")
    assert shown["alert"] and "сообщений не было" in shown["answer"]
    await people.press(head, "Отмена")
    async with people.behind_its_back() as database:
        await database.execute(delete(messages))
    await people.say(head, "/publish")
    assert "сообщений не было: рассказывать жителям не о чём" in await people.last(head)
    assert await people.violations() == []
