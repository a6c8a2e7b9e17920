"""A confirmed file is put in piece by piece: it comes to its end or is put back, others write in between."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.storage.database import Database
from bot.storage.imports.tables import import_before, import_rows
from bot.storage.imports.undoing import StoredBefore
from bot.storage.messages.tables import messages
from bot.works.imports import putting_back, putting_in
from bot.works.imports.putting_back import PuttingBack
from bot.works.imports.putting_in import PuttingIn
from domain.messages.message import ImportState
from tests.conftest import SetClock
from tests.storage.imports.test_merging import Desk, row

_SIZE, _ROWS = 10, 35


@pytest.fixture
def desk(database: Database, monkeypatch: pytest.MonkeyPatch) -> Desk:
    for works in (putting_in, putting_back):
        monkeypatch.setattr(works, "BATCH", _SIZE)
    monkeypatch.setattr(putting_in, "_PIECE", _SIZE)
    return Desk(database)


async def confirmed(desk: Desk, clock: SetClock) -> int:
    """A file of 35 rows, of which fifteen are known, five of those with another topic."""
    await desk.put_in(*(row(number, clock) for number in range(1, 16)))
    others = [row(number, clock, topic="Детские сады") for number in range(1, 6)]
    file = await desk.laid_by(*others, *(row(number, clock) for number in range(6, _ROWS + 1)))
    async with desk.database.write() as uow:
        await uow.imports.move(file, ImportState.APPLYING, counts={"read": _ROWS})
    return file


async def standing(desk: Desk) -> Sequence[Any]:
    """Every message, in order, as far as it does not tell when and in which row it was put in."""
    told = [column for column in messages.columns if column.name not in ("id", "imported_at")]
    async with desk.database.read() as uow:
        rows = await uow.connection.execute(select(*told).order_by(messages.c.number))
        return [tuple(one) for one in rows]


async def put_back(desk: Desk, file: int) -> tuple[int, int, int]:
    """How many messages an undone file says are as they were, gone again, and stay."""
    async with desk.database.read() as uow:
        record = await uow.imports.get(file)
    assert record is not None and record.state == ImportState.UNDONE
    return record.counts["restored"], record.counts["removed"], record.counts["kept"]


async def left(desk: Desk) -> tuple[int, int]:
    """How many rows are still to be put in; how many messages are kept as they were."""
    async with desk.database.read() as uow:
        counts = [
            await uow.connection.scalar(select(func.count()).select_from(one))
            for one in (import_rows, import_before)
        ]
    return int(counts[0] or 0), int(counts[1] or 0)


def after(pieces: int, then: Callable[[], Awaitable[None]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Once so many pieces were put in, this happens before the next one."""
    merge, done = PuttingIn._merge, 0

    async def counted(self: PuttingIn, uow: Any, piece: Any) -> None:
        nonlocal done
        if done == pieces:
            await then()
        done += 1
        await merge(self, uow, piece)

    monkeypatch.setattr(PuttingIn, "_merge", counted)


async def test_it_comes_to_what_one_stroke_makes(desk: Desk, clock: SetClock) -> None:
    file = await confirmed(desk, clock)
    before = await standing(desk)
    assert await PuttingIn(desk.database, file).to_its_end()
    in_pieces = await standing(desk)
    assert len(in_pieces) == _ROWS and await left(desk) == (0, 25)
    async with desk.database.write() as uow:
        record = await uow.imports.get(file)
        assert record is not None and record.state == ImportState.APPLIED
        assert (record.counts["new"], record.counts["changed"], record.counts["same"]) == (20, 5, 10)
        await uow.imports.move(file, ImportState.UNDOING)
    await PuttingBack(desk.database).to_its_end(file)
    assert await put_back(desk, file) == (5, 20, 0)
    assert await standing(desk) == before and await left(desk) == (0, 0)
    await desk.merge(await confirmed(desk, clock))
    assert await standing(desk) == in_pieces


