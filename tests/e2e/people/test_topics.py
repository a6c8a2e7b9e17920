"""A group with topics (Bot API, Chat.is_forum): the office's chat is one of them; a group greeted; menus."""

from __future__ import annotations

from typing import Any

from tests.e2e.conftest import Town
from tests.e2e.people.test_reach import CONVENE, convened


async def topic(people: Town, name: str) -> int:
    """The head begins a topic; its number."""
    made = await people.call("POST", "/api/group", json={"topic": name})
    return int(made["topic"])


async def write(people: Town, text: str, **extras: Any) -> None:
    """The head writes in the group."""
    body = {"from": people.seat[1], "chat": people.group, "text": text, **extras}
    await people.call("POST", "/api/messages", json=body)
    await people.settle()


async def said_in(people: Town, place: int | None) -> list[str]:
    """Texts of the bot in this topic; None: outside of topics."""
    return [
        m["text"].replace("\u00a0", " ")
        for m in await people.messages(people.group)
        if m["from"] not in people.seat.values() and (m["topic"] or {"id": None})["id"] == place
    ]


async def menu(people: Town) -> list[str]:
    """The commands that a member sees in the group."""
    path = f"/api/commands?person={people.seat[2]}&chat={people.group}"
    return [one["command"] for one in await people.call("GET", path)]


async def test_the_topic_where_bind_was_written_is_the_offices_chat(on_the_day: Town) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    await convened(people)
    talk, office, other = [await topic(people, name) for name in ("Разное", "Офис", "Стройка")]
    before = await said_in(people, None)
    assert await said_in(people, office) == []

    await write(people, "/bind@mcu_sandbox_bot", topic=office)
    bound, card = await said_in(people, office)
    assert bound.startswith("Эта тема — чат проектного офиса") and card.startswith("Заседание № 1")
    await people.press(people.seat[2], "Буду")
    assert "Придёт 1 из 9" in (await said_in(people, office))[1]
    assert await said_in(people, None) == before  # what stood outside is live no more

    # Who asks elsewhere is answered there; in a closed topic, in the office's.
    await write(people, "/roster", topic=talk)
    (answer,) = await said_in(people, talk)
    assert answer.startswith("Состав проектного офиса")
    await people.call("POST", "/api/group", json={"close": other})
    await write(people, "/roster", topic=other)
    assert await said_in(people, other) == []
    assert (await said_in(people, office))[-1].startswith("Состав проектного офиса")
    assert "Не получает сообщений" not in await people.last(head)

    # The office's own topic is waited for, and the head is told.
    await people.call("POST", "/api/group", json={"close": office})
    await people.say(head, CONVENE.replace("25.11", "26.11"))
    await people.press(head, "Разослать")
    assert "тема закрыта" in await people.text(head, "Не получает сообщений: группа офиса")
    waited = len(await said_in(people, office))
    await people.call("POST", "/api/group", json={"reopen": office})
    await people.settle()
    assert len(await said_in(people, office)) > waited
    assert await people.text(head, "Снова на связи: группа офиса")
    assert await people.violations() == []


async def test_a_thread_of_replies_is_no_topic(seeded: Town) -> None:
    people = seeded
    await write(people, "Коллеги, привязываю")
    root = await people.newest(people.group)
    await write(people, "/bind", reply_to=root)
    assert (await said_in(people, None))[-1].startswith("Эта группа — чат проектного офиса")
    assert await people.violations() == []


async def test_a_group_that_takes_the_bot_in_is_greeted_and_has_its_menu(empty: Town) -> None:
    people = empty
    assert await menu(people) == []
    for there in (False, True):
        await people.call("POST", "/api/group", json={"bot": there})
    await people.settle()
    (greeting,) = await said_in(people, None)
    assert "/bind@mcu_sandbox_bot" in greeting and "в группе с темами" in greeting
    assert await menu(people) == ["bind"]


async def test_the_offices_group_has_the_commands_that_are_typed_there(seeded: Town) -> None:
    people = seeded
    await people.settle()
    assert set(await menu(people)) == {"meeting", "roster", "bind"}
    for there in (False, True):
        await people.call("POST", "/api/group", json={"bot": there})
    await people.settle()
    assert await said_in(people, None) == []  # its own group needs no greeting
