"""An empty office is bound by invitations; the head is away and the acting head stands in."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest

from domain.office.profile import OfficeProfile
from tests.e2e.conftest import Town

NAMES = {
    1: "Ветлугина Марина Олеговна",
    2: "Старцев Кирилл Андреевич",
    3: "Ожегова Нина Павловна",
    4: "Чудинов Роман Игоревич",
    5: "Мальцева Ольга Степановна",
    6: "Поздеев Глеб Витальевич",
    7: "Калинина Вера Артуровна",
    8: "Лузянин Пётр Денисович",
    9: "Субботина Алёна Юрьевна",
}


async def token(people: Town, person: int, command: str) -> str:
    """Ask for an invitation; its token."""
    await people.say(person, command)
    found = re.findall(r"\?start=([\w-]+)", await people.last(person))
    assert len(found) == 1
    return str(found[0])


async def bind(people: Town, seat: int, inviter: int, judge: int) -> None:
    """Invite, come, give the name, be confirmed."""
    link = await token(people, inviter, f"/invite {seat}")
    person = people.seat[seat]
    await people.say(person, f"/start {link}")
    await people.say(person, NAMES[seat])
    await people.press(judge, "Подтвердить")


async def commands(people: Town, person: int) -> list[str]:
    """Names of the commands in a person's menu."""
    menu = await people.call("GET", f"/api/commands?person={person}&chat={person}")
    return [one["command"].lstrip("/") for one in menu]


async def test_an_empty_office_is_bound_by_invitations(empty: Town) -> None:
    people, admin, head = empty, empty.people["admin"], empty.seat[1]
    await bind(people, 1, admin, admin)
    for seat in range(2, 10):
        await bind(people, seat, head, head)
    bound = {one["seat"] for one in await people.call("GET", "/api/people") if one["bound"] and one["seat"]}
    assert bound == set(range(1, 10))
    await people.say(people.seat[5], "/roster")
    roster = await people.last(people.seat[5])
    assert all(f"{name} ✓" in roster for name in NAMES.values())
    assert "convene" in await commands(people, head)
    assert "convene" not in await commands(people, people.seat[5])
    assert await people.violations() == []


async def test_a_link_works_once_and_only_after_the_word_of_the_head(empty: Town) -> None:
    people, admin = empty, empty.people["admin"]
    link = await token(people, admin, "/invite 1")
    first, second = people.seat[1], people.people["stranger"]
    await people.say(first, f"/start {link}")
    await people.say(first, "/start")
    assert "осталось назвать себя" in await people.last(first)
    await people.say(first, "Иван")
    assert "от двух до четырёх слов" in await people.last(first)
    await people.say(first, "Ветлугин Марин Олегович")
    for command in ("/start", "/help", "/roster"):  # none of them ends the waiting, nor the mending
        await people.say(first, command)
        assert "Ваша заявка ждёт подтверждения" in await people.last(first), command
    await people.say(first, NAMES[1])
    assert await people.last(first) == f"Записал: {NAMES[1]}. Заявка ждёт подтверждения."
    await people.say(second, f"/start {link}")
    assert "уже обратился другой человек" in await people.last(second)
    await people.press(admin, "Подтвердить")
    await people.say(second, f"/start {link}")
    assert "уже использовано" in await people.last(second)
    await people.say(first, f"/start {link}")
    assert "уже использовано" in await people.last(first)


@pytest.mark.parametrize(
    "text", ["/start x", "/start AAAAAAAAAAAAAAAAAAAAAA", "/start ../../etc", "/start inv_1"]
)
async def test_a_guessed_link_opens_nothing(empty: Town, text: str) -> None:
    people, stranger = empty, empty.people["stranger"]
    await people.say(stranger, text)
    assert "Приглашение не найдено" in await people.last(stranger)


