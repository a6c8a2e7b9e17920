"""Who chairs, day and night: handing over, absences that begin and end, a chair who is one no more."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest

from domain.office.profile import OfficeProfile
from tests.documents.test_documents import pdf_text
from tests.e2e.conftest import Town
from tests.e2e.meetings.test_meeting_day import convene

pytestmark = pytest.mark.long


async def test_the_head_hands_one_meeting_over_and_takes_it_back(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people, head, second = on_the_day, on_the_day.seat[1], on_the_day.seat[2]
    await convene(people, profile)
    await people.press(head, "Передать ведение")
    assert "Руководитель передал вам ведение" in " ".join(await people.read(second))
    assert "ведёт и.о. руководителя (К. А. Старцев)" in await people.text(people.group, "Заседание № 1")
    await people.gather(1, 2, 3, 4, 5)
    assert not await people.has_button(head, "Открыть заседание")

    await people.press(head, "Вернуть ведение")
    assert "ведёт руководитель" in await people.text(people.group, "Заседание № 1")
    card = await people.card(second, "Заседание № 1")
    forged = await people.tap(second, second, card["message_id"], "meet:open:1:0")
    assert forged["alert"] and "Ветлугина (п. 3.2, 4.3" in forged["answer"]

    await people.press(head, "Передать ведение")
    await people.press(second, "Открыть заседание")
    card = await people.card(head, "Заседание № 1")
    refused = await people.tap(head, head, card["message_id"], "meet:end:1:0")
    assert refused["alert"] and "Старцев (п. 4.3" in refused["answer"]

    await people.press(second, "На голосование")
    early = await people.tap(head, head, card["message_id"], "meet:takeback:1:0")
    assert early["alert"] and "Идёт голосование" in early["answer"]
    for seat, word in {1: "Против", 2: "За", 3: "За", 4: "Против"}.items():
        await people.press(people.seat[seat], word, people.group)
    await people.press(second, "Закрыть голосование")
    text = await people.text(people.group, "Вопрос 1")
    assert text.startswith("Вопрос 1 · принято") and "голос и.о. руководителя — «за»" in text
    await people.press(head, "Вернуть ведение")
    assert "ведёт руководитель" in await people.text(people.group, "Заседание № 1")
    assert await people.violations() == []


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
    await people.gather(*range(1, 10))
    assert await people.has_button(head, "Открыть заседание")
    await people.press(head, "Открыть заседание")
    await people.press(head, "На голосование")
    await people.press(second, "За", people.group)

    await people.move_clock(at + timedelta(minutes=6))
    assert "ведёт и.о. руководителя (К. А. Старцев)" in await people.text(people.group, "Заседание № 1")
    card = await people.card(head, "Заседание № 1")
    refused = await people.tap(head, head, card["message_id"], "meet:endvote:1:1")
    assert refused["alert"] and "Вы отсутствуете до 25 ноября" in refused["answer"]
    await people.press(second, "Закрыть голосование")
    await people.press(second, "Закрыть заседание")
    assert "Протокол № 1 от 24.11.2026, проект.pdf" in await people.files(second, 0)
    await people.press(second, "Подписать")
    assert "и.о. руководителя" in await people.text(second, "Протокол № 1 ·")

    await people.say(second, "/convene 26.11.2026 15:00 каб. 1\n1. Своё")
    assert await people.has_button(second, "Разослать")
    await people.move_clock(datetime(2026, 11, 26, 0, 5, tzinfo=profile.time_zone))
    await people.say(second, "/convene 26.11.2026 16:00 каб. 1\n1. Своё")
    assert "только руководитель" in await people.last(second)
    assert await people.violations() == []


async def test_whoever_is_absent_on_record_is_asked_whether_they_are_back(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    await convene(people, profile)
    await people.say(head, "/absence")
    await people.press(head, "Записать отсутствие")
    await people.press(head, "25")
    await people.press(head, "25")
    card = await people.card(people.group, "Заседание № 1")
    refused = await people.tap(head, people.group, card["message_id"], "meet:in:1:0")
    assert refused["alert"] and "отсутствующий на заседании не присутствует" in refused["answer"]
    await people.gather(2, 3, 4, 5)
    own = await people.card(head, "Заседание № 1")
    await people.tap(head, head, own["message_id"], "meet:in:1:0")
    assert "Вы вернулись?" in await people.text(head, "Заседание № 1")
    assert "Присутствуют 4" in await people.text(people.group, "Заседание № 1")
    await people.press(head, "Подтвердить")
    assert "ведёт руководитель" in await people.text(people.group, "Заседание № 1")
    await people.press(head, "Открыть заседание")
    assert await people.violations() == []


async def test_a_chair_who_leaves_freezes_nothing(on_the_day: Town, profile: OfficeProfile) -> None:
    people, head, second = on_the_day, on_the_day.seat[1], on_the_day.seat[2]
    await convene(people, profile)
    await people.gather(1, 3, 4, 5, 6)
    await people.press(head, "Открыть заседание")
    card = await people.card(people.group, "Заседание № 1")
    refused = await people.tap(head, people.group, card["message_id"], "meet:out:1:0")
    assert refused["alert"] and "в личном чате" in refused["answer"]
    await people.press(head, "Ухожу")
    assert "Перерыв: ведущего нет в зале" in await people.text(people.group, "Заседание № 1")
    assert "ведущего нет в зале" in await people.last(second)
    await people.gather(2)
    assert "ведёт и.о. руководителя (К. А. Старцев)" in await people.text(people.group, "Заседание № 1")
    await people.press(second, "На голосование")
    for seat in (2, 3, 4):
        await people.press(people.seat[seat], "За", people.group)
    await people.press(second, "Закрыть голосование")
    assert (await people.text(people.group, "Вопрос 1")).startswith("Вопрос 1 · принято")
    await people.gather(1)
    await people.press(head, "Вернуть ведение")
    await people.press(head, "Закрыть заседание")
    assert await people.violations() == []


async def test_a_holder_replaced_in_mid_meeting_leaves_the_room_and_keeps_their_votes(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    await convene(people, profile)
    await people.gather(1, 2, 3, 4, 5)
    await people.press(head, "Открыть заседание")
    await people.press(head, "На голосование")
    await people.press(people.seat[5], "За", people.group)
    await people.say(head, "/roster")
    await people.press(head, "5")
    await people.press(head, "Вакансия")
    assert "присутствуют 4 из 9" in await people.text(people.group, "Заседание № 1")
    assert not re.search(r"За \d", await people.text(people.group, "Вопрос 1 из"))
    panel = await people.card(head, "Заседание № 1")
    for _asked_and_confirmed in range(2):
        await people.tap(head, head, panel["message_id"], "meet:endvote:1:1")
    assert "не состоялось" in await people.text(people.group, "Вопрос 1")
    assert await people.violations() == []


async def test_a_leaving_is_not_told_of_whoever_came_after(on_the_day: Town, profile: OfficeProfile) -> None:
    people, head, stranger = on_the_day, on_the_day.seat[1], on_the_day.people["stranger"]
    await convene(people, profile)
    await people.gather(1, 2, 3, 4, 5)
    await people.press(head, "Открыть заседание")
    await people.say(head, "/roster")
    await people.press(head, "5")
    await people.press(head, "Заменить")
    await people.say(stranger, f"/start {(await people.last(head)).partition('start=')[2].split()[0]}")
    await people.say(stranger, "Новикова Вера Ильинична")
    assert "эти полномочия закончатся" in await people.last(head)
    await people.press(head, "Подтвердить")
    told = await people.text(people.group, "Заседание № 1")
    assert "← О. С. Мальцева: уход" in told and "← В. И. Новикова" not in told
    assert await people.violations() == []


async def test_nobody_sits_at_two_meetings_at_once(on_the_day: Town, profile: OfficeProfile) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    await convene(people, profile)
    await people.say(head, "/convene 25.11.2026 15:20 каб. 12\n1. Другое | место 4 | Усилить")
    await people.press(head, "Разослать")
    await people.move_clock(datetime(2026, 11, 25, 15, 20, tzinfo=profile.time_zone))
    first, second = [await people.card(people.group, f"Заседание № {number}") for number in (1, 2)]
    for seat in range(1, 6):
        for card, meeting in ((first, 1), (second, 2)):
            await people.tap(people.seat[seat], people.group, card["message_id"], f"meet:in:{meeting}:0")
    own = await people.card(head, "Заседание № 1")
    await people.tap(head, head, own["message_id"], "meet:open:1:0")
    own = await people.card(head, "Заседание № 2")
    refused = await people.tap(head, head, own["message_id"], "meet:open:2:0")
    assert refused["alert"] and "присутствуют на заседании № 1, которое идёт" in refused["answer"]
    for _asked_and_confirmed in range(2):
        await people.tap(head, head, own["message_id"], "meet:end:1:0")
    opened = await people.tap(head, head, own["message_id"], "meet:open:2:0")
    assert opened["answer"] == "Заседание открыто."
    assert await people.violations() == []


async def test_a_meeting_left_open_breaks_off_with_its_day(on_the_day: Town, profile: OfficeProfile) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    await convene(people, profile)
    await people.gather(1, 2, 3, 4, 5)
    await people.press(head, "Открыть заседание")
    await people.press(head, "На голосование")
    await people.press(people.seat[3], "За", people.group)
    await people.move_clock(datetime(2026, 11, 26, 9, 5, tzinfo=profile.time_zone))
    assert "Заседание № 1 не закрыто 25 ноября" in await people.last(head)
    told = await people.text(people.group, "Заседание № 1")
    assert "Прервано 25 ноября" in told and "заседание не закрыли" in told
    assert not await people.has_button(head, "Закрыть голосование")
    await people.press(head, "Закрыть заседание")
    papers = await people.files(head, 0)
    printed = pdf_text(papers["Протокол № 1 от 25.11.2026, проект.pdf"])
    assert "неткворума" in printed and "26ноября" not in printed
    assert await people.violations() == []


async def test_check_ins_lapse_with_their_day(on_the_day: Town, profile: OfficeProfile) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    await convene(people, profile)
    await people.gather(1, 2, 3, 4, 5)
    await people.move_clock(datetime(2026, 11, 25, 16, 5, tzinfo=profile.time_zone))
    assert "и не открыто" in " ".join(await people.read(head))
    await people.move_clock(datetime(2026, 11, 26, 9, 10, tzinfo=profile.time_zone))
    card = await people.card(head, "Заседание № 1")
    refused = await people.tap(head, head, card["message_id"], "meet:open:1:0")
    assert refused["alert"] and "только в свой день" in refused["answer"]
    assert not await people.has_button(head, "Открыть заседание")
    await people.press(head, "Не состоялось")
    assert await people.violations() == []
