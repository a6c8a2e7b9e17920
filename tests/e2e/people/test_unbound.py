"""A person whose seat was taken away: everything ends at once, open cards and waiting notices included."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import insert
from sqlalchemy.ext.asyncio import create_async_engine

from bot.storage.outbox.tables import outbox
from domain.office.profile import OfficeProfile
from handlers import digests, imports, incidents, messages
from handlers.people import dismissal
from tests.e2e.conftest import Town
from tests.e2e.people.test_ways_in import CONVENE, state
from tests.e2e.refused import STRANGER

FAREWELL = "Ваш чат больше не связан с проектным офисом."
CARDS = ("/digest", "/messages", "/tasks", "/recommendations", "/proposals", "/request", "/settings")


async def unbind(people: Town, seat: int) -> None:
    """The head unbinds a seat's account."""
    head = people.seat[1]
    await people.say(head, "/roster")
    await people.press(head, str(seat))
    await people.press(head, "Отвязать чат")


@pytest.mark.long
async def test_no_card_lives_on_in_the_chat_of_somebody_unbound(seeded: Town) -> None:
    people, head, former = seeded, seeded.seat[1], seeded.seat[4]
    await people.say(head, CONVENE)
    await people.press(head, "Разослать")
    for command in CARDS:
        await people.say(former, command)
    cards = [one for one in await people.messages(former) if one["buttons"]]
    assert len(cards) >= 5
    await unbind(people, 4)
    assert (await people.last(former)).startswith(FAREWELL)
    before, entries = await state(people, former), await people.entries()

    for card in cards:
        for row in card["buttons"]:
            for button in row:
                if button["data"] and button["data"] != "none":
                    shown = await people.tap(former, former, card["message_id"], button["data"])
                    assert shown["answer"] == STRANGER, button
    assert await people.entries() == entries

    # The office lives on: what those cards showed changes.
    await people.press(head, "Буду")
    await people.say(head, "/messages")
    await people.press(head, "1")
    await people.press(head, "Ответ дан")
    await people.say(head, "/propose Мосты")
    await people.press(head, "Внести")
    assert await people.entries() > entries
    assert await state(people, former) == before


async def test_nothing_that_citizens_wrote_stays_in_the_chat(seeded: Town) -> None:
    people, former = seeded, seeded.seat[4]
    for command in ("/digest", "/messages"):
        await people.say(former, command)
    await people.press(former, "1")
    written = [one for one in await people.messages(former) if one["buttons"]]
    assert len(written) > 2
    others = [one for one in await people.messages(former) if one not in written]
    await unbind(people, 4)
    now = {one["message_id"]: one for one in await people.messages(former)}
    for one in written:
        assert (
            now[one["message_id"]]["text"]
            == "Этот чат больше не связан с проектным офисом, и карточка стёрта."
        )
        assert now[one["message_id"]]["buttons"] == []
    assert [now[one["message_id"]]["text"] for one in others] == [one["text"] for one in others]


async def test_what_waited_for_the_end_of_quiet_hours_never_comes(
    seeded: Town, profile: OfficeProfile
) -> None:
    people, head, former = seeded, seeded.seat[1], seeded.seat[4]
    await people.say(former, "/settings")
    await people.press(former, "Свои часы")
    await people.say(former, "09:00–18:00")
    before = await people.newest(former)
    await people.say(head, CONVENE)
    await people.press(head, "Разослать")
    await unbind(people, 4)
    assert await people.read(former, before) == []
    await people.move_clock(datetime(2026, 11, 23, 18, 30, tzinfo=profile.time_zone))
    assert [text.startswith(FAREWELL) for text in await people.read(former, before)] == [True]


async def test_a_file_that_was_asked_for_in_time_is_not_sent_to_a_stranger(seeded: Town) -> None:
    people, stranger = seeded, seeded.people["stranger"]
    await people.say(people.seat[1], "/start")
    file = {"text": "Протокол", "rows": [], "file_id": "no-such-file", "photo": False}
    engine = create_async_engine(people.database)
    async with engine.begin() as connection:
        moment = datetime.fromisoformat("2026-11-23T05:00:00+00:00")
        await connection.execute(
            insert(outbox).values(
                chat_id=stranger, kind="file", subject="", content=file, live=False, created_at=moment
            )
        )
    await engine.dispose()
    calls = (await people.call("GET", "/api/stats")).get("sendDocument", 0)
    await people.say(stranger, "/start")
    assert await people.last(stranger) == STRANGER
    assert (await people.call("GET", "/api/stats")).get("sendDocument", 0) == calls


async def test_a_units_contact_and_a_guest_are_let_go_by_the_head(seeded: Town) -> None:
    people, head, unit = seeded, seeded.seat[1], seeded.people["unit"]
    await people.say(unit, "/tasks")
    await people.say(head, "/roster")
    await people.press(head, "Контакты и приглашённые · 2")
    listed = await people.last(head)
    assert "Контакты подразделений и приглашённые · 2" in listed
    await people.tap(head, head, await people.newest(head), f"contact:ask:{unit}")
    assert "дождутся другого контакта" in await people.last(head)
    await people.press(head, "Подтвердить")
    assert (await people.last(unit)).startswith(FAREWELL)
    await people.say(unit, "/tasks")
    assert await people.last(unit) == STRANGER
    await people.say(head, "/roster")
    await people.press(head, "Контакты и приглашённые · 1")
    assert "· 1" in await people.last(head)


def test_the_cards_that_are_wiped_are_those_of_the_rooms_of_citizens() -> None:
    rooms = (messages.FEATURE, incidents.FEATURE, digests.FEATURE, imports.FEATURE)
    assert set(dismissal.OF_CITIZENS) == {kind for room in rooms for kind in room.cards}
