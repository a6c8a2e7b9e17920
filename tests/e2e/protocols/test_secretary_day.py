"""A protocol whose secretary the profile names: prepared, worded, countersigned."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from bot.profiles import profile_text
from domain.office.profile import OfficeProfile
from tests.documents.test_documents import docx_text, pdf_text, squeezed
from tests.e2e.conftest import town
from tests.e2e.meetings.test_meeting_day import CONVENE
from tests.e2e.people.test_assistants_day import name_assistant
from tests.e2e.people.test_people_day import commands
from tests.e2e.protocols.test_protocol_day import PROTOCOL, hold

SECRETARY = '[secretary]\nname = "Неволин Егор Маркович"\nposition = "главный специалист"\n\n[quorum]'


@pytest.mark.long
async def test_the_secretary_words_and_countersigns_and_the_paper_carries_both(
    tmp_path: Path, profile: OfficeProfile
) -> None:
    (tmp_path / "office.toml").write_text(profile_text().replace("[quorum]", SECRETARY, 1), "utf-8")
    noon = datetime(2026, 11, 25, 12, 0, tzinfo=profile.time_zone)
    async with town(tmp_path, noon, profile=tmp_path / "office.toml") as people:
        head, secretary = people.seat[1], await name_assistant(people, 4)
        await people.say(secretary, "/start")
        assert "Вы ведёте протоколы заседаний" in await people.last(secretary)
        assert "convene" in await commands(people, secretary)
        await people.say(secretary, CONVENE)
        assert not await people.has_button(secretary, "Разослать")
        assert await people.has_button(secretary, "На подтверждение")
        await people.press(secretary, "Отмена")
        await hold(people, profile)
        assert "Протокол № 1 ждёт вашей подписи" in await people.text(secretary, "Вы ведёте протоколы")
        papers = await people.files(secretary, 0)
        assert squeezed("Протокол вёл: Неволин Е. М.") in pdf_text(papers[f"{PROTOCOL}, проект.pdf"])

        await people.press(secretary, "Исправить формулировку")
        await people.press(secretary, "1. Уборка снега")
        assert not await people.has_button(secretary, "Решили")
        forged = await people.tap(secretary, secretary, await people.newest(secretary), "prot:decided:1:1")
        assert forged["alert"]
        await people.press(secretary, "Слушали")
        await people.say(secretary, "О вывозе снега")
        await people.press(secretary, "Подтвердить")

        card = (await people.card(head, "Протокол № 1 · заседание"))["message_id"]
        await people.tap(head, head, card, "Подписать")
        asked = await people.text(head, "Протокол № 1 · заседание")
        assert "Секретарь ещё не подписал: Неволин Егор Маркович" in asked
        await people.press(head, "Отмена")
        own = (await people.card(secretary, "Протокол № 1 · заседание"))["message_id"]
        await people.tap(secretary, secretary, own, "Подписать")
        assert "Подписать как секретарь" in await people.text(secretary, "Протокол № 1 · заседание")
        await people.press(secretary, "Подтвердить")
        assert "Секретарь подписал: Неволин" in await people.text(head, "Протокол № 1 · заседание")
        assert not await people.has_button(secretary, "Подписать")
        before = await people.newest(head)
        await people.press(head, "Подписать")
        printed = pdf_text((await people.files(head, before))[f"{PROTOCOL}.pdf"])
        assert f"{PROTOCOL}.pdf" in await people.files(secretary, before)
        assert printed.count(squeezed("Подписано простой электронной подписью")) == 2
        assert squeezed("Секретарь") in printed and squeezed("О вывозе снега") in printed
        assert docx_text(papers[f"{PROTOCOL}, проект.docx"]).count("Не подписано") == 2
        late = await people.tap(secretary, secretary, await people.newest(secretary), "prot:heard:1:1")
        assert late["alert"] and "уже подписан" in late["answer"]
        assert await people.violations() == []


async def test_a_member_who_keeps_the_protocols_finds_convening_beside_what_is_theirs(
    tmp_path: Path, profile: OfficeProfile
) -> None:
    named = profile_text().replace("[quorum]", "[secretary]\nseat = 5\n\n[quorum]", 1)
    (tmp_path / "office.toml").write_text(named, "utf-8")
    noon = datetime(2026, 11, 25, 12, 0, tzinfo=profile.time_zone)
    async with town(tmp_path, noon, profile=tmp_path / "office.toml") as people:
        head, secretary = people.seat[1], people.seat[5]
        await people.say(secretary, "/start")
        assert "Вы ведёте протоколы заседаний" in await people.last(secretary)
        assert {"convene", "digest", "tasks", "absence"} <= set(await commands(people, secretary))
        assert "invite" not in await commands(people, secretary)
        await people.press(secretary, "Ещё")
        assert await people.has_button(secretary, "Созвать заседание")
        await people.say(secretary, "/help")
        assert "Руководитель блока отвечает" in await people.last(secretary)
        assert "Секретарь готовит заседания (/convene)" in await people.last(secretary)

        await people.say(secretary, CONVENE)
        assert "Подготовил секретарь: Ольга Степановна Мальцева" in await people.last(secretary)
        assert not await people.has_button(secretary, "Разослать")
        await people.press(secretary, "На подтверждение")
        assert "Ждёт подтверждения: М. О. Ветлугина" in await people.last(secretary)
        assert not await people.has_button(secretary, "На подтверждение")
        assert "Повестку подготовил секретарь. «Подтвердить» разошлёт её" in await people.last(head)
        await people.press(head, "Подтвердить")
        assert await people.has_button(secretary, "Буду")
        assert "convene" not in await commands(people, people.seat[4])
        assert await people.violations() == []
