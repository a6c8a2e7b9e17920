"""A message's card: answered with a date and a result, given to a unit, brought to a meeting, its history."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from bot.storage.outbox.tables import outbox
from tests.e2e.conftest import Town

ZONE = ZoneInfo("Asia/Yekaterinburg")


async def open_first(people: Town, person: int) -> int:
    """The first message of the digest; the number of its card in the chat."""
    await people.say(person, "/digest")
    await people.press(person, "1")
    return await people.newest(person)


async def _cards(people: Town, person: int) -> list[str]:
    """Headings of what has buttons in a chat."""
    return [m["text"].partition("\n")[0] for m in await people.messages(person) if m["buttons"]]


async def test_a_message_looked_at_leaves_nothing_behind(seeded: Town) -> None:
    people, person = seeded, seeded.seat[4]
    await people.say(person, "/messages")
    await people.press(person, "›")
    before = await people.messages(person)
    for number in ("11", "12"):
        await people.press(person, number)
        await people.press(person, "Назад")
        assert await people.messages(person) == before

    await people.press(person, "11")
    shown = await _cards(people, person)
    await people.press(person, "Причина просрочки")
    await people.press(person, "Своя причина")
    await people.say(person, "Ждём подрядчика")
    assert "Ждём подрядчика" in await people.last(person)
    assert await _cards(people, person) == shown
    assert await people.violations() == []


@pytest.mark.long
async def test_answered_by_one_tap_then_dated_and_judged(seeded: Town) -> None:
    people, person = seeded, seeded.seat[4]
    await people.move_clock(datetime(2026, 11, 24, 9, 0, tzinfo=ZONE))
    await open_first(people, person)
    await people.press(person, "Ответ дан")
    assert "Ответ дан 24 ноября в 09:00" in await people.last(person)
    await people.press(person, "Другая дата")
    await people.press(person, "23 ноября")
    assert "Ответ дан 23 ноября в 17:30" in await people.last(person)
    await people.press(person, "Другая дата")
    await people.press(person, "Ввести дату и время")
    await people.say(person, "на днях")
    assert "Напишите так: 23.11.2026 15:30" in await people.last(person)
    await people.say(person, "вчера")
    assert "Ответ дан 23 ноября в 17:30" in await people.last(person)
    await people.press(person, "Другая дата")
    await people.press(person, "Ввести дату и время")
    await people.say(person, "25.11.2026 15:30")
    assert "ещё не наступило" in await people.last(person)
    await people.say(person, "23.11.2026 16:05")
    assert "Ответ дан 23 ноября в 16:05" in await people.last(person)
    await people.press(person, "Разъяснено")
    await people.press(person, "Ещё")
    await people.press(person, "Качество ответа")
    await people.press(person, "Не по существу")
    card = await people.last(person)
    assert "Результат: дано разъяснение." in card and "Качество ответа: не по существу." in card
    await people.press(person, "Ещё")
    await people.press(person, "История")
    lines = (await people.last(person)).splitlines()
    assert lines[2:8] == [
        "24 ноября 09:00 · Р. И. Чудинов · качество ответа: не по существу",
        "24 ноября 09:00 · Р. И. Чудинов · результат: разъяснено",
        "24 ноября 09:00 · Р. И. Чудинов · ответ дан 23 ноября 16:05",
        "24 ноября 09:00 · Р. И. Чудинов · ответ дан 23 ноября 17:30",
        "24 ноября 09:00 · Р. И. Чудинов · ответ дан 23 ноября 17:30",
        "24 ноября 09:00 · Р. И. Чудинов · ответ дан 24 ноября 09:00",
    ]
    assert lines[-1].endswith("· поступило")
    assert await people.violations() == []


async def test_a_wrong_tap_is_mended(seeded: Town) -> None:
    people, person = seeded, seeded.seat[4]
    await open_first(people, person)
    await people.press(person, "Ответ дан")
    await people.press(person, "Отказано")
    await people.press(person, "Другой результат")
    await people.press(person, "Решено")
    assert "Результат: решено." in await people.last(person)
    await people.press(person, "Вернуть в работу")
    await people.press(person, "Ответ дан")
    assert "Результат не отмечен." in await people.last(person)
    await people.press(person, "Вернуть в работу")
    await people.press(person, "Причина просрочки")
    await people.press(person, "Нужны работы, ждём подрядчика")
    assert "Причина:" in await people.last(person)
    await people.press(person, "Причина просрочки")
    await people.press(person, "Убрать причину")
    assert "Причина:" not in await people.last(person)
    assert await people.violations() == []


async def test_an_older_card_of_a_message_is_renewed_by_a_tap(seeded: Town) -> None:
    people, person = seeded, seeded.seat[4]
    older = await open_first(people, person)
    async with people.behind_its_back() as database:  # as programs before this one left an older card
        await database.execute(update(outbox).where(outbox.c.message_id == older).values(live=False))
    await open_first(people, person)
    await people.press(person, "Ответ дан")
    shown = await people.tap(person, person, older, "Причина просрочки")
    assert shown["alert"] is True and "обновлена" in shown["answer"]
    card = next(one for one in await people.messages(person) if one["message_id"] == older)
    assert card["text"].startswith("Ответ дан") and await people.violations() == []


async def test_a_message_is_passed_to_another_block_after_a_question_and_its_head_hears_of_it(
    seeded: Town,
) -> None:
    people, person, other = seeded, seeded.seat[4], seeded.seat[6]
    await open_first(people, person)
    card, block = await people.newest(person), "Управление строительной деятельностью"
    before = await people.newest(other)
    await people.press(person, "Другой блок")
    await people.tap(person, person, card, block)
    assert "вернуть сможет только он" in await people.last(person)
    await people.press(person, "Назад")
    assert await people.newest(other) == before
    await people.press(person, "Другой блок")
    await people.tap(person, person, card, block)
    await people.press(person, "Подтвердить")
    text = await people.last(person)
    assert "Сообщение ведёт блок «Управление строительной деятельностью»" in text
    assert "Ответ дан" not in [
        b["text"] for row in (await people.messages(person))[-1]["buttons"] for b in row
    ]
    [told] = await people.read(other, before)
    assert told.startswith("Вам передано сообщение") and "Чудинов" in told
    await people.press(other, "Открыть")
    assert "Управление строительной деятельностью" in await people.last(other)
    assert await people.violations() == []


async def test_another_unit_and_a_proposal_for_the_agenda(seeded: Town) -> None:
    people, person, head = seeded, seeded.seat[4], seeded.seat[1]
    card = await open_first(people, person)
    await people.press(person, "Другое подразделение")
    await people.press(person, "Отдел экологии и природопользования")
    assert "→ Отдел экологии и природопользования" in await people.last(person)
    await people.press(person, "На заседание")
    told = await people.text(head, "Предложение 1")
    assert "сообщение" in told and "По этой теме в работе" in told
    (message_id,) = {
        button["data"].split(":")[2]
        for one in await people.messages(person)
        if one["message_id"] == card
        for row in one["buttons"]
        for button in row
        if button["data"].startswith("msg:page")
    }
    again = await people.tap(person, person, card, f"msg:raise:{message_id}:")
    assert again["alert"] and "уже предложено" in again["answer"]
