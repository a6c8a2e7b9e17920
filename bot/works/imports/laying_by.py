"""Rows of a file completed by what is known, placed, and kept until the file is applied."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.storage.database import Database
from bot.storage.imports.conflicts import BATCH
from bot.storage.imports.merging import row_values
from bot.works.imports.placing import Placing
from domain.imports.completing import KnownRow, completed, tells_all
from domain.messages.message import ImportState, RegistryRow
from domain.office.calendar import WorkCalendar
from domain.office.profile import OfficeProfile

ON_THE_WAY = (ImportState.RECEIVED, ImportState.READING, ImportState.AT_KEYBOARD)
_PIECE = 8 * BATCH  # rows laid by in one transaction: others write in between


class GivenUp(Exception):
    """A person gave the file up while it was on its way."""


async def lay_by(
    database: Database,
    profile: OfficeProfile,
    calendar: WorkCalendar,
    import_id: int,
    rows: Sequence[RegistryRow],
) -> None:
    """Place the rows and keep them until the file is applied; GivenUp when a person gives it up meanwhile.

    A piece is placed in a thread while the one before is written, each in a transaction of its own.
    """
    async with database.read() as uow:
        placing = Placing(profile, calendar, await uow.messages.remembered_topics())
        lacking = {row.channel for row in rows if not tells_all(row.told)}
        known_channels = {channel for channel in lacking if await uow.messages.knows_channel(channel)}

    def values_of(row: RegistryRow, known: Mapping[tuple[str, str], KnownRow]) -> dict[str, Any]:
        before = known.get((row.channel, row.number))
        whole = completed(row, before.row) if before else row
        return row_values(import_id, placing.place(whole), before)

    async def prepared(start: int) -> list[list[dict[str, Any]]]:
        piece = rows[start : start + _PIECE]
        known = await _known(database, known_channels, piece) if known_channels else {}
        values = await asyncio.to_thread(lambda: [values_of(row, known) for row in piece])
        return [values[at : at + BATCH] for at in range(0, len(values), BATCH)]

    ahead = asyncio.create_task(prepared(0))
    try:
        for start in range(0, len(rows), _PIECE):
            batches = await ahead
            ahead = asyncio.create_task(prepared(start + _PIECE))
            async with database.write() as uow:
                record = await uow.imports.get(import_id)
                if record is None or record.state not in ON_THE_WAY:
                    raise GivenUp
                for batch in batches:
                    await uow.messages.lay_by(batch)
    finally:
        await asyncio.gather(ahead, return_exceptions=True)


async def _known(
    database: Database, channels: Iterable[str], rows: Sequence[RegistryRow]
) -> dict[tuple[str, str], KnownRow]:
    """What is known of the rows that do not tell all, in these channels."""
    known: dict[tuple[str, str], KnownRow] = {}
    async with database.read() as uow:
        for channel in channels:
            numbers = [row.number for row in rows if row.channel == channel and not tells_all(row.told)]
            for start in range(0, len(numbers), BATCH):
                known |= await uow.messages.known_rows(channel, numbers[start : start + BATCH])
    return known