@pytest.mark.long
async def test_an_expired_link_and_a_revoked_one(seeded: Town, profile: OfficeProfile) -> None:
    people, head, stranger = seeded, seeded.seat[1], seeded.people["stranger"]
    revoked = await token(people, head, "/invite 3")
    await people.press(head, "Отозвать")
    assert not await people.has_button(head, "Отозвать")
    await people.say(stranger, f"/start {revoked}")
    assert "отозвано" in await people.last(stranger)
    old = await token(people, head, "/invite 3")
    now = datetime(2026, 11, 23, 10, 0, tzinfo=profile.time_zone)
    await people.move_clock(now + timedelta(hours=73))
    await people.say(stranger, f"/start {old}")
    assert "Срок приглашения истёк" in await people.last(stranger)


async def test_a_replaced_holder_is_a_stranger_at_once(seeded: Town) -> None:
    people, head, newcomer = seeded, seeded.seat[1], seeded.people["stranger"]
    former = people.seat[3]
    await people.say(former, "/digest")
    old = (await people.messages(former))[-1]
    link = await token(people, head, "/invite 3")
    await people.say(newcomer, f"/start {link}")
    await people.say(newcomer, "Неволин Егор Маркович")
    await people.press(head, "Подтвердить")
    await people.say(former, "/digest")
    assert "для членов проектного офиса" in await people.last(former)
    shown = await people.tap(former, former, old["message_id"], old["buttons"][0][0]["data"])
    assert shown["alert"] is True
    await people.say(newcomer, "/digest")
    assert "Социальная сфера" in await people.last(newcomer)


async def test_who_may_not_invite(seeded: Town) -> None:
    people = seeded
    for person in (people.seat[4], people.people["unit"], people.people["guest"], people.people["stranger"]):
        before = await people.newest(person)
        await people.say(person, "/invite 4")
        texts = await people.read(person, before)
        assert len(texts) == 1 and "start=" not in texts[0]


async def test_a_stranger_gets_one_line_whatever_they_send(seeded: Town) -> None:
    people, stranger = seeded, seeded.people["stranger"]
    for text in (
        "/start",
        "/help",
        "/roster",
        "/digest",
        "/meeting",
        "/convene",
        "/verify",
        "привет",
        "/bind",
    ):
        before = await people.newest(stranger)
        await people.say(stranger, text)
        fresh = [m for m in await people.messages(stranger, before) if m["from"] != stranger]
        assert len(fresh) == 1, text
        assert not fresh[0]["buttons"], text
        assert "для членов проектного офиса" in fresh[0]["text"], text


async def test_the_bot_is_silent_to_the_groups_talk(seeded: Town) -> None:
    people = seeded
    before = await people.newest(people.group)
    for person in (people.people["stranger"], people.seat[4]):
        body = {"from": person, "chat": people.group, "text": "всем привет"}
        await people.call("POST", "/api/messages", json=body)
    body = {"from": people.people["stranger"], "chat": people.group, "text": "/bind"}
    await people.call("POST", "/api/messages", json=body)
    await people.settle()
    fresh = await people.messages(people.group, before)
    assert all(
        message["from"] in people.people.values() or message["from"] in people.seat.values()
        for message in fresh
    )


async def be_away(people: Town, person: int, first: str, last: str) -> None:
    """Record an absence by the calendar; days of the shown month."""
    await people.say(person, "/absence")
    await people.press(person, "Записать отсутствие")
    await people.press(person, first)
    await people.press(person, last)


