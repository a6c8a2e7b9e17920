"""Chats that cannot be reached: since when, why, and when to try again."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, func, select

from bot.storage.outbox.tables import outbox, unreachable_chats
from bot.storage.transaction import Store
from bot.storage.upsert import upsert
from domain.people.store import Unreachable

_AGAIN = timedelta(hours=1)


class StoredReach(Store):
    """Unreachable chats in the database. What is due to them waits in the outbox."""

    async def lost(self, chat_id: int, reason: str) -> None:
        self.changed(f"unreachable:{chat_id}")
        now = self.clock.now()
        statement = upsert(self.connection, unreachable_chats).values(
            chat_id=chat_id, reason=reason, since=now, try_again_at=now + _AGAIN
        )
        again = {"reason": reason, "try_again_at": now + _AGAIN}
        await self.connection.execute(statement.on_conflict_do_update(index_elements=["chat_id"], set_=again))

    async def back(self, chat_id: int) -> bool:
        self.changed(f"unreachable:{chat_id}")
        result = await self.connection.execute(
            delete(unreachable_chats).where(unreachable_chats.c.chat_id == chat_id)
        )
        return result.rowcount > 0

    async def of(self, chat_id: int) -> Unreachable | None:
        row = (
            await self.connection.execute(
                select(unreachable_chats).where(unreachable_chats.c.chat_id == chat_id)
            )
        ).first()
        return Unreachable(row.chat_id, row.reason, row.since) if row else None

    async def count(self) -> int:
        """How many chats cannot be reached."""
        return int(await self.connection.scalar(select(func.count()).select_from(unreachable_chats)) or 0)

    async def waiting_for(self, chat_id: int) -> int:
        counted = await self.connection.scalar(
            select(func.count())
            .select_from(outbox)
            .where(outbox.c.chat_id == chat_id, outbox.c.version > outbox.c.shown_version)
        )
        return int(counted or 0)
