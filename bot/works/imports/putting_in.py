"""A confirmed file put in, in pieces that are each whole for one message: others write in between.

What was before a message is kept in the transaction that changes it. So a file comes to its end whatever
happens: one that was cut off goes on from its next row, one that is given up or fails for good is put back.
Its receipt, its entry in the log and the cards that show its messages come with the last transaction alone.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import asdict

from bot.storage.database import Database
from bot.storage.imports.conflicts import BATCH, Piece
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.works.incidents import Sought, join_and_offer, seek_incidents
from domain.messages.message import ImportRecord, ImportState
from domain.office.act import Act

_MOST_GONE = 200
_PIECE = 100  # rows put in by one transaction: some 15 ms for which a vote waits


async def stands(uow: StoredUnitOfWork, import_id: int) -> dict[str, int]:
    """How the file's rows stand towards what is known, and how its messages will stand."""
    return {**asdict(await uow.rows.novelty(import_id)), **asdict(await uow.rows.outcome(import_id))}


class PuttingIn:
    """One file on its way among the messages."""

    def __init__(self, database: Database, import_id: int) -> None:
        self._database = database
        self._id = import_id

    async def to_its_end(self) -> bool:
        """Whether it was put in: not where it is not to be applied any longer."""
        if not await self._begun():
            return False
        await self._each(self._merge, _PIECE)
        async with self._database.read() as uow:
            sought = await seek_incidents(uow)
        return await self._end(sought)

    async def _begun(self) -> bool:
        """What the receipt will say is known before the first piece is put in; no writer waits for it."""
        async with self._database.read() as uow:
            if await uow.rows.is_begun(self._id):
                return True
        await self._each(self._find_conflicts, BATCH)
        async with self._database.read() as uow:
            counts = await stands(uow, self._id)
            taken = (await uow.conflicts.tally(self._id)).taken
            missing = [number for number, _, _ in await uow.rows.gone(self._id, _MOST_GONE)]
        async with self._database.write() as uow:
            record = await self._still(uow)
            if record is not None:
                whole = {**record.counts, **counts, "taken": taken}
                await uow.rows.keep_gone(self._id, missing)
                await uow.imports.move(self._id, ImportState.APPLYING, counts=whole)
        return record is not None

    async def _find_conflicts(self, uow: StoredUnitOfWork, piece: Piece) -> None:
        await uow.conflicts.find(piece, uow.profile.time_zone)

    async def _merge(self, uow: StoredUnitOfWork, piece: Piece) -> None:
        await self._find_conflicts(uow, piece)
        await uow.rows.merge_piece(piece)

    async def _each(self, do: Callable[[StoredUnitOfWork, Piece], Awaitable[None]], size: int) -> None:
        """Each piece in a transaction of its own, as long as the file is to be applied."""
        after = 0
        while True:
            async with self._database.write() as uow:
                piece = await uow.rows.piece(self._id, after, size)
                if piece is None or await self._still(uow) is None:
                    return
                await do(uow, piece)
            after = piece.last

    async def _end(self, sought: Sought) -> bool:
        async with self._database.write() as uow:
            record = await self._still(uow)
            if record is None:
                return False
            await uow.before.tell(self._id)
            await uow.imports.move(self._id, ImportState.APPLIED)
            await join_and_offer(uow, sought)
            await uow.packed_months.begin()
            data = {**record.counts, "by": record.user_id}
            await uow.record(None, Act("import-applied", f"import:{self._id}", data))
        return True

    async def _still(self, uow: StoredUnitOfWork) -> ImportRecord | None:
        """The file, where it is to be applied."""
        record = await uow.imports.get(self._id)
        return record if record is not None and record.state == ImportState.APPLYING else None
