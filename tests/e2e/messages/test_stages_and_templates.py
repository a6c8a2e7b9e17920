"""A message's term goes through its stages, and its answer is written by a template of its topic."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.e2e.conftest import Town

pytestmark = pytest.mark.long

ZONE = ZoneInfo("Asia/Yekaterinburg")
FILE = (
    "Номер инцидента;Дата создания;Тема;Текст инцидента;Текущий шаг инцидента\n"
    "717900;23.11.2026 09:00;Отопление;Холодно;В работе\n"
    "717901;23.11.2026 09:10;Отопление;И у нас холодно;В работе\n"
).encode()
PORTAL = (
    "Номер проблемы;Дата публикации;Тема проблемы;Состояние;Дата официального ответа\n"
    "20900;16.11.2026 09:00;Отопление;Решена;20.11.2026 10:00\n"
).encode()


async def opened(people: Town, person: int, number: str) -> None:
    await people.say(person, f"/messages {number}")
    await people.press(person, "1")


async def test_importance_interim_answer_and_refutation(seeded: Town) -> None:
    people, officer, other = seeded, seeded.seat[9], seeded.seat[8]
    await people.send_file(officer, "инцидент.csv", FILE)
    await people.press(officer, "Применить")
    await opened(people, officer, "717900")
    assert "срок 24 ноября 10:00 (9 рабочих часов)" in await people.last(officer)
    await people.press(officer, "Повысить важность")
    card = await people.last(officer)
    assert "срок 23 ноября 14:00 (4 рабочих часа)" in card and "Повышенная важность" in card
    await people.press(officer, "Промежуточный ответ")
    card = await people.last(officer)
    assert "срок 2 декабря (7 рабочих дней)" in card and "Промежуточный ответ дан 23 ноября" in card
    await people.say(officer, "/messages 717900")
    assert "важное · промежуточный ответ дан" in await people.last(officer)
    # A file that says nothing of it takes nothing back.
    await people.send_file(officer, "инцидент.csv", FILE.replace(b"717901", b"717902"))
    await people.press(officer, "Применить")
    await opened(people, officer, "717900")
    assert "срок 2 декабря" in await people.last(officer)
    await people.send_file(other, "управляем вместе.csv", PORTAL)
    await people.press(other, "Применить")
    await opened(people, other, "20900")
    await people.press(other, "Опровергнут заявителем")
    card = await people.last(other)
    assert "срок 3 декабря (8 рабочих дней)" in card and "на доработке" in card
    await people.send_file(
        other, "управляем вместе.csv", PORTAL.replace("Отопление".encode(), "Дворы".encode())
    )
    await people.press(other, "Применить")
    await people.say(other, "/messages 20900")
    assert "опровергнуто" in await people.last(other)
    head = people.seat[1]
    await people.say(head, "/digest")
    await people.press(head, "Подробнее")
    told = await people.last(head)
    assert "Открыты: важных 1, ждут окончательного ответа 1, опровергнуты 1" in told
    assert await people.violations() == []


async def test_a_template_is_written_once_and_serves_the_topic(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[9]
    await people.send_file(officer, "инцидент.csv", FILE)
    await people.press(officer, "Применить")
    await opened(people, officer, "717900")
    await people.press(officer, "Образец ответа")
    assert "ещё нет" in await people.last(officer)
    await people.press(officer, "Изменить текст")
    words = "№ {номер} от {дата}: тепло дадут завтра. Звоните Петровой Анне Ильиничне"
    await people.say(officer, f"{words}, {{адрес}}")
    assert "Останется как есть: {адрес}. Подставляются только {номер}" in await people.last(officer)
    await people.press(officer, "Изменить текст")
    await people.say(officer, words)
    said = await people.last(officer)
    assert "Останется" not in said
    assert "№ 717900 от 23.11.2026: тепло дадут завтра" in said and "Петров" not in said
    await people.press(officer, "Запомнить для темы")
    await opened(people, officer, "717901")
    await people.press(officer, "Образец ответа")
    assert "№ 717901 от 23.11.2026: тепло дадут завтра" in await people.last(officer)
    await people.press(officer, "Ответ дан")
    assert "Ответ дан 23 ноября" in await people.last(officer)


async def test_what_was_asked_closes_on_every_card_once_it_is_decided(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    await people.move_clock(datetime(2026, 11, 23, 10, 5, tzinfo=ZONE))
    for person in (officer, seeded.seat[1]):
        await people.say(person, "/messages")
        await people.press(person, "Канал")
        await people.press(person, "Обращения по 59-ФЗ")
        await people.press(person, "1")
        await people.press(person, "Перенаправить")
        await people.press(person, "Сегодня")
        assert "Куда перенаправлено?" in await people.last(person)
    await people.say(officer, "В министерство")
    for person in (officer, seeded.seat[1]):
        assert not [one for one in await people.read(person) if "Куда перенаправлено?" in one]
        assert any("Перенаправлено" in one for one in await people.read(person))
