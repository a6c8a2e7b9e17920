"""The head's registers: recommendations found and followed, requests to ЦУР and from it answered."""

from __future__ import annotations

from datetime import datetime

import pytest

from domain.office.profile import OfficeProfile
from tests.e2e.conftest import Town
from tests.e2e.tasks.test_tasks_round import decide


@pytest.mark.long
async def test_recommendations_are_entered_found_and_followed(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people, head, member = on_the_day, on_the_day.seat[1], on_the_day.seat[4]
    await decide(people, profile, "executor:1:2-6")
    await people.say(head, "/recommendations")
    assert "Реестр пуст" in await people.text(head, "Рекомендации")
    await people.press(head, "Внести решение")
    await people.press(head, "1.2 · Усилить контроль подрядчика")
    await people.press(head, "Назад")
    assert "1. 1.2 от 25 ноября · действует" in await people.text(head, "Рекомендации · в реестре 1")

    await people.say(member, "/recommendations ПОДРЯДЧИКА контр")
    assert "Усилить контроль" in await people.text(member, "Рекомендации · «ПОДРЯДЧИКА контр»: найдено 1")
    await people.press(member, "1")
    assert "Поручений 1, исполнено 0" in await people.text(member, "Рекомендация 1.2 · действует")
    card = (await people.card(member, "Рекомендация 1.2"))["message_id"]
    for forged in ("rec:move:1:withdrawn", "rec:enter:1:1", "rec:choose:0:"):
        refused = await people.tap(member, member, card, forged)
        assert refused["alert"] and "руководитель (п. 3.2" in refused["answer"]
    await people.say(member, "/recommendations снегоход")
    assert "Ничего не нашлось" in await people.last(member)

    await people.press(head, "1")
    await people.press(head, "Исполнена")
    assert "отмечено 25 ноября" in await people.text(head, "Рекомендация 1.2 · исполнена")
    shown = (await people.card(head, "Рекомендация 1.2"))["message_id"]
    twice = await people.tap(head, head, shown, "rec:enter:1:2")
    assert "уже в реестре" in twice["answer"]
    for person in people.people.values():
        await people.say(person, "/recommendations")
        assert "1.2" not in await people.last(person)
    assert await people.violations() == []


@pytest.mark.long
async def test_requests_of_the_centre_are_registered_answered_and_reminded_of(
    seeded: Town, profile: OfficeProfile
) -> None:
    people, head = seeded, seeded.seat[1]
    await people.say(head, "/request")
    await people.press(head, "Запрос от ЦУР")
    await people.say(head, "Сведения за ноябрь")
    assert "Нужны четыре части" in await people.last(head)
    await people.say(head, "12-34 | 23.11.2026 | 35.11.2026 | Сведения за ноябрь")
    assert "День «35.11.2026» не читается" in await people.last(head)
    await people.say(head, "12-34 | 23.11.2026 | 26.11.2026 | Сведения <за> ноябрь")
    assert "Сведения <за> ноябрь" in await people.text(
        head, "От ЦУР № 12-34 от 23 ноября · ждём до 26 ноября"
    )
    await people.send_file(head, "запрос.pdf", b"%PDF asked")
    before = await people.newest(head)
    await people.move_clock(datetime(2026, 11, 27, 9, 0, tzinfo=profile.time_zone))
    said = [text.replace("\u00a0", " ") for text in await people.read(head, before) if "12-34" in text]
    assert [text.split(":")[0] for text in said] == [
        "Срок ответа 26 ноября",
        "Срок ответа сегодня",
        "🔴 Срок ответа прошёл 26 ноября",
    ]
    await people.press(head, "Ответ отправлен")
    await people.send_file(head, "ответ.xlsx", b"PK answered")
    await people.say(head, "Отправлено письмом")
    await people.press(head, "Готово")
    answered = await people.text(head, "От ЦУР № 12-34 от 23 ноября · ответ есть")
    assert "Отправлено письмом" in answered and "ответ.xlsx" in answered
    before = await people.newest(head)
    await people.press(head, "Файлы: 2")
    assert await people.files(head, before) == {"запрос.pdf": b"%PDF asked", "ответ.xlsx": b"PK answered"}
    await people.say(people.seat[2], "/request")
    own = await people.newest(people.seat[2])
    for forged in ("centre:open:1:", "centre:out:0:", "centre:list:0:", "centre:done:1:"):
        refused = await people.tap(people.seat[2], people.seat[2], own, forged)
        assert refused["alert"] and "ЦУР" in refused["answer"]
    assert await people.violations() == []
