"""A file taken back in pieces, as it was put in: others write in between, a crash goes on with the next."""

from __future__ import annotations

from dataclasses import asdict

from bot.storage.database import Database
from bot.storage.imports.conflicts import BATCH
from bot.storage.imports.undoing import PutBack
from bot.storage.unit_of_work import StoredUnitOfWork
from domain.messages.message import ImportRecord, ImportState
from domain.office.act import Act

_FORGOTTEN = 1_000  # messages a transaction


class PuttingBack:
    """Messages become what they were before files that are undone or were given up."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def to_its_end(self, import_id: int) -> None:
        """Undo a file; what was done is counted in the transaction that does it."""
        while True:
            async with self._database.write() as uow:
                record = await uow.imports.get(import_id)
                if record is None or record.state != ImportState.UNDOING:
                    return
                done = PutBack(**{name: record.counts.get(name, 0) for name in PutBack.__dataclass_fields__})
                piece = await uow.before.put_back(import_id, BATCH)
                if piece is None:
                    await self._end(uow, record, done)
                    return
                counts = {**record.counts, **asdict(done + piece)}
                await uow.imports.move(import_id, ImportState.UNDOING, counts=counts)

    async def _end(self, uow: StoredUnitOfWork, record: ImportRecord, done: PutBack) -> None:
        await uow.rows.clear(record.id)
        await uow.packed_months.begin()
        await uow.imports.move(record.id, ImportState.UNDONE)
        await uow.record(None, Act("import-undone", f"import:{record.id}", asdict(done)))

    async def clear_up(self) -> bool:
        """Forget a file that was given up: what it had changed already, a piece at a time, then its rows."""
        async with self._database.read() as uow:
            import_id = await uow.rows.given_up()
        if import_id is None:
            return False
        async with self._database.write() as uow:
            if await uow.before.put_back(import_id, BATCH) is None:
                await uow.rows.clear(import_id)
        return True

    async def forget_former(self) -> bool:
        """Forget what was before files that may be undone no longer, some of it at a time."""
        async with self._database.read() as uow:
            if not await uow.before.has_former():
                return False
        async with self._database.write() as uow:
            await uow.before.forget_former(_FORGOTTEN)
        return True
