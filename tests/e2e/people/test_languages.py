"""A person chooses the language of their chat; what others read stays in the office's."""

from __future__ import annotations

from tests.e2e.conftest import Town
from tests.e2e.meetings.test_meeting_day import CONVENE


async def test_cards_answers_and_refusals_speak_the_chosen_language_to_that_person_alone(
    seeded: Town,
) -> None:
    people, head, member, other = seeded, seeded.seat[1], seeded.seat[4], seeded.seat[5]
    await people.say(member, "/settings")
    assert "Язык: русский" in await people.last(member)
    assert await people.press(member, "In English") == "Noted."
    assert "Language: English" in await people.last(member)
    await people.say(member, "/help")
    assert "/digest — Digest" in await people.last(member)
    await people.say(member, "/digest")
    assert "Overdue" in await people.last(member)
    await people.say(member, "/convene")
    assert await people.last(member) == "Only the head convenes meetings (cl. 3.2). Ask М. О. Ветлугина."
    await people.say(other, "/digest")
    assert "Просрочено" in await people.last(other)

    # What they cause for others, and what the group reads, is in the office's language.
    await people.say(head, CONVENE)
    await people.press(head, "Разослать")
    assert await people.has_button(other, "Буду")
    invitation = await people.last(member)
    assert "Meeting No" in invitation
    assert "Заседание №" in "".join(await people.read(people.group))

    await people.say(member, "/settings")
    await people.press(member, "По-русски")
    await people.say(member, "/help")
    assert "/digest — Сводка" in await people.last(member)
    assert await people.violations() == []


async def test_an_unknown_language_is_an_outdated_card(seeded: Town) -> None:
    people, member = seeded, seeded.seat[4]
    await people.say(member, "/settings")
    card = (await people.messages(member))[-1]
    shown = await people.tap(member, member, card["message_id"], "set:language:7")
    assert shown["alert"] is True
    await people.say(member, "/help")
    assert "/digest — " in await people.last(member)
