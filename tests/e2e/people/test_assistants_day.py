"""Assistants prepare, holders confirm; they end with the holder and never act for them."""

from __future__ import annotations

import re
from datetime import datetime

from bot.sandbox.exports import made_up_exports
from domain.office.profile import OfficeProfile
from handlers.meetings.taps import DraftTap, MeetingTap
from handlers.people.taps import AssistantTap
from handlers.proposals.taps import ProposalTap
from tests.e2e.conftest import Town
from tests.e2e.meetings.test_meeting_day import CONVENE
from tests.e2e.people.test_people_day import commands


async def name_assistant(people: Town, seat: int) -> int:
    """The stranger becomes this seat's assistant; who they are."""
    holder, newcomer = people.seat[seat], people.people["stranger"]
    await people.say(holder, "/assistant")
    await people.press(holder, "Назначить помощника")
    token = re.findall(r"\?start=([\w-]+)", await people.last(holder))[0]
    await people.say(newcomer, f"/start {token}")
    assert await people.has_button(holder, "Отозвать")
    await people.say(newcomer, "Неволин Егор Маркович")
    await people.press(holder, "Подтвердить")
    assert not await people.has_button(holder, "Отозвать")  # of the link that was used nothing is left
    return newcomer


async def test_an_assistant_prepares_a_meeting_that_the_head_confirms(seeded: Town) -> None:
    people, head = seeded, seeded.seat[1]
    assistant = await name_assistant(people, 1)
    assert set(await commands(people, assistant)) == {"start", "meeting", "convene", "propose", "help"}
    assert "Неволин" in await people.text(head, "Ваш помощник")
    await people.say(assistant, CONVENE)
    before = await people.newest(people.seat[4])
    assert not await people.has_button(assistant, "Разослать")
    await people.press(assistant, "На подтверждение")
    card = await people.last(head)
    assert "Подготовил помощник: Неволин" in card and "Уборка снега" in card
    forged = await people.tap(
        assistant, assistant, await people.newest(assistant), DraftTap(act="send", meeting=1).pack()
    )
    assert forged["alert"] is True and "п. 4.4.1" in forged["answer"]
    assert await people.read(people.seat[4], before) == []
    await people.press(head, "Подтвердить")
    assert "Заседание № 1" in await people.text(people.seat[4], "Заседание № 1")
    assert "Подтверждено: заседание 25 ноября" in await people.last(assistant)
    await people.say(assistant, "/start")
    told = await people.last(assistant)
    assert "Заседание № 1 · 25 ноября, 15:00" in told and "не ответили" not in told
    await people.say(assistant, "/meeting")
    seen = await people.card(assistant, "Заседание № 1")
    words = [button["text"] for row in seen["buttons"] for button in row]
    assert "Буду" not in words and "Открыть заседание" not in words and "Изменить" not in words
    for act in ("coming", "in", "open", "vote", "change", "notheld"):
        data = MeetingTap(act=act, meeting=1, value=0).pack()
        shown = await people.tap(assistant, assistant, seen["message_id"], data)
        assert shown["alert"] is True and "п. 4.4.1" in shown["answer"], act
    assert await people.violations() == []


async def test_an_assistants_proposal_waits_for_the_holder_and_may_be_thrown_out(seeded: Town) -> None:
    people, head, holder = seeded, seeded.seat[1], seeded.seat[4]
    assistant = await name_assistant(people, 4)
    assert "convene" not in await commands(people, assistant)
    await people.say(assistant, "/propose Дороги")
    await people.press(assistant, "На подтверждение")
    before = await people.newest(head)
    assert "Дороги" in await people.last(holder)
    await people.press(holder, "Отмена")
    assert "Не подтверждено: Дороги" in await people.last(assistant)
    assert await people.read(head, before) == []
    await people.say(assistant, "/propose Мосты")
    await people.press(assistant, "На подтверждение")
    await people.press(holder, "Подтвердить")
    brought = await people.text(head, "Предложение 2 · Р. И. Чудинов")
    assert "Мосты" in brought and "Подготовил помощник: Неволин" in brought
    data = ProposalTap(act="withdraw", proposal=2).pack()
    shown = await people.tap(assistant, assistant, await people.newest(assistant), data)
    assert shown["alert"] is True and "п. 4.4.1" in shown["answer"]
    assert await people.violations() == []


async def test_an_assistant_ends_with_the_holder(seeded: Town) -> None:
    people, head, holder = seeded, seeded.seat[1], seeded.seat[4]
    assistant = await name_assistant(people, 4)
    await people.say(assistant, "/propose Дороги")
    card = await people.newest(assistant)
    await people.say(head, "/roster")
    await people.press(head, "4")
    await people.press(head, "Отвязать чат")
    for person in (holder, assistant):
        assert "больше не связан" in await people.last(person)
        assert await commands(people, person) == ["start"]
    shown = await people.tap(assistant, assistant, card, ProposalTap(act="bring", proposal=1).pack())
    assert shown["alert"] is True and "для членов проектного офиса" in shown["answer"]
    await people.say(assistant, "/meeting")
    assert "для членов проектного офиса" in await people.last(assistant)


async def test_an_assistant_is_removed_by_the_holder_alone(seeded: Town) -> None:
    people, holder, other = seeded, seeded.seat[4], seeded.seat[5]
    assistant = await name_assistant(people, 4)
    await people.say(other, "/assistant")
    shown = await people.tap(
        other, other, await people.newest(other), AssistantTap(act="remove", user=assistant).pack()
    )
    assert shown["alert"] is True
    await people.say(assistant, "/start")
    assert "Вы помогаете: Р. И. Чудинов" in (await people.last(assistant)).replace("\u00a0", " ")
    await people.press(holder, "Снять: Неволин Егор Маркович")
    await people.say(assistant, "/start")
    assert "для членов проектного офиса" in await people.last(assistant)


async def test_an_officers_assistant_sends_a_registry_that_the_officer_confirms(
    seeded: Town, profile: OfficeProfile
) -> None:
    people, officer = seeded, seeded.seat[9]
    assistant = await name_assistant(people, 9)
    export = made_up_exports(datetime.fromisoformat("2026-11-23T10:00:00+05:00"), profile)["incident"]
    await people.send_file(assistant, export.file_name, export.content)
    assert "Ждёт подтверждения" in await people.last(assistant)
    assert not await people.has_button(assistant, "Применить")
    assert "Подготовил помощник: Неволин" in await people.last(officer)
    await people.press(officer, "Подтвердить")
    assert "Загружено" in await people.last(officer) or "новых" in await people.last(officer)
    assert not await people.has_button(officer, "Подтвердить")
