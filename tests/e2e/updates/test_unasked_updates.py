"""Kinds of updates that the bot never asked for, sent all the same: edits, posts, inline queries, reactions.

The sandbox keeps such updates back as the messenger does; here they come nevertheless, both ways in.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from aiogram.types import Update
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.sandbox.updates import FIRST_ID
from bot.storage.columns import metadata
from tests.e2e.conftest import Town
from tests.e2e.people.test_ways_in import CONVENE
from tests.e2e.updates.test_webhook import RIGHT, by_webhook, post

DATE = 1_795_000_000
UNKNOWN = {"id": -1_009_999_999_999, "type": "channel", "title": "Чужой канал"}
WORDS = (CONVENE, "/propose Уборка снега", "/bind", "/start", "Уборка снега", "За", "/invite 5")
NUMBERS = count(FIRST_ID + 500_000)


def user(person: int) -> dict[str, Any]:
    """A person as the messenger names them."""
    return {"id": person, "is_bot": False, "first_name": "Имя"}


def chat(person: int) -> dict[str, Any]:
    """A person's private chat."""
    return {"id": person, "type": "private", "first_name": "Имя"}


def message(person: int, text: str, **more: Any) -> dict[str, Any]:
    """A message of a person's in their private chat."""
    return {"message_id": 1, "date": DATE, "chat": chat(person), "from": user(person), "text": text, **more}


def membership(where: dict[str, Any], by: int, who: dict[str, Any], status: str) -> dict[str, Any]:
    """Somebody's membership as it has become."""
    old = {"user": who, "status": "member"}
    new = {"user": who, "status": status, **({"until_date": 0} if status == "kicked" else {})}
    return {"chat": where, "from": user(by), "date": DATE, "old_chat_member": old, "new_chat_member": new}


def unasked(people: Town) -> list[dict[str, Any]]:
    """Updates of every other kind, from people who may do much and from one who may do nothing."""
    head, third, stranger = people.seat[1], people.seat[3], people.people["stranger"]
    group = {"id": people.group, "type": "supergroup", "title": "Офис"}
    bot = {"id": 7_000_000_001, "is_bot": True, "first_name": "Бот"}
    post = {"message_id": 1, "date": DATE, "chat": UNKNOWN, "sender_chat": UNKNOWN}
    reaction = {"type": "emoji", "emoji": "👍"}
    reacted = {"chat": group, "message_id": 1, "date": DATE}
    business = {"business_connection_id": "b"}
    poll = {"id": "1", "question": "Принять?", "options": [], "total_voter_count": 1, "is_closed": False,
            "is_anonymous": False, "type": "regular", "allows_multiple_answers": False,
            "allows_revoting": False, "members_only": False}  # fmt: skip
    boost = {"boost_id": "1", "add_date": DATE, "expiration_date": DATE, "source": {
        "source": "premium", "user": user(head)}}  # fmt: skip
    made: list[dict[str, Any]] = []
    for text in WORDS:
        for person in (head, third, stranger):
            edited = message(person, text, edit_date=DATE)
            made += [
                {"edited_message": edited},
                {"edited_message": {**edited, "chat": group}},
                {"business_message": message(person, text, **business)},
                {"edited_business_message": {**edited, **business}},
                {"inline_query": {"id": "1", "from": user(person), "query": text, "offset": ""}},
                {"chosen_inline_result": {"result_id": "1", "from": user(person), "query": text}},
            ]
        made += [
            {"channel_post": {**post, "text": text}},
            {"edited_channel_post": {**post, "text": text, "edit_date": DATE}},
        ]
    for person in (head, stranger):
        made += [
            {"chat_member": membership(group, person, user(third), "left")},
            {"chat_member": membership(chat(third), person, user(third), "kicked")},
            # The bot's own, but not by the person whose chat it is, and not where the office is.
            {"my_chat_member": membership(chat(third), person, bot, "kicked")},
            {"my_chat_member": membership(UNKNOWN, person, bot, "left")},
            {"my_chat_member": membership(UNKNOWN, person, bot, "administrator") | {"new_chat_member": {
                "user": bot, "status": "member"}}},
            {"message_reaction": {**reacted, "user": user(person), "old_reaction": [],
                                  "new_reaction": [reaction]}},
            {"poll_answer": {"poll_id": "1", "user": user(person), "option_ids": [0],
                             "option_persistent_ids": ["0"]}},
            {"chat_join_request": {"chat": group, "from": user(person), "user_chat_id": person,
                                   "date": DATE}},
            {"business_connection": {"id": "b", "user": user(person), "user_chat_id": person, "date": DATE,
                                     "is_enabled": True}},
            {"pre_checkout_query": {"id": "1", "from": user(person), "currency": "XTR", "total_amount": 1,
                                    "invoice_payload": "x"}},
        ]  # fmt: skip
    return [
        *made,
        {"message_reaction_count": {**reacted, "reactions": [{"type": reaction, "total_count": 9}]}},
        {"poll": poll},
        {"deleted_business_messages": {**business, "chat": chat(head), "message_ids": [1]}},
        {"chat_boost": {"chat": group, "boost": boost}},
    ]


async def state(people: Town) -> dict[str, list[tuple[Any, ...]]]:
    """Every row that the office keeps, but for the numbers of the updates that it has taken, and when."""
    await people.settle()
    async with people.behind_its_back() as database:
        return {
            table.name: [tuple(row) for row in await database.execute(select(table))]
            for table in metadata.sorted_tables
            if table.name not in ("processed_updates", "listening")
        }


async def nothing_comes_of_it(people: Town, give: Callable[[str, Any], Awaitable[None]]) -> None:
    """Words are awaited from two people and votes from all; whatever comes unasked changes nothing."""
    head, third = people.seat[1], people.seat[3]
    await people.say(head, CONVENE)
    await people.say(third, "/propose")
    before = await state(people)
    with capture_logs() as logs:
        for update in unasked(people):
            ((kind, content),) = update.items()
            assert getattr(Update.model_validate({"update_id": 1, **update}), kind) is not None
            await give(kind, content)
        after = await state(people)
    assert {name: rows for name, rows in after.items() if rows != before[name]} == {}
    assert [one for one in logs if one["log_level"] in ("error", "critical")] == []
    assert await people.violations() == []
    await people.say(third, "Уборка снега")  # still awaited
    assert "Уборка снега" in await people.last(third)


async def test_what_comes_unasked_by_polling_does_nothing(seeded: Town) -> None:
    assert seeded.world is not None
    updates = seeded.world.updates

    async def give(kind: str, content: Any) -> None:
        updates.allowed = [kind]
        updates.add(kind, content)

    await nothing_comes_of_it(seeded, give)
    assert updates.pending == []


@pytest.mark.long
async def test_what_comes_unasked_by_webhook_does_nothing(tmp_path: Path) -> None:
    async with by_webhook(tmp_path, "127.0.0.0/8") as (people, url):

        async def give(kind: str, content: Any) -> None:
            assert await post(url, json.dumps({"update_id": next(NUMBERS), kind: content}), RIGHT) == 200

        await nothing_comes_of_it(people, give)
