"""Files sent to be looked into: to be verified, or to be kept as a detached signature."""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert, select, update

from bot.storage.protocols.tables import received_files
from bot.storage.transaction import Store
from domain.protocols.store import ReceivedFile


class StoredReceivedFiles(Store):
    """Received files in the database."""

    async def add(self, user_id: int, chat_id: int, file_id: str, file_name: str, entity: str = "") -> int:
        result = await self.connection.execute(
            insert(received_files)
            .values(
                user_id=user_id,
                chat_id=chat_id,
                file_id=file_id,
                file_name=file_name[:200],
                entity=entity,
                received_at=self.clock.now(),
            )
            .returning(received_files.c.id)
        )
        self.ask_work()
        return int(result.scalar_one())

    async def waiting(self) -> ReceivedFile | None:
        """The oldest file that nobody has looked into."""
        columns: list[Any] = [received_files.c[name] for name in ReceivedFile.__dataclass_fields__]
        statement = select(*columns).where(received_files.c.done_at.is_(None)).order_by(received_files.c.id)
        row = (await self.connection.execute(statement.limit(1))).first()
        return ReceivedFile(**row._mapping) if row else None

    async def done(self, file_id: int) -> bool:
        """The file was looked into; False when it was before."""
        result = await self.connection.execute(
            update(received_files)
            .where(received_files.c.id == file_id, received_files.c.done_at.is_(None))
            .values(done_at=self.clock.now())
        )
        return result.rowcount > 0
