"""Killed at any instant: a kill here, hundreds by `make faults`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.trial import Trial, live_through

pytestmark = pytest.mark.long


async def test_a_day_under_kills(tmp_path: Path, trial_url: str) -> None:
    outcome = await live_through(tmp_path, Trial(seed=20261124, kills=1, short=True, database_url=trial_url))
    assert outcome.flaws == []
    assert outcome.account.copies <= outcome.faults["kills"]
    assert outcome.faults["kills"] > 0
