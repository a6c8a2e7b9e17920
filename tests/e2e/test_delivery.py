"""What goes out while the messenger fails: nothing lost, in order, a possible repeat marked."""

from __future__ import annotations

import asyncio

import pytest

from tests.e2e.conftest import Town

ASK = "/help"
ANSWER = "/help — Помощь"


async def fault(
    people: Town, kind: str, *, method: str = "sendMessage", times: int = 1, seconds: float = 1
) -> None:
    """The next calls of the method fail so."""
    body = {"method": method, "kind": kind, "times": times, "seconds": seconds}
    await people.call("POST", "/api/faults", json=body)


@pytest.mark.parametrize("kind", ["429", "500", "drop", "late"])
async def test_a_notice_arrives_once_after_a_failure(seeded: Town, kind: str) -> None:
    people, person = seeded, seeded.seat[3]
    before = await people.newest(person)
    await fault(people, kind, times=1 if kind == "late" else 2)
    await people.say(person, ASK)
    found = [text for text in await people.read(person, before) if ANSWER in text]
    assert len(found) == 1
    assert await people.violations() == []


async def test_a_lost_answer_is_repeated_once_and_marked(seeded: Town) -> None:
    people, person = seeded, seeded.seat[3]
    before = await people.newest(person)
    await fault(people, "lost")
    await people.say(person, ASK)
    first, second = [text for text in await people.read(person, before) if ANSWER in text]
    assert "повтор" not in first and second.startswith("(повтор")


async def ask_again(people: Town, *kinds: str) -> list[str]:
    """A card is asked for, its sends fare like this, it is asked for again meanwhile: what stands then."""
    person = people.seat[3]
    before, asked = await people.newest(person), {"from": person, "chat": person, "text": "/tasks"}
    for kind in kinds:
        await fault(people, kind)
    await people.call("POST", "/api/messages", json=asked)
    while await people.newest(person) < before + 2:  # noqa: ASYNC110 — over HTTP, nothing rings: words, card
        await asyncio.sleep(0.01)
    await people.call("POST", "/api/messages", json=asked)
    await people.settle()
    return await people.read(person, before)


async def test_a_card_replaced_before_it_is_known_to_be_there_comes_as_a_repeat(seeded: Town) -> None:
    first, second = await ask_again(seeded, "lost", "drop")
    assert "повтор" not in first and second.startswith("(повтор")


async def test_a_card_replaced_on_its_way_leaves_the_chat(seeded: Town) -> None:
    (card,) = await ask_again(seeded, "late")
    assert "повтор" not in card


@pytest.mark.long
async def test_answers_come_in_order_after_an_outage(seeded: Town) -> None:
    people, person = seeded, seeded.seat[1]
    before = await people.newest(person)
    await fault(people, "drop", times=3)
    for number in range(1, 6):
        text = f"/convene не дата {number}"
        await people.call("POST", "/api/messages", json={"from": person, "chat": person, "text": text})
    await people.call("POST", "/api/messages", json={"from": person, "chat": person, "text": ASK})
    await people.settle()
    texts = await people.read(person, before)
    refused = [text for text in texts if "Созыв не прочитан" in text]
    assert [f"«не дата {number}»" in text for number, text in enumerate(refused, 1)] == [True] * 5
    assert ANSWER in texts[-1]


async def test_a_person_who_blocked_the_bot_keeps_nobody_else_waiting(seeded: Town) -> None:
    people = seeded
    await fault(people, "blocked")
    await people.say(people.seat[3], ASK)
    before = await people.newest(people.seat[4])
    await people.say(people.seat[4], ASK)
    assert ANSWER in (await people.read(people.seat[4], before))[-1]


async def test_an_edit_that_failed_shows_the_latest_state(seeded: Town) -> None:
    people, head = seeded, seeded.seat[1]
    await people.say(head, "/convene 25.11.2026 15:00 каб. 12\n1. Вопрос")
    await people.press(head, "Разослать")
    await fault(people, "500", method="editMessageText", times=4)
    for seat in (2, 3, 4):
        await people.press(people.seat[seat], "Буду")
    assert "Придут 3 из 9" in await people.text(head, "Заседание № 1")
    assert "Придут 3 из 9" in await people.text(people.group, "Заседание № 1")


@pytest.mark.long
async def test_a_tap_whose_answer_is_lost_still_counts(seeded: Town) -> None:
    people, head = seeded, seeded.seat[1]
    await people.say(head, "/convene 25.11.2026 15:00 каб. 12\n1. Вопрос")
    await people.press(head, "Разослать")
    await fault(people, "drop", method="answerCallbackQuery", times=20)
    card = await people.card(people.seat[2], "Заседание № 1")
    body = {
        "from": people.seat[2],
        "chat": people.seat[2],
        "message_id": card["message_id"],
        "button": "Буду",
    }
    shown = await people.call("POST", "/api/taps", json=body)
    await people.settle()
    assert shown["answer"] is None
    assert "Придёт 1 из 9" in await people.text(head, "Заседание № 1")
