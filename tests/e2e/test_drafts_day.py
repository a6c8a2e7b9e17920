"""Drafts of meetings: none is out of reach, an older preview comes alive again."""

from __future__ import annotations

from handlers.taps import DraftTap
from tests.e2e.conftest import Town

FIRST = "/convene 25.11.2026 15:00 каб. 12\n1. Уборка снега | место 4 | Усилить контроль\n2. Дороги"
SECOND = "/convene 25.11.2026 15:00\n1. Детские сады | место 3 | Открыть группу"


async def test_no_draft_is_out_of_reach(seeded: Town) -> None:
    people, head = seeded, seeded.seat[1]
    await people.say(head, FIRST)
    first = await people.newest(head)
    await people.say(head, "/convene")
    assert "Черновиков: 1" in await people.last(head)
    assert await people.has_button(head, "Черновик на 25 ноября, 15:00 · 2 вопроса")
    await people.say(head, SECOND)
    await people.say(head, "/convene")
    await people.press(head, "Черновик на 25 ноября, 15:00 · Уборка снега")
    assert "1. Уборка снега" in await people.last(head)
    await people.say(head, "/start")
    assert "Черновиков: 2 · открыть: /convene" in await people.last(head)
    await people.say(head, "/meeting")
    await people.press(head, "Черновик на 25 ноября, 15:00 · Детские сады")
    assert "1. Детские сады" in await people.last(head)

    # A tap on the older preview does nothing but make it live: what it offers may have changed.
    shown = await people.tap(head, head, first, DraftTap(act="send", meeting=1).pack())
    assert "Предпросмотр обновлён" in shown["answer"]
    await people.tap(head, head, first, "Разослать")
    assert "Заседание № 1 созвано" in await people.text(head, "Заседание № 1 созвано")

    await people.say(head, "/convene")
    assert "Черновиков: 1" in await people.last(head)
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
