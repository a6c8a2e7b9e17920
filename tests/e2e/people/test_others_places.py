"""One link and two people, a wrong person confirmed and let go, a guest and a meeting that is not theirs."""

from __future__ import annotations

import asyncio
import re
from datetime import datetime

import aiohttp
from sqlalchemy import func, select

from bot.storage.audit import audit
from bot.storage.people.tables import bindings
from domain.office.profile import OfficeProfile
from tests.e2e.conftest import Town
from tests.e2e.people.test_page_link import link
from tests.e2e.people.test_people_day import token

ONE_LINE = "для членов проектного офиса"


async def test_of_two_who_take_one_link_at_once_one_is_let_in(seeded: Town) -> None:
    people, head = seeded, seeded.seat[1]
    first, second = people.people["stranger"], people.people["admin"]
    link = await token(people, head, "/invite 3")
    for text in (f"/start {link}", "Неволин Егор Маркович"):
        both = [
            people.call("POST", "/api/messages", json={"from": one, "chat": one, "text": text})
            for one in (first, second)
        ]
        await asyncio.gather(*both)
        await people.settle()
    said = [await people.last(one) for one in (first, second)]
    assert sum("другой человек" in text for text in said) == 1
    await people.press(head, "Подтвердить")
    async with people.behind_its_back() as database:
        taken = bindings.c.user_id.in_((first, second)) & bindings.c.unbound_at.is_(None)
        assert await database.scalar(select(func.count()).select_from(bindings).where(taken)) == 1
    assert await people.violations() == []


async def test_an_administrator_who_is_a_member_sees_what_their_seat_sees(seeded: Town) -> None:
    people, head, admin = seeded, seeded.seat[1], seeded.people["admin"]
    link = await token(people, head, "/invite 3")
    for text in (f"/start {link}", "Неволин Егор Маркович"):
        await people.say(admin, text)
    await people.press(head, "Подтвердить")
    await people.say(admin, "/digest")
    assert "Социальная сфера" in await people.last(admin)
    for command in ("/statistics", "/regular", "/convene 25.11.2026 15:00 каб. 12"):
        entries = await people.entries()
        await people.say(admin, command)
        assert re.search(r"руководител|п\. \d", await people.last(admin)), command
        assert await people.entries() == entries
    assert await people.violations() == []


async def test_a_wrong_person_who_was_confirmed_is_let_go_and_the_right_one_comes_back(seeded: Town) -> None:
    people, head, wrong, right = seeded, seeded.seat[1], seeded.people["stranger"], seeded.seat[3]
    link = await token(people, head, "/invite 3")
    await people.say(wrong, f"/start {link}")
    await people.say(wrong, "Неволин Егор Маркович")
    await people.press(head, "Подтвердить")
    await people.say(wrong, "/digest")
    card = (await people.messages(wrong))[-1]
    assert "Социальная сфера" in card["text"]

    await people.say(head, "/roster")
    await people.press(head, "3")
    await people.press(head, "Отвязать чат")
    for text in ("/digest", "/messages", "/meeting"):
        await people.say(wrong, text)
        assert ONE_LINE in await people.last(wrong)
    shown = await people.tap(wrong, wrong, card["message_id"], card["buttons"][0][0]["data"])
    assert shown["alert"] is True

    link = await token(people, head, "/invite 3")
    await people.say(right, f"/start {link}")
    await people.say(right, "Ожегова Нина Павловна")
    await people.press(head, "Подтвердить")
    await people.say(right, "/digest")
    assert "Социальная сфера" in await people.last(right)
    assert await people.violations() == []


