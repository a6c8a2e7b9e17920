"""After each way in which something stored changes, every live card that shows it is renewed."""

from __future__ import annotations

import inspect
import re
from collections.abc import AsyncIterator
from functools import cached_property
from pathlib import Path

import pytest

from bot.runtime import Runtime
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.handlers.shown.office import GOING_ON, look, make, office_of
from tests.handlers.shown.ways import NOT_SHOWN, OF_NO_CARD, WAYS
from tests.templates import Templates

_WRITES = re.compile(
    r"(?<!\w)(insert|update|delete|upsert)\(|self\._(change|move|mark|unbind)\(|self\.save\("
)


@pytest.fixture
async def office(templates: Templates, tmp_path: Path) -> AsyncIterator[Runtime]:
    """An office with live cards of every kind, each as it should be."""
    opened = office_of(await templates.copy(None, "shown", make, tmp_path / "office.db"))
    yield opened
    await opened.close()


@pytest.mark.parametrize("way", WAYS)
async def test_what_is_shown_follows_what_is_stored(office: Runtime, way: str) -> None:
    async with office.database.write() as uow:
        await WAYS[way](uow, office)
    cards = await look(office)
    assert any(card.differs for card in cards), "no card shows what this changes"
    assert [card.name for card in cards if card.differs and not card.marked] == []


async def test_a_ballot_marks_the_cards_of_its_meeting_and_no_other(office: Runtime) -> None:
    async with office.database.write() as uow:
        await WAYS["meetings.save_ballot"](uow, office)
    marked = {card.name.split()[1] for card in await look(office) if card.marked}
    assert marked == {f"meeting:{GOING_ON}", f"vote:{GOING_ON}:1:1"}


async def test_nothing_is_marked_where_nothing_changed(office: Runtime) -> None:
    async with office.database.write() as uow:
        assert await uow.meetings.get(1) is not None
    assert not any(card.marked or card.differs for card in await look(office))


def test_every_write_of_a_store_is_among_the_ways() -> None:
    writes = {
        f"{name}.{method}"
        for name, store in vars(StoredUnitOfWork).items()
        if isinstance(store, cached_property) and name not in OF_NO_CARD
        for method, code in vars(store.func).items()
        if not method.startswith("_") and inspect.iscoroutinefunction(code)
        if _WRITES.search(inspect.getsource(code))
    }
    known = {name.split(" ")[0] for name in WAYS} | NOT_SHOWN
    assert sorted(writes - known) == []
