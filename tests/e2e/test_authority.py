"""Who may do what: the table in `tests/e2e/authority` tried through the sandbox.

Here every act is tried by one person in `AUTHORITY_ONE_IN`, who may and who may not; 1 tries each cell.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

from domain.office.profile import OfficeProfile
from tests.e2e.authority.areas import AREAS
from tests.e2e.authority.completeness import acts, commands, tried
from tests.e2e.authority.stage import stage
from tests.e2e.authority.table import PEOPLE
from tests.e2e.authority.trial import try_state

ONE_IN = int(os.environ.get("AUTHORITY_ONE_IN", "8"))


@pytest.mark.long
@pytest.mark.parametrize("area", AREAS)
async def test_who_may_and_who_may_not(tmp_path: Path, profile: OfficeProfile, area: str) -> None:
    now = datetime(2026, 11, 23, 10, 0, tzinfo=profile.time_zone)
    tried, wrong = 0, list[str]()
    async with stage(tmp_path, now) as here:
        for state in AREAS[area]:
            count, faults = await try_state(here, state, ONE_IN)
            tried, wrong = tried + count, wrong + faults
        assert wrong == [], "\n".join(wrong)
        assert await here.people.violations() == []
    whole = sum(len(state.rows) for state in AREAS[area]) * len(PEOPLE)
    assert tried == whole if ONE_IN == 1 else tried > whole // ONE_IN


def test_the_table_names_every_command_and_every_button() -> None:
    """A command, a class of buttons or an act of one that nobody tried is found here."""
    known = tried()
    assert {one for one in commands() if f"/{one}" not in known} == set()
    assert acts() - known == set()
    assert len(acts()) > 250
