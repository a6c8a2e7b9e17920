"""A nightly copy that cannot be made is told to the administrators, whatever of the database is damaged."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest
from aiogram import Bot
from pydantic import SecretStr
from sqlalchemy import select

from bot.clockwork.nightly import Nightly
from bot.runtime import Runtime
from bot.settings import Settings
from bot.storage.outbox.tables import outbox
from domain.office.profile import OfficeProfile
from tests.conftest import SetClock, migrated
from tests.templates import Templates

ADMIN = 77
_PAGE = 4096


def spoil_indexes(file: Path, table: str) -> None:
    """Overwrite the indexes of a table, as a bad disk does; its rows stay readable."""
    with contextlib.closing(sqlite3.connect(file)) as behind:
        found = "SELECT rootpage FROM sqlite_master WHERE type = 'index' AND tbl_name = ?"
        pages = [page for (page,) in behind.execute(found, (table,))]
        behind.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(file.read_bytes())
    for page in pages:
        content[(page - 1) * _PAGE : page * _PAGE] = b"\xff" * _PAGE
    file.write_bytes(content)


@pytest.mark.parametrize(
    ("table", "past_the_outbox"), [("messages", False), ("outbox", True)], ids=["messages", "outbox"]
)
async def test_damage_is_told_with_the_way_out(
    tmp_path: Path,
    templates: Templates,
    profile: OfficeProfile,
    clock: SetClock,
    monkeypatch: pytest.MonkeyPatch,
    table: str,
    past_the_outbox: bool,
) -> None:
    said: list[tuple[int, str]] = []

    async def say(_: Bot, chat: int, text: str) -> None:
        said.append((chat, text))

    monkeypatch.setattr(Bot, "send_message", say)
    url = await templates.copy(None, "migrated", migrated, tmp_path / "office.db")
    spoil_indexes(tmp_path / "office.db", table)
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        token=SecretStr("1:none"),
        database=url,
        copies=tmp_path / "copies",
        admins=frozenset({ADMIN}),
    )
    office = Runtime.of(settings, profile, clock)
    try:
        assert await Nightly(office).back_up()
        if not past_the_outbox:
            async with office.database.read() as uow:
                rows = await uow.connection.execute(select(outbox.c.chat_id, outbox.c.content))
                said += [(row.chat_id, str(row.content)) for row in rows]
    finally:
        await office.close()
    ((chat, text),) = said
    assert chat == ADMIN
    assert "Ночная копия базы не сделана" in text and "повреждена" in text and "Что делать" in text
