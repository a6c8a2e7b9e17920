"""Every refused or doubtful act in a meeting explains itself with its clause, and nothing changes."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import text

from domain.office.profile import OfficeProfile
from tests.e2e.conftest import Town
from tests.e2e.meetings.test_meeting_day import CONVENE

# Who taps what, and what they read. People: seats, or roles of the sandbox.
BEFORE = (
    (3, "meet:in:1:0", "уже отмечено"),
    (6, "meet:out:1:0", "присутствие не отмечено"),
    (9, "meet:in:1:0", "нет среди участников этого заседания (п. 3.2)"),
    (1, "meet:open:1:0", "Кворума нет: 4 из 9, нужно не менее 5 (п. 4.3.1"),
    (1, "meet:vote:1:1", "ещё не открыто"),
    (1, "meet:end:1:0", "ещё не открыто"),
    (1, "meet:endvote:1:1", "ещё не открыто"),
    (1, "vote:1:1:1:for", "голосование не открыто"),
    (1, "meet:takeback:1:0", "не передано"),
    (3, "meet:handover:1:0", "только руководитель (п. 4.3"),
    (1, "meet:markin:1:9", "нет среди участников (п. 3.2"),
    (1, "meet:hear:1:1", "ещё не открыто"),
    (1, "meet:opinion:1:0", "ещё не открыто"),
)
DURING = (
    (1, "meet:open:1:0", "уже идёт"),
    (1, "meet:vote:1:2", "Идёт голосование по вопросу 1"),
    (1, "meet:end:1:0", "Идёт голосование по вопросу 1"),
    (1, "meet:break:1:15", "Идёт голосование по вопросу 1"),
    (1, "meet:endvote:1:2", "По вопросу 2 голосование не открыто"),
    (1, "meet:drop:1:1", "Идёт голосование по вопросу 1"),
    (2, "vote:1:1:1:for", "Этот голос уже записан: «за»"),
    (2, "vote:1:1:7:for", "голосование не открыто"),
    (6, "vote:1:1:1:for", "присутствие не отмечено, поэтому голос не принят (п. 4.6)"),
    (9, "vote:1:1:1:for", "нет среди участников этого заседания (п. 3.2)"),
    ("guest", "vote:1:1:1:for", "не голосуют и не отмечаются (п. 4.5"),
    ("unit", "vote:1:1:1:for", "только членам проектного офиса (п. 4.4"),
    ("stranger", "vote:1:1:1:for", "для членов проектного офиса"),
    ("stranger", "meet:endvote:1:1", "для членов проектного офиса"),
    (3, "meet:endvote:1:1", "Ветлугина (п. 3.2, 4.3"),
    (1, "aloud:1:1:6:for", "Поздеев: присутствие не отмечено (п. 4.6"),
    (3, "aloud:1:1:2:against", "Ветлугина (п. 3.2, 4.3"),
    (1, "meet:resume:1:0", "Перерыва нет"),
    (1, "meet:break:1:99999", "устарела"),
    (1, "meet:vote:1:77", "Вопроса 77 в повестке нет"),
)
AFTER = (
    (3, "vote:1:1:1:against", "Голосование по вопросу 1 закрыто в 15:00"),
    (3, "meet:in:1:0", "закрыто, его карточка больше не действует"),
    (3, "meet:out:1:0", "закрыто, его карточка больше не действует"),
    (1, "meet:endvote:1:1", "закрыто, его карточка больше не действует"),
    (1, "meet:hear:1:2", "закрыто, его карточка больше не действует"),
    (6, "meet:opine:1:1", "вы не были отмечены (п. 4.6"),
    (2, "meet:opine:1:2", "решения не было"),
    (3, "meet:carry:1:0", "(п. 3.2"),
)


async def check(people: Town, table: tuple[tuple[int | str, str, str], ...]) -> None:
    """Each is answered by an alert that says why, twice alike; the card of the group stays as it was.

    What was chosen already is no mistake: a passing line says so.
    """
    card = await people.card(people.group, "Заседание № 1")
    for who, data, said in table:
        person = people.seat[who] if isinstance(who, int) else people.people[who]
        for _ in range(2):
            shown = await people.tap(person, people.group, card["message_id"], data)
            assert said in shown["answer"], (who, data, shown)
            assert shown["alert"] == ("уже записан" not in said), (who, data, shown)
            assert len(shown["answer"]) <= 200
    assert (await people.card(people.group, "Заседание № 1"))["text"] == card["text"]


@pytest.mark.long
async def test_each_refusal_explains_itself_and_changes_nothing(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    await people.say(head, CONVENE)
    card = await people.messages(head)
    await people.press(head, "Участники")
    card = await people.messages(head)
    nine = next(b for row in card[-1]["buttons"] for b in row if people.surname[9] in b["text"])
    await people.tap(head, head, card[-1]["message_id"], nine["data"])
    await people.press(head, "Назад")
    await people.press(head, "Разослать")
    await people.move_clock(datetime(2026, 11, 25, 15, 0, tzinfo=profile.time_zone))
    await people.gather(1, 2, 3, 4)
    await check(people, BEFORE)
    await people.gather(5)
    await people.press(head, "Открыть заседание")
    await people.press(head, "На голосование")
    await people.press(people.seat[2], "За", people.group)
    vote = await people.text(people.group, "Вопрос 1")
    await check(people, DURING)
    assert await people.text(people.group, "Вопрос 1") == vote
    await people.press(head, "Закрыть голосование")
    await people.press(head, "Закрыть заседание")
    await check(people, AFTER)
    assert await people.violations() == []


@pytest.mark.long
async def test_without_a_group_private_chats_are_enough(on_the_day: Town, profile: OfficeProfile) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    async with people.behind_its_back() as database:
        await database.execute(text("UPDATE office_chats SET unbound_at = bound_at"))
    before = await people.newest(people.group)
    await people.say(head, CONVENE)
    await people.press(head, "Разослать")
    await people.move_clock(datetime(2026, 11, 25, 15, 0, tzinfo=profile.time_zone))
    for seat in (1, 2, 3, 4, 5):
        await people.press(people.seat[seat], "Присутствую")
    await people.press(head, "Открыть заседание")
    await people.press(head, "Перерыв")
    await people.press(head, "5 мин")
    assert all([await people.last(people.seat[seat]) == "Перерыв до 15:05." for seat in (1, 2, 3, 4, 5)])
    await people.press(head, "Продолжить")
    await people.press(head, "На голосование")
    await people.press(people.seat[6], "Присутствую")
    for seat in (2, 3, 4, 6):
        await people.press(people.seat[seat], "За")
    await people.press(head, "Закрыть голосование")
    for seat in (1, 2, 3, 4, 5, 6):
        assert (await people.text(people.seat[seat], "Вопрос 1")).startswith("Вопрос 1 · принято")
    await people.press(head, "Закрыть заседание")
    await people.press(head, "Подписать")
    assert "Протокол № 1 от 25.11.2026.pdf" in await people.files(people.seat[9], 0)
    assert await people.newest(people.group) == before
    assert await people.violations() == []
