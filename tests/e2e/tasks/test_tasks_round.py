"""Decisions that get done: task, report, return, acceptance, extension, as their people live them."""

from __future__ import annotations

import io
from datetime import datetime

import pytest
from pypdf import PdfReader

from domain.office.profile import OfficeProfile
from tests.e2e.conftest import Town

CONVENE = (
    "/convene 25.11.2026 15:00 каб. 12\n"
    "1. Ответы на обращения | место 8 | Принять к сведению\n"
    "2. Уборка снега | место 4 | Усилить контроль подрядчика"
)
UNIT, OTHER_UNIT = "jkh", "school"


async def decide(people: Town, profile: OfficeProfile, *edits: str) -> None:
    """Convene with two questions, give the second its executors, adopt both, sign the protocol."""
    head = people.seat[1]
    await people.say(head, CONVENE)
    draft = (await people.messages(head))[-1]["message_id"]
    for edit in edits:
        shown = await people.tap(head, head, draft, f"draft:{edit}")
        assert not shown["alert"], shown
    await people.tap(head, head, draft, "draft:page:1:preview")
    await people.press(head, "Разослать")
    await people.move_clock(datetime(2026, 11, 25, 15, 0, tzinfo=profile.time_zone))
    await people.gather(1, 2, 3, 4, 5)
    await people.press(head, "Открыть заседание")
    for _ in range(2):
        await people.press(head, "На голосование")
        for seat in (1, 2, 3, 4, 5):
            await people.press(people.seat[seat], "За", people.group)
        await people.press(head, "Закрыть голосование")
    await people.press(head, "Закрыть заседание")
    await people.press(head, "Подписать")


@pytest.mark.long
async def test_a_decision_gets_done(on_the_day: Town, profile: OfficeProfile) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    contact, member = people.people["unit"], people.seat[6]
    unit = next(unit for unit in profile.units if unit.block == profile.seat(4).block)
    await people.say(head, "/tasks")
    assert not await people.has_button(head, "В повестку")  # there is nothing to account for
    await decide(people, profile, f"executor:1:2-{unit.key}", "executor:1:2-6", "due:1:2-2026-12-01")

    paper = await people.card(contact, "Выписка из протокола № 1")
    assert "1.2. Уборка снега → Усилить контроль подрядчика — до 1 декабря" in paper["text"]
    assert await people.has_button(member, "Исполнено")
    assert "1.1" not in "\n".join(await people.read(contact))

    await people.press(contact, "Исполнено")
    assert "Напишите, что сделано" in await people.text(contact, "1.2 · срок 1 декабря")
    await people.send_file(contact, "акт.pdf", b"%PDF-1.4 works done")
    await people.say(contact, "Подрядчик вышел на все дворы <b>")
    asked = await people.card(contact, "1.2")
    assert "📎 акт.pdf" in asked["text"] and "на все дворы <b>" in asked["text"]
    await people.tap(contact, contact, asked["message_id"], "Подтвердить")
    waiting = await people.text(head, "1.2 · отчёт на приёмке")
    assert "«Подрядчик вышел на все дворы <b>», файлов 1" in waiting

    before = await people.newest(head)
    await people.press(head, "Файлы: 1")
    assert (await people.files(head, before)) == {"акт.pdf": b"%PDF-1.4 works done"}
    await people.press(head, "Вернуть")
    await people.say(head, "Нет фотографий")
    returned = await people.text(contact, "1.2 · возвращено, срок 1 декабря")
    assert "возвращено — «Нет фотографий»" in returned

    await people.press(contact, "Исполнено")
    await people.press(head, "Принять")
    assert "✓ 1.2 · исполнено в срок" in await people.text(contact, "✓ 1.2")

    await people.say(head, "/tasks")
    assert "всего открыто 1" in await people.text(head, "Поручения · весь офис")
    await people.say(head, CONVENE.replace("25.11", "03.12"))
    await people.press(head, "Об исполнении решений")
    draft = await people.text(head, "Новое заседание")
    assert "1. Об исполнении решений прошлых заседаний" in draft and "3. Уборка снега" in draft
    again = await people.tap(head, head, (await people.card(head, "Новое"))["message_id"], "draft:follow:2:")
    assert "уже в повестке" in again["answer"]
    await people.press(head, "Разослать")
    before = await people.newest(member)
    await people.press(member, "Материалы")
    (name, content), *_ = (await people.files(member, before)).items()
    table = "".join(PdfReader(io.BytesIO(content)).pages[0].extract_text().split())
    assert name == "Исполнение решений на 25.11.pdf"
    for said in (
        "исполнено 25 ноября 2026 г., в срок",
        unit.title,
        "Поручений 2: исполнено 1, из них в срок 1",
    ):
        assert said.replace(" ", "") in table
    assert await people.violations() == []


