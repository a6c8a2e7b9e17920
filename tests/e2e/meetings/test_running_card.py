"""A meeting is one card a chat: sent anew twice, pinned, edited for all else; it ends as its decisions."""

from __future__ import annotations

import pytest

from domain.office.profile import OfficeProfile
from tests.e2e.conftest import Town
from tests.e2e.meetings.test_meeting_day import convene


async def _buttons(people: Town, chat: int) -> list[str]:
    newest = (await people.messages(chat))[-1]
    return [button["text"] for row in newest["buttons"] for button in row]


async def _pinned(people: Town, chat: int) -> list[int]:
    assert people.world is not None
    return people.world.pins.get(chat, [])


@pytest.mark.long
async def test_a_meeting_is_one_pinned_card_from_the_check_in_to_its_decisions(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people = on_the_day
    head, member, group = people.seat[1], people.seat[4], people.group
    await convene(people, profile)
    gathering = {chat: await people.newest(chat) for chat in (head, member, group)}
    for chat, number in gathering.items():
        assert [m["message_id"] for m in await people.messages(chat) if m["buttons"]] == [number]
        assert await _pinned(people, chat) == [number]

    await people.gather(1, 2, 3, 4, 5)
    await people.press(head, "Открыть заседание")
    running = {chat: await people.newest(chat) for chat in (head, member, group)}
    for chat, number in running.items():
        assert number > gathering[chat] and await _pinned(people, chat) == [number]
        assert gathering[chat] not in [m["message_id"] for m in await people.messages(chat)]

    await people.press(head, "На голосование")
    await people.press(head, "За")
    assert (await _buttons(people, head))[:4] == ["✓ За", "Против", "Воздержался", "Закрыть голосование"]
    for seat in (2, 3):
        await people.press(people.seat[seat], "За")
    await people.press(head, "Закрыть голосование")
    for chat in running:
        assert (await people.text(chat, "Вопрос 1")).startswith("Вопрос 1 · принято")
    assert (await _buttons(people, head))[:2] == ["Следующий вопрос", "На голосование"]
    await people.press(head, "Следующий вопрос")
    assert "Слушаем с 15:00" in await people.text(member, "Вопрос 2 из 2")
    assert (await _buttons(people, head))[0] == "На голосование"
    assert (await _buttons(people, head))[-2:] == ["Закрыть заседание", "Ухожу"]

    card = await people.card(head, "Вопрос 2")
    shown = await people.tap(head, head, card["message_id"], "Закрыть заседание")
    assert not shown["answer"] and "Без решения остаётся вопрос 2" in await people.last(head)
    await people.tap(head, head, card["message_id"], "Подтвердить")
    for chat, number in running.items():
        over = await people.card(chat, "Заседание № 1")
        assert over["message_id"] == number and await _pinned(people, chat) == []
        assert "1. Уборка снега — принято\n→ Усилить контроль подрядчика" in over["text"].replace(
            "\u00a0", " "
        )
    assert await people.violations() == []


@pytest.mark.long
async def test_leaving_is_asked_about_in_the_private_chat(on_the_day: Town, profile: OfficeProfile) -> None:
    people = on_the_day
    await convene(people, profile)
    await people.gather(2)
    member = people.seat[2]
    card = await people.card(member, "Заседание № 1")
    await people.tap(member, member, card["message_id"], "Ухожу")
    assert "Уйти с заседания № 1?" in await people.last(member)
    await people.tap(member, member, card["message_id"], "Отмена")
    assert "✓ Старцев" in await people.text(people.group, "Заседание № 1")
    await people.press(member, "Ухожу")
    assert "Старцев: уход в" in await people.text(people.group, "Заседание № 1")
