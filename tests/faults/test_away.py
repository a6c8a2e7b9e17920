"""Away for longer than Telegram keeps a tap: what was tapped is gone, and the cards say so."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.running import RunningOffice
from bot.sandbox.time import SandboxTime
from domain.office.profile import OfficeProfile
from tests.faults.account import acts
from tests.faults.day import MORNING
from tests.faults.offices import AFTERNOON, living
from tests.faults.people import open_a_vote


@pytest.mark.long
async def test_votes_tapped_while_the_bot_was_away_are_asked_for_again(
    tmp_path: Path, profile: OfficeProfile
) -> None:
    async with living(tmp_path, profile) as office:
        people, updates = office.people, office.sandbox.world.updates
        await open_a_vote(people, AFTERNOON)
        await people.settle()
        settings = office.bot.runtime.settings
        await office.bot.stop()

        updates.tap_lives = 0.3
        await asyncio.gather(*await office.everyone_votes())
        await asyncio.sleep(0.3)
        updates.tap_lives = 150.0
        async with people.behind_its_back() as database:
            heard = (await database.execute(text("SELECT heard_at FROM listening"))).scalar_one()
            assert heard
            later = timedelta(minutes=7).total_seconds()
            moved = f"UPDATE listening SET heard_at = datetime(heard_at, '-{later:.0f} seconds')"
            await database.execute(text(moved))
        office.bot = RunningOffice(settings, profile, SandboxTime(office.sandbox.url, MORNING))
        await office.bot.start()

        await people.sees(people.group, r"Вопрос 1[^⚠]*⚠️ Бот не отвечал \d+ мин")
        await people.settle()
        assert len(updates.expired) == 9
        assert (await acts(office.bot.runtime.database))["meeting-vote-cast", "meeting:1", 2] == 0
        await asyncio.gather(*await office.everyone_votes())
        await office.counted_once()