@pytest.mark.long
async def test_the_acting_head_convenes_chairs_decides_and_signs(
    seeded: Town, profile: OfficeProfile
) -> None:
    people, head, acting = seeded, seeded.seat[1], seeded.seat[2]
    await people.say(acting, "/convene 25.11.2026 15:00 каб. 12\n1. Вопрос")
    assert "п. 3.2" in await people.last(acting)
    await be_away(people, head, "24", "26")
    assert "обязанности исполняете вы" in await people.last(acting)
    await people.move_clock(datetime(2026, 11, 24, 9, 0, tzinfo=profile.time_zone))
    digests = [text for text in await people.read(acting) if "весь офис" in text]
    assert digests and "п. 4.3" in digests[-1].replace("\u00a0", " ")
    await people.say(head, "/convene 25.11.2026 15:00 каб. 12\n1. Вопрос")
    assert "Старцев" in await people.last(head) and "п. 4.3" in await people.last(head)
    await people.say(acting, "/convene 25.11.2026 15:00 каб. 12\n1. Вопрос | место 4 | Решение")
    await people.press(acting, "Разослать")
    await people.move_clock(datetime(2026, 11, 25, 15, 0, tzinfo=profile.time_zone))
    await people.gather(2, 3, 4, 5, 6)
    await people.press(acting, "Открыть заседание")
    assert "ведёт и.о. руководителя (К. А. Старцев)" in await people.text(people.group, "Заседание № 1")
    await people.press(acting, "На голосование")
    for seat, word in {2: "За", 3: "За", 4: "Против", 5: "Против"}.items():
        await people.press(people.seat[seat], word, people.group)
    await people.press(acting, "Закрыть голосование")
    result = await people.text(people.group, "Вопрос 1")
    assert "· принято" in result and "голос и.о. руководителя — «за»" in result
    before = await people.newest(acting)
    await people.press(acting, "Закрыть заседание")
    assert "Протокол № 1 от 25.11.2026, проект.pdf" in await people.files(acting, before)
    await people.press(acting, "Подписать")
    assert "и.о. руководителя" in await people.text(acting, "Протокол № 1 ·")
    assert await people.violations() == []


async def test_with_both_away_nobody_convenes(seeded: Town, profile: OfficeProfile) -> None:
    people, head, acting = seeded, seeded.seat[1], seeded.seat[2]
    await be_away(people, head, "23", "27")
    await be_away(people, acting, "23", "25")
    for person in (head, acting):
        await people.say(person, "/convene 25.11.2026 15:00 каб. 12\n1. Вопрос")
        text = await people.last(person)
        assert "больше никого Положение не называет (п. 4.3)" in text


async def test_the_head_back_early_chairs_again(seeded: Town) -> None:
    people, head, acting = seeded, seeded.seat[1], seeded.seat[2]
    await be_away(people, head, "23", "27")
    assert "convene" in await commands(people, acting)
    assert not {"convene", "invite", "regular"} & set(await commands(people, head))
    await people.say(head, "/start")
    assert "Обязанности исполняет К. А. Старцев (п. 4.3)" in (await people.last(head)).replace("\u00a0", " ")
    await people.say(acting, "/convene 30.11.2026 15:00 каб. 12\n1. Вопрос")
    await people.press(acting, "Разослать")  # the head will be back by then
    assert "ведёт руководитель проектного офиса" in await people.text(people.seat[4], "Заседание № 1")
    await be_away(people, head, "30", "30")
    assert "Руководитель отсутствует 30 ноября: в этот день" in await people.last(acting)
    assert "ведёт и.о. руководителя (К. А. Старцев)" in await people.text(people.seat[4], "Заседание № 1")
    await people.press(head, "Снять: 30.11")
    await people.press(head, "Снять: 23.11 – 27.11")
    assert "convene" not in await commands(people, acting)
    await people.say(head, "/convene 25.11.2026 15:00 каб. 12\n1. Вопрос")
    assert await people.has_button(head, "Разослать")


@pytest.mark.long
async def test_without_a_group_a_meeting_is_held_in_private_chats(
    empty: Town, profile: OfficeProfile
) -> None:
    people, head = empty, empty.seat[1]
    await bind(people, 1, people.people["admin"], people.people["admin"])
    for seat in range(2, 6):
        await bind(people, seat, head, head)
    await people.say(head, "/convene 25.11.2026 15:00 каб. 12\n1. Вопрос | место 4 | Решение")
    assert "Без чата: место 6, место 7, место 8, место 9" in await people.last(head)
    await people.press(head, "Разослать")
    await people.move_clock(datetime(2026, 11, 25, 15, 0, tzinfo=profile.time_zone))
    for seat in range(1, 6):
        await people.press(people.seat[seat], "Присутствую")
    await people.press(head, "Открыть заседание")
    await people.press(head, "На голосование")
    for seat in range(1, 6):
        await people.press(people.seat[seat], "За")
    await people.press(head, "Закрыть голосование")
    for seat in range(1, 6):
        assert "· принято" in await people.text(people.seat[seat], "Вопрос 1")
    assert [m for m in await people.messages(people.group) if "Заседание" in m["text"]] == []
    assert await people.violations() == []
