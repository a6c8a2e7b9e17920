"""Rows of a file completed by what is known, placed, and kept until the file is applied."""

from __future__ import annotations

import asyncio
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.storage.database import Database
from bot.storage.imports.conflicts import BATCH
from bot.storage.imports.known_rows import Key, Named
from bot.storage.messages.registry_hash import FORMER, said_before
from bot.works.imports.placing import Placing
from domain.imports.completing import KnownRow, completed, tells_all
from domain.messages.message import ImportState, RegistryRow
from domain.messages.number import canonical_number
from domain.office.calendar import WorkCalendar
from domain.office.profile import OfficeProfile

ON_THE_WAY = (ImportState.RECEIVED, ImportState.READING, ImportState.AT_KEYBOARD)
_PIECE = BATCH  # rows laid by in one transaction: others write in between


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
        to_complete = {channel for channel in lacking if await uow.known_rows.has_channel(channel)}

    def values_of(row: RegistryRow, known: _Known) -> dict[str, Any]:
        row = known.as_first_received(row)
        before = known.rows.get(key_of(row))
        whole = completed(row, before.row) if before else row
        return {**placing.place(whole).columns(known.hash_kept(whole)), "import_id": import_id}

    async def prepared(start: int) -> list[dict[str, Any]]:
        piece = rows[start : start + _PIECE]
        known = await _known(database, to_complete, piece)
        return await asyncio.to_thread(lambda: [values_of(row, known) for row in piece])

    ahead = asyncio.create_task(prepared(0))
    try:
        for start in range(0, len(rows), _PIECE):
            values = await ahead
            ahead = asyncio.create_task(prepared(start + _PIECE))
            async with database.write() as uow:
                record = await uow.imports.get(import_id)
                if record is None or record.state not in ON_THE_WAY:
                    raise GivenUp
                await uow.rows.lay_by(values)
                laid = start + len(values)
                if laid < len(rows) and record.state != ImportState.AT_KEYBOARD:
                    # Most of a long file's time goes by here: its card tells how far it is.
                    counts = {"read": len(rows), "laid": laid}
                    await uow.imports.move(import_id, ImportState.READING, counts=counts)
    finally:
        await asyncio.gather(ahead, return_exceptions=True)


@dataclass(frozen=True, slots=True)
class _Known:
    """Messages as they are known, those that a file's rows are to be completed by; what all are called."""

    rows: Mapping[Key, KnownRow]
    named: Mapping[Key, Named]

    def as_first_received(self, row: RegistryRow) -> RegistryRow:
        """The row under the number that its message has had from the first."""
        named = self.named.get(key_of(row))
        return row if named is None or named.number == row.number else replace(row, number=named.number)

    def hash_kept(self, row: RegistryRow) -> str | None:
        """The hash of the known message where the row says nothing else.

        What people did by hand stands in a completed row and never stood in a registry.
        """
        if (known := self.rows.get(key_of(row))) is not None and row == known.row:
            return known.registry_hash
        named = self.named.get(key_of(row))
        if named is None or not named.registry_hash.startswith(FORMER):
            return None
        return named.registry_hash if said_before(row, named.registry_hash) else None


def key_of(row: RegistryRow) -> Key:
    """Channel, and number as it is compared."""
    return row.channel, canonical_number(row.number)


async def _known(database: Database, to_complete: Container[str], rows: Sequence[RegistryRow]) -> _Known:
    """What is known of the rows; of those that do not tell all, in these channels, all of it."""
    lacking = [row for row in rows if row.channel in to_complete and not tells_all(row.told)]
    async with database.read() as uow:
        return _Known(
            await uow.known_rows.of(map(key_of, lacking)), await uow.known_rows.named(map(key_of, rows))
        )
