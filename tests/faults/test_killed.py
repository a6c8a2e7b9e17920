"""Killed at any instant: a few kills here, hundreds by `make faults`."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import missing
from tests.faults.trial import Outcome, Trial, live_through
from tests.templates import drop_database, new_database


def _nothing_lost(outcome: Outcome) -> None:
    assert outcome.flaws == []
    assert outcome.account.copies <= outcome.faults["kills"]
    assert outcome.faults["kills"] > 0


async def test_a_day_under_kills_on_sqlite(tmp_path: Path) -> None:
    _nothing_lost(await live_through(tmp_path, Trial(seed=20261124, kills=1, short=True)))


async def test_a_day_under_kills_on_postgresql(tmp_path: Path, postgres: str | None) -> None:
    if postgres is None:
        missing("PostgreSQL")
    assert postgres is not None
    url = await new_database(postgres)
    _nothing_lost(await live_through(tmp_path, Trial(seed=20261125, kills=1, short=True, database_url=url)))
    await drop_database(url)
