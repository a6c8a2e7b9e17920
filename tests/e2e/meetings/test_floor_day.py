"""The chair's panel while a meeting goes on: marks, votes said aloud, questions on the spot, a break."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from domain.office.profile import OfficeProfile
from tests.e2e.conftest import Town
from tests.e2e.meetings.test_meeting_day import CONVENE, convene

pytestmark = pytest.mark.long


async def opened(people: Town, profile: OfficeProfile, *seats: int) -> int:
    """A meeting opened by the head with these seats present; the head's account."""
    head = people.seat[1]
    await convene(people, profile)
    await people.gather(*seats)
    await people.press(head, "Открыть заседание")
    return head


async def tap_in_panel(people: Town, person: int, beginning: str, card: str = "") -> str:
    """Tap the newest button that begins so, on the card that begins so where that is said."""
    for message in reversed(await people.messages(person)):
        for button in (one for row in message["buttons"] for one in row):
            if _plain(button).startswith(beginning) and _plain(message).startswith(card):
                shown = await people.tap(person, person, message["message_id"], button["data"])
                return str(shown.get("answer") or "")
    raise AssertionError(f"no button «{beginning}»")


def _plain(said: dict[str, Any]) -> str:
    return str(said["text"]).replace("\u00a0", " ")


async def test_the_chair_marks_a_member_and_records_their_vote_until_they_tap_themselves(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people = on_the_day
    head = await opened(people, profile, 1, 2, 3, 4, 5)
    await people.press(head, "Участники")
    assert "Присутствуют 6 из 9" in await tap_in_panel(people, head, "Отметить: Г. В. Поздеев")
    await people.press(head, "Назад")
    assert "со слов ведущего: Поздеев" in await people.text(people.group, "Заседание № 1")
    await people.press(head, "На голосование")
    await people.press(head, "Голос вслух")
    assert "записано со слов" in await tap_in_panel(people, head, "Поздеев · за")
    card = await people.text(people.group, "Вопрос 1")
    assert "За 1: Поздеев" in card and "Вслух, записал ведущий: Поздеев" in card
    assert (
        "присутствие не отмечено (п. 4.6"
        in (
            await people.tap(
                head, head, (await people.card(head, "Заседание № 1"))["message_id"], "aloud:1:1:7:for"
            )
        )["answer"]
    )
    await people.press(people.seat[6], "Против", people.group)
    card = await people.text(people.group, "Вопрос 1")
    assert "Против 1: Поздеев" in card and "Вслух" not in card
    await tap_in_panel(people, head, "Мальцева · воздерж.")
    await people.press(head, "Назад")
    await people.press(head, "Участники")
    assert "голос по открытому вопросу снят" in await tap_in_panel(people, head, "Уход: Г. В. Поздеев")
    assert "Г. В. Поздеев: уход в 15:00" in await people.text(people.group, "Заседание № 1")
    for person in (people.seat[3], people.people["guest"], people.people["stranger"]):
        message = await people.card(people.group, "Заседание № 1")
        for forged in ("meet:markin:1:7", "meet:markout:1:2", "aloud:1:1:2:for", "meet:aloud:1:0"):
            assert (await people.tap(person, people.group, message["message_id"], forged))["alert"]
    assert await people.violations() == []


async def test_questions_are_amended_brought_in_and_taken_off_on_the_spot(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people = on_the_day
    head = await opened(people, profile, 1, 2, 3, 4, 5)
    await people.press(head, "Слушаем")
    assert "Слушаем с 15:00: Р. И. Чудинов" in await people.text(people.group, "Заседание № 1")
    await people.move_clock(datetime(2026, 11, 25, 15, 7, tzinfo=profile.time_zone))
    await tap_in_panel(people, head, "Вопрос 1…")
    await people.press(head, "Изменить проект")
    await people.say(head, "Усилить контроль до 1 декабря <сегодня>")
    await people.press(head, "Внести вопрос")
    await people.say(head, "Опасная остановка | место 5 | Перенести остановку")
    text = await people.text(people.group, "Заседание № 1")
    assert "3. Опасная остановка" in text and "внесён в ходе заседания в 15:07" in text
    assert "проект решения изменён в 15:07" in text

    await people.press(head, "На голосование")
    card = await people.text(people.group, "Вопрос 1")
    assert "Проект, в редакции 15:07: Усилить контроль до 1 декабря <сегодня>" in card
    assert "Было: Усилить контроль подрядчика" in card
    await people.press(people.seat[2], "За", people.group)
    await people.press(head, "Закрыть голосование")

    await tap_in_panel(people, head, "Вопрос 2…")
    await people.press(head, "Отложить")
    text = await people.text(people.group, "Заседание № 1")
    assert "2. Итоги работы с обращениями — отложен до следующего заседания в 15:07" in text
    await tap_in_panel(people, head, "Вопрос 3…")
    await people.press(head, "Снять")
    assert "3. Опасная остановка — снят с рассмотрения в 15:07" in await people.text(
        people.group, "Заседание № 1"
    )
    message = await people.card(head, "Заседание № 1")
    refused = await people.tap(head, head, message["message_id"], "meet:vote:1:3")
    assert refused["alert"] and "снят с рассмотрения в 15:07 (п. 3.2" in refused["answer"]
    await people.press(head, "Закрыть заседание")
    assert await people.violations() == []


async def test_a_break_is_announced_and_resumed_with_a_quorum(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people = on_the_day
    head = await opened(people, profile, 1, 2, 3, 4, 5)
    await people.press(head, "Перерыв")
    await people.press(head, "15 мин")
    assert await people.last(people.group) == "Перерыв до 15:15."
    assert "Перерыв до 15:15, с 15:00" in await people.text(people.group, "Заседание № 1")
    message = await people.card(head, "Заседание № 1")
    refused = await people.tap(head, head, message["message_id"], "meet:vote:1:1")
    assert refused["alert"] and "Перерыв до 15:15" in refused["answer"]
    await people.press(people.seat[5], "Ухожу", people.group)
    await people.move_clock(datetime(2026, 11, 25, 15, 16, tzinfo=profile.time_zone))
    assert "Перерыв закончился в 15:15" in await people.last(head)
    assert "Кворума нет: 4 из 9" in (await people.press(head, "Продолжить")).replace("\u00a0", " ")
    await people.gather(6)
    await people.press(head, "Продолжить")
    assert await people.last(people.group) == "Продолжаем заседание № 1. Присутствуют 5."
    await people.press(head, "На голосование")
    assert await people.violations() == []


async def test_questions_left_over_move_into_a_convened_meeting_or_a_new_one(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people = on_the_day
    await people.say(people.seat[1], "/convene 02.12.2026 15:00 каб. 12\n1. Итоги года")
    await people.press(people.seat[1], "Разослать")
    await people.say(people.seat[1], CONVENE)
    await people.press(people.seat[1], "Разослать")
    await people.move_clock(datetime(2026, 11, 25, 15, 0, tzinfo=profile.time_zone))
    head = people.seat[1]
    card = await people.card(people.group, "Заседание № 2")
    for seat in (1, 2, 3, 4, 5):
        await people.tap(people.seat[seat], people.group, card["message_id"], "Присутствую")
    await people.press(head, "Открыть заседание")
    await people.press(head, "Закрыть заседание")
    shown = await people.text(head, "Заседание № 2")
    assert "Без решения остались вопросы 1, 2" in shown
    assert "Без решения" not in await people.text(people.group, "Заседание № 2")
    message = await people.card(people.seat[3], "Заседание № 2")
    refused = await people.tap(people.seat[3], people.seat[3], message["message_id"], "meet:carry:2:1")
    assert refused["alert"] and "п. 3.2" in refused["answer"]

    await people.press(head, "Перенести вопросы")
    assert "Перенесено вопросов: 2." in await tap_in_panel(people, head, "В заседание № 1", "Заседание № 2")
    assert "1. Уборка снега — перенесён" in await people.text(head, "Заседание № 2")
    later = await people.text(people.seat[4], "Заседание № 1")
    assert "2. Уборка снега" in later and "3. Итоги работы с обращениями" in later
    again = await people.card(head, "Заседание № 2")
    refused = await people.tap(head, head, again["message_id"], "meet:carry:2:0")
    assert refused["alert"] and "Переносить нечего" in refused["answer"]
    assert await people.violations() == []


async def test_without_a_quorum_the_chair_waits_postpones_or_closes(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    await convene(people, profile)
    await people.gather(1, 2)
    assert "не хватает 3" in await people.text(head, "Заседание № 1")
    assert await people.has_button(head, "Не состоялось")
    await people.press(head, "Перенести")
    await people.press(head, "30")
    await people.press(head, "15:00")
    assert "понедельник, 30 ноября, 15:00" in await people.text(people.group, "Заседание № 1")
    assert await people.has_button(people.seat[2], "Буду")
    assert people.world is not None and not any(people.world.pins.values())

    await people.move_clock(datetime(2026, 11, 30, 14, 45, tzinfo=profile.time_zone))
    assert people.world.pins[people.group] == [await people.newest(people.group)]
    await people.press(head, "Изменить")
    await people.press(head, "Отменить заседание")
    await people.say(head, "Болезнь докладчика")
    await people.press(head, "Подтвердить")
    assert "отменено" in await people.last(people.group)
    assert not any(people.world.pins.values())
    assert await people.violations() == []


async def test_words_about_a_question_leave_it_the_one_that_comes_next(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people = on_the_day
    head = await opened(people, profile, 1, 2, 3, 4, 5)
    await tap_in_panel(people, head, "2")
    assert not await people.has_button(head, "На голосование")  # there is nothing to vote on yet
    await people.press(head, "Внести проект решения")
    await people.say(head, "Принять к сведению и доложить")
    await people.press(head, "На голосование")
    assert "Принять к сведению и доложить" in await people.text(people.group, "Вопрос 2 из 2")
