"""A crowd that only looks on: what they tap at once neither counts nor takes a member's vote away."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.storage.audit import audit
from domain.office.profile import OfficeProfile
from tests.e2e.meetings.test_one_vote import open_vote
from tests.e2e.updates.test_webhook import RIGHT, by_webhook, post

OBSERVERS = 200


@pytest.mark.long
async def test_two_hundred_observers_tap_and_nine_members_votes_are_counted(
    tmp_path: Path, profile: OfficeProfile
) -> None:
    async with by_webhook(tmp_path, "") as (people, url):
        await open_vote(people, profile)
        card = await people.card(people.group, "Вопрос 1")
        (data,) = [one["data"] for row in card["buttons"] for one in row if one["text"].endswith("За")]
        chat = {"id": people.group, "type": "supergroup"}
        message = {
            "message_id": card["message_id"],
            "date": 1_795_000_000,
            "chat": chat,
            "text": card["text"],
        }

        def tapped(number: int) -> str:
            who = {"id": 2**52 - 1 - number, "is_bot": False, "first_name": "Зритель"}
            tap = {"id": str(number), "from": who, "chat_instance": "1", "message": message, "data": data}
            return json.dumps({"update_id": 900_000 + number, "callback_query": tap})

        crowd = [post(url, tapped(number), RIGHT) for number in range(OBSERVERS)]
        votes = [people.tap(who, people.group, card["message_id"], "За") for who in people.seat.values()]
        answers = await asyncio.gather(*crowd, *votes)
        await people.settle()
        assert answers[:OBSERVERS] == [200] * OBSERVERS
        shown = await people.text(people.group, "Вопрос 1")
        assert "За 9" in shown and "Зритель" not in shown
        async with people.behind_its_back() as database:
            strangers = select(func.count()).select_from(audit).where(audit.c.user_id > 2**51)
            assert await database.scalar(strangers) == 0
        # The sandbox knows nothing of taps that were posted past it.
        broken = await people.violations()
        assert [one for one in broken if one["method"] != "answerCallbackQuery"] == []
