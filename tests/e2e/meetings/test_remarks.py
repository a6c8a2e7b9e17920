"""Draft decisions read and remarked on before the meeting."""

from __future__ import annotations

import pytest

from domain.office.profile import OfficeProfile
from tests.e2e.conftest import Town
from tests.e2e.meetings.test_floor_day import tap_in_panel
from tests.e2e.meetings.test_meeting_day import convene


@pytest.mark.long
async def test_members_remark_on_drafts_before_the_meeting(on_the_day: Town, profile: OfficeProfile) -> None:
    people, head, speaker, member = on_the_day, *(on_the_day.seat[one] for one in (1, 4, 3))
    await convene(people, profile)
    await people.press(member, "Проекты решений")
    await people.press(member, "Замечание к проекту 1")
    assert "в протокол оно не попадёт" in await people.last(member)
    await people.say(member, "Срок <мал>")
    assert "Срок <мал>" in await people.text(member, "Проекты решений")
    for chat in (head, speaker):
        assert "Срок <мал>" in await people.text(chat, "Замечание к проекту решения · заседание № 1")
        await people.press(chat, "Проекты решений")
        shown = await people.text(chat, "Проекты решений")
        assert "Усилить контроль подрядчика\n\nЗамечание к проекту · " in shown and "Срок <мал>" in shown
    other = people.seat[6]
    await people.press(other, "Проекты решений")
    assert "Срок" not in await people.text(other, "Проекты решений")
    assert "Замечаний к проектам решений: 1" in await people.text(head, "Заседание № 1")

    await people.gather(1, 2, 3, 4, 5)
    await people.press(head, "Открыть заседание")
    await tap_in_panel(people, head, "Вопрос 1…")
    assert "Срок <мал>" in await people.text(head, "Заседание № 1")
    assert not await people.has_button(member, "Замечание к проекту 1")
    assert await people.violations() == []