async def test_others_write_between_any_two_pieces(desk: Desk, clock: SetClock) -> None:
    file = await confirmed(desk, clock)
    seen: list[int] = []

    async def write() -> None:
        while True:
            async with desk.database.write() as uow:
                seen.append(int(await uow.connection.scalar(select(func.count()).select_from(messages)) or 0))

    writing = asyncio.create_task(write())
    await PuttingIn(desk.database, file).to_its_end()
    writing.cancel()
    await asyncio.gather(writing, return_exceptions=True)
    assert desk.database.sqlite is False or max(b - a for a, b in pairwise(seen)) <= _SIZE


class _CutOffError(Exception):
    """As if the process had ended."""


async def test_what_was_cut_off_goes_on_from_its_next_row(
    desk: Desk, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = await confirmed(desk, clock)

    async def cut_off() -> None:
        raise _CutOffError

    with monkeypatch.context() as patched:
        after(2, cut_off, patched)
        with pytest.raises(_CutOffError):
            await PuttingIn(desk.database, file).to_its_end()
    assert (await left(desk))[0] == _ROWS - 2 * _SIZE
    assert await PuttingIn(desk.database, file).to_its_end()
    async with desk.database.read() as uow:
        record = await uow.imports.get(file)
    assert record is not None and (record.counts["new"], record.counts["changed"]) == (20, 5)
    assert len(await standing(desk)) == _ROWS and await left(desk) == (0, 25)


async def test_what_is_given_up_midway_is_put_back(
    desk: Desk, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = await confirmed(desk, clock)
    before = await standing(desk)
    find = PuttingIn._still

    async def give_up_at_the_third(self: PuttingIn, uow: Any) -> Any:
        if (await left(desk))[0] == _ROWS - 2 * _SIZE:
            await uow.imports.move(file, ImportState.CANCELLED)
        return await find(self, uow)

    monkeypatch.setattr(PuttingIn, "_still", give_up_at_the_third)
    assert not await PuttingIn(desk.database, file).to_its_end()
    assert await standing(desk) != before
    pieces = 0
    while await PuttingBack(desk.database).clear_up():
        pieces += 1
    assert pieces == 2  # five as they were and five new; then nothing is left
    assert await standing(desk) == before and await left(desk) == (0, 0)
    async with desk.database.read() as uow:
        assert await uow.rows.given_up() is None


async def test_an_undoing_that_was_cut_off_goes_on(
    desk: Desk, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = await confirmed(desk, clock)
    before = await standing(desk)
    await PuttingIn(desk.database, file).to_its_end()
    async with desk.database.write() as uow:
        await uow.imports.move(file, ImportState.UNDOING)
    put, pieces = StoredBefore.put_back, 0

    async def cut_off(self: StoredBefore, import_id: int, limit: int) -> Any:
        nonlocal pieces
        pieces += 1
        if pieces == 3:
            raise _CutOffError
        return await put(self, import_id, limit)

    with monkeypatch.context() as patched:
        patched.setattr(StoredBefore, "put_back", cut_off)
        with pytest.raises(_CutOffError):
            await PuttingBack(desk.database).to_its_end(file)
    assert await left(desk) == (0, 5)
    await PuttingBack(desk.database).to_its_end(file)
    assert await put_back(desk, file) == (5, 20, 0)
    assert await standing(desk) == before and await left(desk) == (0, 0)


async def test_what_was_before_a_file_is_forgotten_once_another_was_put_in(
    desk: Desk, clock: SetClock
) -> None:
    first = await confirmed(desk, clock)
    await PuttingIn(desk.database, first).to_its_end()
    async with desk.database.read() as uow:
        assert not await uow.before.has_former()
    clock.moment += timedelta(minutes=1)
    second = await desk.laid_by(row(1, clock, topic="Освещение улиц"))
    async with desk.database.write() as uow:
        await uow.imports.move(second, ImportState.APPLYING)
    await PuttingIn(desk.database, second).to_its_end()
    async with desk.database.write() as uow:
        assert await uow.before.has_former()
        await uow.before.forget_former(20)
        assert await uow.before.has_former()
        await uow.before.forget_former(20)
        assert not await uow.before.has_former()
    assert await left(desk) == (0, 1)
