"""A meeting interrupted until the next day and taken up again, as its people live it."""

from __future__ import annotations

from datetime import datetime

import pytest

from domain.office.profile import OfficeProfile
from tests.documents.test_documents import docx_text, pdf_text, squeezed
from tests.e2e.conftest import Town
from tests.e2e.meetings.test_meeting_day import vote
from tests.e2e.meetings.test_room_day import opened


@pytest.mark.long
async def test_a_meeting_goes_on_the_next_day_with_one_protocol(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people, member, late = on_the_day, on_the_day.seat[3], on_the_day.seat[6]
    head = await opened(people, 1, 2, 3, 4, 5)
    await people.say(head, "/convene 26.11.2026 11:30 каб. 12\n1. Другое заседание тех же людей")
    await people.press(head, "Разослать")
    await vote(people, {1: "За", 2: "За", 3: "За"})
    await people.press(head, "Перерыв")
    await people.press(head, "До другого дня")
    await people.say(head, "послезавтра")
    assert "Не понял дату и время" in await people.last(head)
    await people.say(head, "26.11 10:00")
    asked = await people.text(head, "Заседание № 1")
    assert "Прервать заседание № 1 до 26 ноября" in asked
    assert "Пересекается с заседанием № 2, 26 ноября в 11:30" in asked
    before = await people.newest(late)
    await people.press(head, "Подтвердить")
    assert any("прервано и продолжится 26 ноября" in said for said in await people.read(late, before))
    assert people.world is not None and not any(people.world.pins.values())
    assert "прервано" in (await people.text(people.group, "Заседание № 1")).casefold()
    await people.press(member, "Буду")
    early = await people.tap(
        member, member, (await people.card(member, "Заседание № 1"))["message_id"], "meet:in:1:0"
    )
    assert early["alert"]

    before = await people.newest(member)
    await people.move_clock(datetime(2026, 11, 26, 9, 0, tzinfo=profile.time_zone))
    assert any("Сегодня в 10:00" in said for said in await people.read(member, before))
    await people.move_clock(datetime(2026, 11, 26, 10, 0, tzinfo=profile.time_zone))
    await people.gather(1, 2, 6, 7)
    assert people.world.pins[late] == [(await people.card(late, "Заседание № 1"))["message_id"]]
    card = (await people.card(head, "Заседание № 1"))["message_id"]
    refused = await people.tap(head, head, card, "Продолжить заседание")
    assert refused["alert"] and "п. 4.3.1" in refused["answer"]
    await people.gather(8)
    await people.press(head, "Продолжить заседание")
    await vote(people, {1: "За", 2: "За", 6: "За"})
    await people.press(head, "Закрыть заседание")
    papers = await people.files(head, 0)
    printed = pdf_text(next(content for name, content in papers.items() if name.endswith(".pdf")))
    for words in (
        "Заседание 25 ноября 2026 г. с 15:00",
        "Заседание 26 ноября 2026 г. с 10:00",
        "при открытии присутствуют 5 из 9, при продолжении — 5",
    ):
        assert squeezed(words) in printed
    written = docx_text(next(content for name, content in papers.items() if name.endswith(".docx")))
    assert written.count("ПРИСУТСТВОВАЛИ") == 2
    assert await people.violations() == []
