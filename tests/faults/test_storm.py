"""A failing Telegram: a whole day with every fifth call going wrong and an hour without any."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import missing
from tests.faults.storm import KINDS
from tests.faults.trial import Outcome, Trial, live_through
from tests.templates import drop_database, new_database

_SHARE = 0.2


def _stood(outcome: Outcome) -> None:
    assert outcome.flaws == []
    assert {*KINDS, "outage"} <= {kind for kind, count in outcome.faults.items() if count}
    assert outcome.account.copies <= outcome.account.marked
    assert outcome.account.copies <= outcome.faults["lost"] + outcome.faults["late"]


async def test_a_day_in_a_storm_on_sqlite(tmp_path: Path) -> None:
    _stood(await live_through(tmp_path, Trial(seed=20261124, share=_SHARE, short=True)))


async def test_a_day_in_a_storm_on_postgresql(tmp_path: Path, postgres: str | None) -> None:
    if postgres is None:
        missing("PostgreSQL")
    assert postgres is not None
    url = await new_database(postgres)
    _stood(await live_through(tmp_path, Trial(seed=20261125, share=_SHARE, short=True, database_url=url)))
    await drop_database(url)