async def test_a_guest_sees_their_own_meeting_alone(on_the_day: Town, profile: OfficeProfile) -> None:
    people, head, guest = on_the_day, on_the_day.seat[1], on_the_day.people["guest"]
    await people.say(head, "/convene 25.11.2026 15:00 каб. 12\n1. Тайна вопроса | место 4 | Решить")
    await people.press(head, "Разослать")
    await people.say(guest, "/meeting")
    assert "Тайна вопроса" not in await people.last(guest)
    card = await people.card(head, "Заседание № 1")
    forged = [button["data"] for row in card["buttons"] for button in row if button["data"]]
    before = await people.newest(guest)
    for data in forged:
        await people.tap(guest, guest, before, data)
    texts = " ".join(await people.read(guest, before))
    assert "Тайна вопроса" not in texts
    await people.move_clock(datetime(2026, 11, 25, 15, 0, tzinfo=profile.time_zone))
    for data in forged:
        await people.tap(guest, guest, before, data)
    assert "Тайна вопроса" not in " ".join(await people.read(guest, before))


async def test_what_a_wrong_person_did_stays_known_and_the_right_one_votes_anew(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people, head, wrong, right = on_the_day, on_the_day.seat[1], on_the_day.people["stranger"], 3
    await vacate(people, right)
    await come(people, wrong, "Неволин Егор Маркович", right)
    await people.say(wrong, "/messages")
    await people.press(wrong, "1")
    await people.press(wrong, "Ответ дан")
    await people.say(wrong, "/page")
    spent = await link(people, wrong)
    origin = spent.partition("/office/")[0]
    async with aiohttp.ClientSession(
        cookie_jar=aiohttp.CookieJar(unsafe=True), headers={"Origin": origin}
    ) as browser:
        assert (await browser.post(spent)).status == 200
        await people.say(wrong, "/page")
        unspent = await link(people, wrong)
        await people.say(head, "/convene 25.11.2026 15:00 каб. 12\n1. Снег | место 4 | Усилить контроль")
        await people.press(head, "Разослать")
        await people.move_clock(datetime(2026, 11, 25, 15, 0, tzinfo=profile.time_zone))
        await people.gather(1, 2, 4, 5, 6)
        await people.press(wrong, "Присутствую", people.group)
        await people.press(head, "Открыть заседание")
        await people.press(head, "На голосование")
        await people.press(wrong, "За", people.group)
        await people.press(people.seat[4], "Против", people.group)
        await vacate(people, right)
        assert (await browser.get(f"{origin}/office/messages")).status == 401
        assert (await browser.post(unspent)).status == 404
    # The vote stands until the seat has its holder: it is that of the seat, and whose it was is said.
    assert "За 1: Неволин" in await people.text(people.group, "Вопрос 1")
    for button in ("Против", "Воздержался"):
        card = await people.card(people.group, "Вопрос 1")
        shown = await people.tap(wrong, people.group, card["message_id"], button)
        assert ONE_LINE in shown["answer"]
    await come(people, people.seat[right], "Ожегова Нина Павловна", right)
    assert "За 1" not in await people.text(people.group, "Вопрос 1")
    await people.press(people.seat[right], "Присутствую", people.group)
    await people.press(people.seat[right], "Против", people.group)
    await people.press(head, "Закрыть голосование")
    assert "Против 2: Ожегова, Чудинов" in await people.text(people.group, "Вопрос 1")
    async with people.behind_its_back() as database:
        answered = select(audit.c.user_id).where(audit.c.kind == "message-answered")
        assert list(await database.scalars(answered)) == [wrong]
    assert await people.violations() == []


async def vacate(people: Town, seat: int) -> None:
    """The head unbinds a seat's account."""
    await people.say(people.seat[1], "/roster")
    await people.press(people.seat[1], str(seat))
    await people.press(people.seat[1], "Отвязать чат")


async def come(people: Town, person: int, name: str, seat: int) -> None:
    """Somebody comes by a link to a seat, and the head lets them in."""
    given = await token(people, people.seat[1], f"/invite {seat}")
    await people.say(person, f"/start {given}")
    await people.say(person, name)
    await people.press(people.seat[1], "Подтвердить")
