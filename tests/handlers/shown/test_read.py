"""Cards as they are read: a way on from each list, words that fit the moment, no capital within a line."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.runtime import Runtime
from bot.storage.messages.tables import messages
from tests.handlers.shown.office import OVERDUE, make, office_of, screens
from tests.templates import Templates

LISTS = ("digest", "history", "messages", "proposals", "requests", "start", "tasks")


@pytest.fixture
async def office(templates: Templates, tmp_path: Path) -> AsyncIterator[Runtime]:
    opened = office_of(await templates.copy(None, "shown", make, tmp_path / "office.db"))
    yield opened
    await opened.close()


async def test_a_list_without_anything_leads_on(office: Runtime) -> None:
    ends = [
        name for name, screen in await screens(office) if name.partition("-")[0] in LISTS and not screen.rows
    ]
    assert ends == []


async def test_nobody_who_is_there_is_asked_to_check_in(office: Runtime) -> None:
    asked = [
        name
        for name, screen in await screens(office)
        if "Нажмите «Присутствую»" in screen.text
        and all(button.text != "Присутствую" for row in screen.rows for button in row)
    ]
    assert asked == []


async def test_a_reason_in_a_line_has_no_capital(office: Runtime) -> None:
    async with office.database.write() as uow:
        late = update(messages).where(messages.c.id == OVERDUE)
        await uow.connection.execute(late.values(delay_reason=office.texts("reason-no-money")))
    told = dict(await screens(office))
    assert "Причина: ждём финансирование" in told["message-1-block-head"].text
    assert " · ждём финансирование" in told["messages-all-head"].text
