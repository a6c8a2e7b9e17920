"""A day played by people whose ids are as large as a messenger gives: taps, tables and papers hold them."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import create_async_engine

from bot.storage.people.tables import bindings
from tests.docs.pages import ROOT
from tests.templates import drop_database, new_database, sqlite_address

_PLAYED = "import tests, sys; sys.argv[0] = 'mcu'; from bot.__main__ import main; main()"
_NOW = "2026-11-24T08:25:00+05:00"


@pytest.mark.long
async def test_a_day_is_played_by_people_with_the_largest_ids(server: str | None, tmp_path: Path) -> None:
    url = await new_database(server) if server else sqlite_address(tmp_path / "office.db")
    words = ["sandbox", "--port", "0", "--db", "office.db", "--now", _NOW, "--limits", "off"]
    words += ["--play", "papers", *(["--database-url", url] if server else [])]
    playing = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", _PLAYED, *words),
        cwd=tmp_path,
        env=os.environ | {"OFFICE_IDS": "large", "PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    told = (await playing.communicate())[0].decode()
    assert playing.returncode == 0 and "Нарушений Bot API: 0" in told, told
    assert (tmp_path / "papers" / "protocol-1.pdf").stat().st_size > 0
    engine = create_async_engine(url)
    async with engine.connect() as database:
        people = (await database.execute(select(bindings.c.user_id))).scalars().all()
    await engine.dispose()
    if server:
        await drop_database(url)
    assert len(people) > 9 and min(people) > 2**51
