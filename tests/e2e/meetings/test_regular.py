"""A regular meeting: set by the head, proposed by the bot once, sent or skipped by a tap alone."""

from __future__ import annotations

from datetime import datetime

import pytest

from domain.office.profile import OfficeProfile
from tests.e2e.conftest import Town


async def set_regular(people: Town, day: str, rhythm: str, words: str) -> None:
    """The head sets one from this day of December on, at ten."""
    head = people.seat[1]
    await people.press(head, "Назначить")
    await people.press(head, "›")
    await people.press(head, day)
    await people.press(head, rhythm)
    await people.press(head, "10:00")
    await people.say(head, words)


@pytest.mark.long
async def test_a_regular_meeting_is_proposed_once_and_sent_by_a_tap(
    seeded: Town, profile: OfficeProfile
) -> None:
    people, head = seeded, seeded.seat[1]

    async def proposed_by(day: int) -> list[str]:
        """Drafts that were proposed to the head by the morning of this day of November."""
        await people.move_clock(datetime(2026, 11, day, 8, 31, tzinfo=profile.time_zone))
        read = [text.replace("\u00a0", " ") for text in await people.read(head)]
        return [text for text in read if text.startswith("Регулярное заседание:")]

    await people.say(head, "/regular")
    question = "1. Ход работы | место 8 | Принять к сведению"
    await set_regular(people, "1", "каждый второй вторник", f"каб. 12\n{question}")
    await set_regular(people, "2", "каждую первую среду месяца", "—")
    shown = await people.text(head, "Регулярные заседания")
    assert "1. каждый второй вторник, 10:00, каб. 12 · следующее 1 декабря, 1 постоянный вопрос" in shown
    assert "2. каждую первую среду месяца, 10:00 · следующее 2 декабря" in shown

    (first,) = await proposed_by(24)
    assert "каждый второй вторник, 10:00" in first and "1. Ход работы" in first
    assert "Заседание № 1" not in "\n".join(await people.read(people.seat[4]))
    await people.press(head, "Изменить")
    await people.press(head, "Место")
    await people.say(head, "каб. 14")
    await people.press(head, "Разослать")
    notice = await people.text(people.seat[4], "Заседание № 1 · вторник, 1 декабря, 10:00")
    assert "каб. 14" in notice and "1. Ход работы" in notice

    (second,) = await proposed_by(25)
    assert "каждую первую среду месяца" in second
    await people.press(head, "Пропустить")
    await people.say(head, "/regular")
    await people.press(head, "Завершить 1")
    left = await people.text(head, "Регулярные заседания")
    assert "вторник" not in left and "следующее 11 января" in left  # the 6th is a holiday
    assert await people.violations() == []
