"""A meeting of two questions keeps to its limits of taps, scrolls and messages (docs/counts.md)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import aiohttp
import pytest

from bot.sandbox.run import SandboxOptions, running_sandbox
from domain.office.profile import OfficeProfile
from tests.counts.meeting import play_meeting
from tests.counts.people import Counted


@pytest.mark.long
async def test_a_meeting_is_twelve_taps_without_a_scroll_and_nine_messages(
    tmp_path: Path, profile: OfficeProfile
) -> None:
    now = datetime(2026, 11, 23, 10, 0, tzinfo=profile.time_zone)
    options = SandboxOptions(0, tmp_path / "office.db", now, limits=False)
    async with running_sandbox(options) as sandbox, aiohttp.ClientSession() as session:
        counts = await play_meeting(Counted(session, sandbox.url))
    chair, member = counts["ведущий"], counts["член офиса"]
    assert chair.taps <= 12 and chair.scrolls == 0
    assert member.messages <= 9 and member.scrolls == 0
    assert counts["группа"].messages <= 3