@pytest.mark.long
async def test_reminders_come_once_and_the_late_are_in_the_digest(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people, head, member = on_the_day, on_the_day.seat[1], on_the_day.seat[6]
    await decide(people, profile, "executor:1:2-6", "due:1:2-2026-12-02")

    async def said_on(day: int, month: int = 12) -> list[str]:
        before = await people.newest(member)
        await people.move_clock(datetime(2026, month, day, 9, 0, tzinfo=profile.time_zone))
        return [text for text in await people.read(member, before) if "1.2" in text]

    assert [text.splitlines()[0] for text in await said_on(26, 11)] == []
    assert [text.splitlines()[0] for text in await said_on(30, 11)] == ["Напоминание: срок близко."]
    assert not [text for text in await said_on(1) if text.startswith("Напоминание")]
    assert [text.splitlines()[0] for text in await said_on(2)] == ["Напоминание: срок сегодня."]
    late = await said_on(3)
    assert late[-1].startswith("Напоминание: срок прошёл.")
    assert "🔴 1.2 · просрочено: 1 раб. день" in late[-1].replace("\u00a0", " ")
    digest = await people.text(head, "Четверг, 3 декабря")
    assert "Поручения: просрочено 1" in digest
    await people.say(head, "/tasks")
    assert "🔴 1.2 · просрочено: 1 раб. день" in await people.last(head)
    assert not [text for text in await said_on(4) if text.startswith("Напоминание")]

    await people.tap(
        member, member, (await people.card(member, "Напоминание"))["message_id"], "Прошу продлить"
    )
    card = await people.card(member, "🔴 1.2")
    assert "До какого дня" in card["text"]
    early = await people.tap(member, member, card["message_id"], "task:until:1:2026-12-01")
    assert early["alert"] and "не раньше чем до 4 декабря" in early["answer"]
    await people.tap(member, member, card["message_id"], "task:until:1:2026-12-10")
    await people.say(member, "Нет техники")
    assert "просит продлить до 10 декабря — «Нет техники»" in await people.text(head, "🔴 1.2")
    await people.press(head, "Продлить до 10.12")
    assert "срок продлён до 10 декабря" in await people.text(member, "1.2 · срок 10 декабря")
    assert await people.violations() == []


@pytest.mark.long
async def test_nobody_touches_anothers_task(on_the_day: Town, profile: OfficeProfile) -> None:
    people = on_the_day
    await decide(people, profile, "executor:1:2-6", "due:1:2-2026-12-01")
    shown = await people.text(people.seat[6], "1.2")
    outsiders = [people.seat[4], people.seat[8], *people.people.values()]
    heads_acts = ("accept", "return", "grant", "decline")
    for person in outsiders:
        await people.say(person, "/start")
        own = await people.newest(person)
        for act in ("open", "done", "send", "extend", "until", "files", "page", *heads_acts):
            refused = await people.tap(person, person, own, f"task:{act}:1:2026-12-10")
            assert refused["alert"] and "Усилить" not in refused["answer"], (person, act)
    await people.say(people.seat[6], "/start")
    own = await people.newest(people.seat[6])
    for act in heads_acts:
        refused = await people.tap(people.seat[6], people.seat[6], own, f"task:{act}:1:")
        assert refused["alert"] and "принимает руководитель (п. 3.2" in refused["answer"]
    for forged in (
        "task:done:99",
        "task:done:0:",
        "task:done:99999999999999999999:",
        "task:burn:1:",
        "tasks:page:x",
    ):
        refused = await people.tap(
            people.seat[1], people.seat[1], await people.newest(people.seat[1]), forged
        )
        assert refused["alert"], forged
    assert await people.text(people.seat[6], "1.2") == shown
    assert await people.violations() == []


@pytest.mark.long
async def test_a_unit_without_a_chat_is_marked_by_hand(on_the_day: Town, profile: OfficeProfile) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    await decide(people, profile, "executor:1:2-sport")
    card = await people.card(head, "1.2 · без срока")
    assert "нет чата с ботом" in card["text"]
    contact = people.people["unit"]
    await people.say(contact, "/tasks")
    assert "Открытых поручений нет" in await people.last(contact)
    await people.press(head, "Исполнено")
    assert "руководитель: принято" in await people.text(head, "✓ 1.2 · исполнено")
    assert await people.violations() == []
