"""Quiet hours in the database."""

from __future__ import annotations

from sqlalchemy import delete, select

from bot.storage.people.tables import quiet_hours
from bot.storage.transaction import Store
from bot.storage.upsert import upsert
from domain.people.quiet import QuietHours


class StoredQuietHours(Store):
    """When each person is not to be disturbed."""

    async def of(self, user_id: int) -> QuietHours | None:
        row = (
            await self.connection.execute(
                select(quiet_hours.c.begin, quiet_hours.c.end).where(quiet_hours.c.user_id == user_id)
            )
        ).first()
        return QuietHours(*row) if row else None

    async def set(self, user_id: int, hours: QuietHours | None) -> None:
        self.changed(f"settings:{user_id}")
        if hours is None:
            await self.connection.execute(delete(quiet_hours).where(quiet_hours.c.user_id == user_id))
            return
        values = {"begin": hours.begin, "end": hours.end}
        statement = upsert(self.connection, quiet_hours).values(user_id=user_id, **values)
        await self.connection.execute(
            statement.on_conflict_do_update(index_elements=["user_id"], set_=values)
        )
