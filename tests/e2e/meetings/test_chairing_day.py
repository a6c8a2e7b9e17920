"""Who chairs, day and night: handing over, absences that begin and end, a chair who is one no more."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from domain.office.profile import OfficeProfile
from tests.e2e.conftest import Town
from tests.e2e.meetings.test_meeting_day import convene


async def test_the_head_hands_one_meeting_over_and_takes_it_back(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people, head, second = on_the_day, on_the_day.seat[1], on_the_day.seat[2]
    await convene(people, profile)
    await people.press(head, "Передать ведение")
    assert "Руководитель передал вам ведение" in " ".join(await people.read(second))
    assert "ведёт и.о. руководителя (место 2)" in await people.text(people.group, "Заседание № 1")
    await people.gather(1, 2, 3, 4, 5)
    assert not await people.has_button(head, "Открыть заседание")

    await people.press(head, "Вернуть ведение")
    assert "ведёт руководитель" in await people.text(people.group, "Заседание № 1")
    card = await people.card(second, "Заседание № 1")
    forged = await people.tap(second, second, card["message_id"], "meet:open:1:0")
    assert forged["alert"] and "место 1 (п. 3.2, 4.3" in forged["answer"]

    await people.press(head, "Передать ведение")
    await people.press(second, "Открыть заседание")
    card = await people.card(head, "Заседание № 1")
    late = await people.tap(head, head, card["message_id"], "meet:takeback:1:0")
    assert late["alert"] and "до закрытия его ведёт место 2 (п. 4.3" in late["answer"]
    refused = await people.tap(head, head, card["message_id"], "meet:end:1:0")
    assert refused["alert"] and "передали месту 2" in refused["answer"]

    await people.press(second, "На голосование")
    for seat, word in {1: "Против", 2: "За", 3: "За", 4: "Против"}.items():
        await people.press(people.seat[seat], word, people.group)
    await people.press(second, "Закрыть голосование")
    text = await people.text(people.group, "Вопрос 1")
    assert text.startswith("Вопрос 1 · принято") and "голос и.о. руководителя — «за»" in text
    assert await people.violations() == []


@pytest.mark.long
async def test_rights_cards_and_menus_switch_at_midnight_and_back(
    seeded: Town, profile: OfficeProfile
) -> None:
    people, head, second = seeded, seeded.seat[1], seeded.seat[2]
    await people.say(head, "/convene 25.11.2026 00:20 каб. 12\n1. Уборка снега | место 4 | Усилить")
    await people.press(head, "Разослать")
    await people.say(head, "/absence")
    await people.press(head, "Записать отсутствие")
    await people.press(head, "25")
    await people.press(head, "25")
    assert "исполняете вы" in await people.last(second)
    at = datetime(2026, 11, 24, 23, 55, tzinfo=profile.time_zone)
    await people.move_clock(at)
    await people.gather(1, 2, 3, 4, 5)
    assert await people.has_button(head, "Открыть заседание")
    await people.press(head, "Открыть заседание")
    await people.press(head, "На голосование")
    await people.press(second, "За", people.group)

    await people.move_clock(at + timedelta(minutes=6))
    assert "ведёт и.о. руководителя (место 2)" in await people.text(people.group, "Заседание № 1")
    card = await people.card(head, "Заседание № 1")
    refused = await people.tap(head, head, card["message_id"], "meet:endvote:1:1")
    assert refused["alert"] and "Вы отсутствуете до 25 ноября" in refused["answer"]
    await people.press(second, "Закрыть голосование")
    await people.press(second, "Закрыть заседание")
    assert "protocol-1.pdf" in await people.files(second, 0)
    await people.press(second, "Подписать")
    assert "и.о. руководителя" in await people.text(second, "Протокол № 1 ·")

    await people.say(second, "/convene 26.11.2026 15:00 каб. 1\n1. Своё")
    assert await people.has_button(second, "Разослать")
    await people.move_clock(datetime(2026, 11, 26, 0, 5, tzinfo=profile.time_zone))
    await people.say(second, "/convene 26.11.2026 16:00 каб. 1\n1. Своё")
    assert "только руководитель" in await people.last(second)
    assert await people.violations() == []
