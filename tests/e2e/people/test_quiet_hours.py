"""Notices wait for the end of quiet hours; votes and answers do not."""

from __future__ import annotations

from datetime import datetime

import pytest

from domain.office.profile import OfficeProfile
from tests.e2e.conftest import Town
from tests.e2e.meetings.test_meeting_day import CONVENE


@pytest.mark.long
async def test_a_notice_waits_for_the_morning_and_an_answer_does_not(
    seeded: Town, profile: OfficeProfile
) -> None:
    people, head, member = seeded, seeded.seat[1], seeded.seat[4]
    await people.say(member, "/settings")
    await people.press(member, "Свои часы")
    await people.say(member, "вечером")
    assert "Часы не читаются" in await people.last(member)
    await people.say(member, "21:30–07:15")
    assert "Тихие часы: 21:30–07:15" in await people.last(member)
    await people.move_clock(datetime(2026, 11, 23, 22, 0, tzinfo=profile.time_zone))
    before = await people.newest(member)
    await people.say(head, CONVENE)
    await people.press(head, "Разослать")
    assert await people.has_button(people.seat[5], "Буду")
    assert await people.read(member, before) == []
    await people.say(member, "/roster")
    assert "Состав проектного офиса" in await people.last(member)
    before = await people.newest(member)
    await people.move_clock(datetime(2026, 11, 24, 7, 10, tzinfo=profile.time_zone))
    assert await people.read(member, before) == []
    await people.move_clock(datetime(2026, 11, 24, 7, 20, tzinfo=profile.time_zone))
    [notice] = await people.read(member, before)
    assert notice.startswith("Заседание №")
    assert await people.violations() == []


@pytest.mark.long
async def test_a_vote_comes_at_any_hour(on_the_day: Town, profile: OfficeProfile) -> None:
    people, head, member = on_the_day, on_the_day.seat[1], on_the_day.seat[4]
    await people.say(member, "/settings")
    await people.press(member, "20:00–08:00")
    await people.say(head, CONVENE.replace("15:00", "21:00"))
    await people.press(head, "Разослать")
    await people.move_clock(datetime(2026, 11, 25, 20, 5, tzinfo=profile.time_zone))
    assert "Сегодня в 21:00" in "".join(await people.read(member))
    await people.move_clock(datetime(2026, 11, 25, 21, 0, tzinfo=profile.time_zone))
    assert "Присутствую" in str((await people.card(member, "Заседание № 1"))["buttons"])
    await people.gather(1, 2, 3, 4, 5)
    await people.press(head, "Открыть заседание")
    await people.press(head, "На голосование")
    assert "Уборка снега" in await people.text(member, "Вопрос 1")
