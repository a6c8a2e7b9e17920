"""Digits that are none, in every command and in every button: words for who sends them, nobody else waits.

The table is made of what the rooms say of themselves, so that a new command or a new button is in it.
"""

from __future__ import annotations

import asyncio
from itertools import product

import pytest
from sqlalchemy import func, select
from structlog.testing import capture_logs

from bot.sandbox import writing
from bot.sandbox.chatting import Answer
from bot.storage.outbox.tables import outbox
from bot.storage.updates import parked_updates, poison_updates
from handlers import CONVERSATIONS
from handlers.chat.taps import Tap
from tests.e2e.conftest import Town

ODD = ("²", "٣", "۵", "１", "౩", "1" + "0" * 30, "-0", "1e9", "1_000", "\x00", "", "9" * 19, "0")
KINDS: list[type[Tap]] = list(dict.fromkeys(taps.kind for taps, _ in CONVERSATIONS.taps.values()))


def acts_of(kind: type[Tap]) -> list[str]:
    return [act for (_, act), (taps, _) in CONVERSATIONS.taps.items() if taps.kind is kind]


def forged(kind: type[Tap]) -> list[str]:
    """Every act with odd digits in each of its fields in turn, alone and after a part of a value."""
    acts = acts_of(kind)
    # The first field is the act, where there is one.
    fields = list(kind.model_fields)[1 if acts[0] else 0 :]
    made = []
    for (place, _), (turn, odd) in product(enumerate(fields), enumerate(ODD)):
        values = ["1"] * len(fields)
        values[place] = odd if turn % 2 else f"1-{odd}"
        act = acts[(place + turn) % len(acts)]
        made.append(":".join([kind.__prefix__, *([act] if act else []), *values])[:64])
    return made


async def trouble(people: Town) -> int:
    """How many updates wait or were set aside."""
    async with people.behind_its_back() as database:
        counts = [
            await database.scalar(select(func.count()).select_from(table))
            for table in (parked_updates, poison_updates)
        ]
    return sum(int(count or 0) for count in counts)


async def cards(people: Town, chat: int) -> dict[str, int]:
    """The newest card of each kind in a chat."""
    async with people.behind_its_back() as database:
        found = await database.execute(
            select(outbox.c.kind, func.max(outbox.c.message_id))
            .where(outbox.c.chat_id == chat, outbox.c.message_id.is_not(None))
            .group_by(outbox.c.kind)
        )
        return {row.kind: row[1] for row in found}


async def tap(people: Town, person: int, message_id: int, data: str) -> Answer | None:
    """A person taps a forged button."""
    assert people.world is not None
    return await writing.tap(
        people.world, {"from": person, "chat": person, "message_id": message_id, "button": data}
    )


async def untroubled(people: Town) -> None:
    """Nothing waits, nothing was set aside, no rule was broken, and others are answered."""
    third = people.seat[3]
    before = await people.newest(third)
    await people.say(third, "/help")
    assert len(await people.read(third, before)) == 1
    assert await trouble(people) == 0
    assert await people.violations() == []


async def test_what_once_stopped_everyone(seeded: Town) -> None:
    people, head, guest = seeded, seeded.seat[1], seeded.people["guest"]
    with capture_logs() as logs:
        await people.say(head, "/invite ²")
        assert "Такого места в составе нет" in await people.last(head)
        await people.say(guest, "/help")
        shown = await people.tap(guest, guest, await people.newest(guest), "digest:page:²")
        assert shown["answer"].startswith("Эта карточка устарела")
        await people.say(head, "/settings")
        await people.press(head, "In English")
        await people.say(head, "/invite ²")
        assert "There is no such seat" in await people.last(head)
        shown = await people.tap(head, head, await people.newest(head), "digest:page:²")
        assert shown["answer"].startswith("This card is outdated")
    assert [one for one in logs if one["log_level"] == "error"] == []
    await untroubled(people)


@pytest.mark.long
@pytest.mark.parametrize("odd", ODD)
async def test_every_command_has_words_for_them(seeded: Town, odd: str) -> None:
    people, head = seeded, seeded.seat[1]
    with capture_logs() as logs:
        for name in CONVERSATIONS.typed:
            before = await people.newest(head)
            await people.say(head, f"/{name} {odd}")
            assert await people.read(head, before), name
    assert [one for one in logs if one["log_level"] == "error"] == []
    await untroubled(people)


@pytest.mark.long
async def test_every_button_has_words_for_them(seeded: Town) -> None:
    people, head = seeded, seeded.seat[1]
    for name in CONVERSATIONS.typed:
        await people.say(head, f"/{name}")
    known = await cards(people, head)
    newest = await people.newest(head)
    with capture_logs() as logs:
        for kind in KINDS:
            under = max([known.get(card, 0) for card in CONVERSATIONS.stands_on(kind.__prefix__)], default=0)
            made = forged(kind)
            answers = await asyncio.gather(*(tap(people, head, under or newest, data) for data in made))
            assert None not in answers, kind
            await people.settle()
    assert [one for one in logs if one["log_level"] == "error"] == []
    await untroubled(people)


@pytest.mark.parametrize("text", ["01.01.0001 00:00", "31.12.9999 23:59", "٢٩.١١"])
async def test_a_day_outside_the_calendar_has_words(seeded: Town, text: str) -> None:
    people, officer = seeded, seeded.seat[9]
    with capture_logs() as logs:
        await people.say(officer, "/add Не убран снег")
        card = await people.newest(officer)
        await people.tap(officer, officer, card, "add:ask:day")
        await people.say(officer, text)
        assert "дат" in (await people.last(officer)).lower()
    assert [one for one in logs if one["log_level"] == "error"] == []
    await untroubled(people)
