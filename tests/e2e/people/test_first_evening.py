"""The first evening of an office: nine people bound by one card, and what it costs the head."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.e2e.conftest import Town
from tests.e2e.people.test_people_day import NAMES, bind
from tests.e2e.refused import refused

MOST_TAPS = 15


async def links(people: Town, chat: int) -> dict[int, str]:
    """Tokens of the links that the card of invitations shares, by seats."""
    shown = await people.card(chat, "Приглашения")
    shared = [button for row in shown["buttons"] for button in row if button.get("url")]
    found = {}
    for button in shared:
        given = parse_qs(urlsplit(button["url"]).query)
        assert "Вас приглашают" in given["text"][0]
        found[int(re.findall(r"\d+", button["text"])[0])] = given["url"][0].rpartition("=")[2]
    return found


async def test_nine_people_are_bound_in_fifteen_taps_of_the_head(empty: Town) -> None:
    people, head = empty, empty.seat[1]
    await bind(people, 1, people.people["admin"], people.people["admin"])
    before, taps = await people.newest(head), 2
    await people.say(head, "/start")
    await people.press(head, "Пригласить")
    await people.press(head, "Пригласить всех: 8")
    given = await links(people, head)
    assert sorted(given) == list(range(2, 10))
    taps += len(given)  # each is shared by a tap on its own button
    for seats in ((2, 3), (4, 5, 6), (7, 8, 9)):
        for seat in seats:
            await people.say(people.seat[seat], f"/start {given[seat]}")
            await people.say(people.seat[seat], NAMES[seat])
        board = await people.text(head, "Приглашения")
        assert all(f"{NAMES[seat]} · ждёт подтверждения" in board for seat in seats)
        await people.press(head, f"Подтвердить всех: {len(seats)}")
        taps += 1
    assert "в боте 9 из 9" in await people.text(head, "Приглашения")
    assert taps <= MOST_TAPS
    # The greeting and the card of invitations are left; the message for each who came goes with its word.
    assert len(await people.read(head, before)) == 2
    assert await people.violations() == []


@pytest.mark.long
async def test_who_waits_mends_the_name_and_a_refusal_is_asked(empty: Town) -> None:
    people, admin, first = empty, empty.people["admin"], empty.seat[1]
    await people.say(admin, "/invite")
    await people.press(admin, "Пригласить всех: 9")
    old = (await links(people, admin))[1]
    await people.say(admin, "/invite 1")
    new = re.findall(r"\?start=([\w-]+)", await people.last(admin))[0]
    await people.say(first, f"/start {old}")
    assert "отозвано" in await people.last(first)
    await people.say(first, f"/start {new}")
    await people.say(first, "Ветлугина Марена Олеговна")
    assert "Ошиблись в имени" in await people.last(first)
    await people.say(first, NAMES[1])
    assert f"Записал: {NAMES[1]}" in await people.last(first)
    await people.say(first, "/start")
    assert "заявка ждёт подтверждения" in await people.last(first)
    assert NAMES[1] in await people.text(admin, "Заявка")
    await people.press(admin, "Отклонить")
    assert "не подтверждена" in await people.last(first)
    await people.say(first, "Ещё Один Раз")
    assert "для членов проектного офиса" in await people.last(first)
    assert await people.violations() == []


async def test_the_first_evening_leads_and_may_be_hidden(empty: Town) -> None:
    people, head = empty, empty.seat[1]
    await bind(people, 1, people.people["admin"], people.people["admin"])
    await people.say(head, "/start")
    assert "Офис готов на 0 из 4" in await people.last(head)
    await people.press(head, "Привязать группу")
    # What the messenger writes in the group to which the bot was added by the button.
    body = {"from": head, "chat": people.group, "text": "/start bind"}
    await people.call("POST", "/api/messages", json=body)
    await people.settle()
    shown = await people.card(head, "Понедельник, 23 ноября")
    assert "Офис готов на 1 из 4" in shown["text"] and "✓ Группа офиса привязана" in shown["text"]
    words = [button["text"] for row in shown["buttons"] for button in row]
    assert words == ["Пригласить", "Загрузить выгрузку", "Созвать заседание", "Скрыть", "Ещё"]
    await people.press(head, "Скрыть")
    await people.say(head, "/start")
    assert "Офис готов" not in await people.last(head)
    assert await people.violations() == []


@pytest.mark.long
async def test_nothing_is_offered_that_would_be_refused(seeded: Town) -> None:
    people = seeded
    await people.say(people.seat[1], "/convene 25.11.2026 15:00 каб. 12\n1. Вопрос | место 4 | Решение")
    await people.press(people.seat[1], "Разослать")
    for person in (people.seat[4], people.people["unit"], people.people["guest"], people.people["admin"]):
        await people.say(person, "/start")
        first = await people.newest(person)
        shown = (await people.messages(person))[-1]
        assert 1 <= sum(map(len, shown["buttons"])) <= 6
        offered = [button["data"] for row in shown["buttons"] for button in row]
        await people.tap(person, person, first, "start:more")
        everything = next(one for one in await people.messages(person) if one["message_id"] == first)
        offered += [button["data"] for row in everything["buttons"] for button in row]
        for data in dict.fromkeys(offered):
            answer = await people.tap(person, person, first, data)
            assert not answer["alert"] and not refused(answer["answer"] or ""), data
            assert not refused(await people.last(person)), data
    assert await people.violations() == []
