"""A failing Telegram: a whole day with every fifth call going wrong and an hour without any."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.storm import KINDS
from tests.faults.trial import Trial, live_through

pytestmark = pytest.mark.long

_SHARE = 0.2


async def test_a_day_in_a_storm(tmp_path: Path, trial_url: str) -> None:
    trial = Trial(seed=20261124, share=_SHARE, short=True, database_url=trial_url)
    outcome = await live_through(tmp_path, trial)
    assert outcome.flaws == []
    assert outcome.account.expired > 0
    assert {*KINDS, "outage"} <= {kind for kind, count in outcome.faults.items() if count}
    assert outcome.account.copies <= outcome.account.marked
    assert outcome.account.copies <= outcome.faults["lost"] + outcome.faults["late"]
