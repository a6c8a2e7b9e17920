"""The messenger's own means: tags in the group, silence while the office rests, marks for messages."""

from __future__ import annotations

from datetime import datetime

from domain.office.profile import OfficeProfile
from tests.e2e.conftest import Town
from tests.e2e.meetings.test_meeting_day import CONVENE


async def test_holders_bear_the_tags_of_their_seats_in_the_group(
    seeded: Town, profile: OfficeProfile
) -> None:
    people, member = seeded, seeded.seat[3]

    async def tag() -> str:
        await people.call(
            "POST", "/api/messages", json={"from": member, "chat": people.group, "text": "Доброе утро"}
        )
        return str((await people.messages(people.group))[-1]["tag"])

    await people.move_clock(datetime(2026, 11, 23, 10, 6, tzinfo=profile.time_zone))
    assert await tag() == "соцсфера"
    await people.say(people.seat[1], "/roster")
    await people.press(people.seat[1], "3")
    await people.press(people.seat[1], "Вакансия")
    await people.move_clock(datetime(2026, 11, 23, 10, 12, tzinfo=profile.time_zone))
    assert await tag() == ""
    assert await people.violations() == []


async def test_what_is_not_urgent_makes_no_sound_while_the_office_rests(
    seeded: Town, profile: OfficeProfile
) -> None:
    people, head, member = seeded, seeded.seat[1], seeded.seat[4]

    async def notice_sounds() -> bool:
        await people.say(head, CONVENE)
        await people.press(head, "Разослать")
        assert await people.has_button(member, "Буду")
        return not (await people.messages(member))[-1]["silent"]

    assert await notice_sounds()
    await people.move_clock(datetime(2026, 11, 23, 22, 0, tzinfo=profile.time_zone))
    assert not await notice_sounds()


async def test_a_reason_is_taken_note_of_by_a_mark_on_it(seeded: Town) -> None:
    people, member = seeded, seeded.seat[4]
    await people.say(people.seat[1], CONVENE)
    await people.press(people.seat[1], "Разослать")
    await people.press(member, "Не смогу")
    assert "Почему — напишите" in await people.last(member)
    await people.say(member, "/start")  # a step aside: nothing is asked any more, and it can be asked again
    assert not any("Почему — напишите" in text for text in await people.read(member))
    await people.press(member, "Не смогу")
    await people.say(member, "Командировка")
    said = (await people.messages(member))[-1]
    assert (said["text"], said["reaction"]) == ("Командировка", "👍")
    assert await people.violations() == []


async def test_an_answer_in_the_group_is_seen_by_whoever_asked(seeded: Town) -> None:
    """`/digest` belongs in the private chat: the group neither reads it nor that it was refused."""
    people, member = seeded, seeded.seat[4]
    before = await people.newest(people.group)
    await people.call("POST", "/api/messages", json={"from": member, "chat": people.group, "text": "/digest"})
    await people.settle()
    (_, said) = await people.messages(people.group, before)
    assert "личный чат" in said["text"] and said["aside_to"] == member
    assert await people.violations() == []


async def test_where_the_messenger_lets_no_answer_aside_it_is_said_plainly(seeded: Town) -> None:
    people, member = seeded, seeded.seat[4]
    assert people.world is not None
    people.world.asides = False
    before = await people.newest(people.group)
    await people.call("POST", "/api/messages", json={"from": member, "chat": people.group, "text": "/digest"})
    await people.settle()
    (_, said) = await people.messages(people.group, before)
    assert "личный чат" in said["text"] and said["aside_to"] is None
