"""What people are put to keeps to its limits of taps, scrolls and messages (docs/counts.md)."""

from __future__ import annotations

import pytest

from tests.counts.__main__ import played
from tests.counts.evening import play_evening
from tests.counts.meeting import play_meeting


@pytest.mark.long
async def test_a_meeting_is_twelve_taps_without_a_scroll_and_nine_messages() -> None:
    counts = await played(play_meeting, empty=False)
    chair, member = counts["ведущий"], counts["член офиса"]
    assert chair.taps <= 12 and chair.scrolls == 0
    assert member.messages <= 9 and member.scrolls == 0
    assert counts["группа"].messages <= 3
    assert counts["подразделение"].taps <= 3 and counts["подразделение"].messages <= 3


@pytest.mark.long
async def test_everybody_is_brought_in_by_fifteen_taps_of_the_head() -> None:
    counts = await played(play_evening, empty=True)
    assert counts["руководитель"].taps <= 15
