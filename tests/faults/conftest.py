"""Which database a trial has."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator

import pytest

from tests.conftest import missing
from tests.templates import drop_database, new_database


@pytest.fixture
async def trial_url(postgres: str | None) -> AsyncIterator[str]:
    """Empty for SQLite in the trial's folder; with `OFFICE_ENGINE=postgresql` a database of PostgreSQL."""
    if os.environ.get("OFFICE_ENGINE") != "postgresql":
        yield ""
        return
    if postgres is None:
        missing("PostgreSQL")
    assert postgres is not None
    url = await new_database(postgres)
    yield url
    await drop_database(url)
