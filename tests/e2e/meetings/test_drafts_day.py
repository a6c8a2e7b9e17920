"""Drafts of meetings: none is out of reach, and each has one preview."""

from __future__ import annotations

from datetime import datetime

import pytest

from domain.office.profile import OfficeProfile
from tests.e2e.conftest import Town

FIRST = "/convene 25.11.2026 15:00 каб. 12\n1. Уборка снега | место 4 | Усилить контроль\n2. Дороги"
SECOND = "/convene 25.11.2026 15:00\n1. Детские сады | место 3 | Открыть группу"


async def test_no_draft_is_out_of_reach(seeded: Town) -> None:
    people, head = seeded, seeded.seat[1]
    await people.say(head, FIRST)
    first = await people.newest(head)
    await people.say(head, "/convene")
    assert "Черновики заседаний: 1" in await people.last(head)
    assert await people.has_button(head, "Черновик на 25 ноября, 15:00 · 2 вопроса")
    await people.say(head, SECOND)
    await people.say(head, "/convene")
    await people.press(head, "Черновик на 25 ноября, 15:00 · Уборка снега")
    assert "1. Уборка снега" in await people.last(head)
    await people.say(head, "/start")
    assert "Черновики заседаний не разосланы: 2" in await people.last(head)
    await people.say(head, "/meeting")
    await people.press(head, "Черновик на 25 ноября, 15:00 · Детские сады")
    assert "1. Детские сады" in await people.last(head)

    # Each draft has one preview: the older one has left when it was opened anew.
    assert first not in [message["message_id"] for message in await people.messages(head)]
    await people.say(head, "/convene")
    await people.press(head, "Черновик на 25 ноября, 15:00 · Уборка снега")
    await people.press(head, "Разослать")
    assert "Заседание № 1 созвано" in await people.text(head, "Заседание № 1 созвано")

    await people.say(head, "/convene")
    assert "Черновики заседаний: 1" in await people.last(head)
    await people.press(head, "Новое заседание")
    assert "Когда: не указано" in await people.last(head)
    await people.say(people.seat[4], "/meeting")
    assert not await people.has_button(people.seat[4], "Черновик без даты")
    assert await people.violations() == []


async def test_a_proposal_taken_into_a_draft_opens_it(seeded: Town) -> None:
    people, head, member = seeded, seeded.seat[1], seeded.seat[4]
    await people.say(head, FIRST)
    await people.say(member, "/propose")
    await people.say(member, "Мосты")
    await people.press(member, "Внести")
    await people.press(head, "В повестку")
    await people.press(head, "Черновик на 25 ноября, 15:00 · 2 вопроса")
    assert "3. Мосты" in await people.last(head)
    assert await people.has_button(head, "Разослать")


@pytest.mark.long
async def test_the_preview_says_who_executes_and_who_is_missing(seeded: Town, profile: OfficeProfile) -> None:
    people, head = seeded, seeded.seat[1]
    unit = profile.units[0].title
    await people.say(
        head,
        f"/convene 25.11.2026 15:00\n1. Дороги | место 4 | Починить | {unit} | 01.12.2026\n"
        "2. Мосты | | Снести",
    )
    shown = await people.last(head)
    assert f"исполнение: {unit}, срок 1 декабря 2026 г." in shown
    assert "исполнители не указаны, срок не указан" in shown
    await people.press(head, "Участники")
    card = (await people.messages(head))[-1]
    buttons = {b["text"]: b["data"] for row in card["buttons"] for b in row}
    chair, speaker = (
        next(data for text, data in buttons.items() if people.surname[seat] in text) for seat in (1, 4)
    )
    assert chair == "none"  # whoever chairs always takes part: the button does nothing
    forged = speaker.rpartition(":")[0] + ":1"
    refused = await people.tap(head, head, card["message_id"], forged)
    assert "Председательствующий участвует всегда (п. 4.3)" in refused["answer"]
    await people.tap(head, head, card["message_id"], speaker)
    await people.press(head, "Назад")
    assert "Вопрос 1: докладчик — Р. И. Чудинов, а среди участников его нет" in await people.last(head)
    await people.press(head, "Разослать")

    assert not await people.has_button(head, "Открыть заседание")
    card = await people.card(head, "Заседание № 1")
    early = await people.tap(head, head, card["message_id"], "meet:open:1:0")
    assert "отметиться члены офиса смогут с 14:30" in early["answer"]
    await people.move_clock(datetime(2026, 11, 25, 14, 5, tzinfo=profile.time_zone))
    told = await people.text(people.seat[2], "Сегодня в 15:00")
    assert "Отметиться можно с 14:30 на карточке" in told
    assert await people.violations() == []
