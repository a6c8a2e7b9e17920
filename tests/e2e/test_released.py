"""The bot starts on what an older program left, and its people go on where they were."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.storage.outbox.tables import outbox
from domain.meetings.voting import Choice
from domain.office.profile import OfficeProfile
from handlers.meetings.taps import VoteTap
from tests.e2e.conftest import Engine, town
from tests.storage.released import laid

# A new chat server counts updates and messages anew, Telegram never does: what these programs had processed
# is past, and no old card may have the number of a new message.
MANY = 5000


@pytest.mark.long
@pytest.mark.parametrize("revision", ["0001", "0016"])
async def test_an_office_goes_on_where_an_older_program_stopped(
    revision: str, kept: dict[str, Path], tmp_path: Path, profile: OfficeProfile
) -> None:
    url = await laid(kept[revision], Engine.server, tmp_path / "office.db")
    then = datetime(2026, 11, 26, 15, 10, tzinfo=profile.time_zone)
    async with town(tmp_path, then, database=url) as people:
        assert people.world is not None
        people.world.updates.made = people.world.newest_id = MANY
        head = people.seat[1]
        async with people.behind_its_back() as database:
            old = await database.scalar(select(func.max(outbox.c.id)))
        await people.settle()
        async with people.behind_its_back() as database:
            said = (await database.scalars(select(outbox.c.content).where(outbox.c.id > old))).all()
        # Today's profile knows more words of topics: what it changes is told, nothing is said again.
        assert [one["text"] for one in said if not one["text"].startswith("Сроки пересчитаны")] == []

        await people.say(head, "/start")
        assert "Идёт голосование по вопросу 1" in await people.last(head)
        await people.say(head, "/digest")
        assert "26 ноября · весь офис" in await people.last(head)
        await people.say(head, "/messages")
        assert "Реестр сообщений" in await people.last(head)
        await people.say(head, "/tasks")
        waiting = "ждут руководителя 1" if revision > "0007" else "Открытых поручений нет"
        assert waiting in await people.last(head)

        # Meetings that were closed before there was a history of meetings are in it.
        await people.say(head, "/meeting")
        await people.press(head, "Прошедшие")
        await people.press(head, "Найти")
        await people.say(head, "уборка снега")
        assert "№ 1" in await people.last(head) and "№ 2" not in await people.last(head)
        await people.say(head, "/statistics")
        assert "2 заседания" in await people.last(head)

        # The vote that the change of programs came into the middle of; a button of its card, which this chat
        # server never saw, still counts, and the cards come anew.
        member = people.seat[4]
        await people.say(member, "/meeting")
        button = VoteTap(meeting=3, item=1, turn=1, choice=Choice.FOR).pack()
        await people.tap(member, member, await people.newest(member), button)
        await people.press(people.seat[5], "За", people.group)
        await people.press(head, "Закрыть голосование")
        assert "За 4 · против 1" in await people.text(people.group, "Вопрос 1 · принято")
        await people.press(head, "Закрыть заседание")
        await people.press(head, "Подписать")
        assert await people.text(people.seat[5], "Протокол № 3")
        # To edit what this chat server never saw is all that fails.
        assert [one for one in await people.violations() if one["rule"] != "message_not_found"] == []
