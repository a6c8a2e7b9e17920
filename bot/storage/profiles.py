"""Every profile that the office has had, as it was written."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, Date, String, Table, Text, select

from bot.storage.columns import Moment, key_column, metadata
from bot.storage.transaction import Store
from bot.storage.upsert import upsert

profiles = Table(
    "profiles",
    metadata,
    key_column(),
    Column("fingerprint", String(64), nullable=False, unique=True),
    Column("decree_number", String(50), nullable=False),
    Column("decree_date", Date, nullable=False),
    Column("content", Text, nullable=False),
    Column("stored_at", Moment, nullable=False),
)


class StoredProfiles(Store):
    """Profiles in the database."""

    async def keep(self, fingerprint: str, content: str) -> bool:
        """Store the profile's text with its decree's number and date; False when it is there already."""
        statement = upsert(self.connection, profiles).values(
            fingerprint=fingerprint,
            decree_number=self.profile.decree.number,
            decree_date=self.profile.decree.date,
            content=content,
            stored_at=self.clock.now(),
        )
        result = await self.connection.execute(statement.on_conflict_do_nothing())
        return result.rowcount > 0

    async def every(self) -> list[str]:
        """The texts of all of them, the newest first."""
        rows = await self.connection.execute(select(profiles.c.content).order_by(profiles.c.id.desc()))
        return list(rows.scalars())

    async def text_of(self, fingerprint: str) -> str | None:
        """The text with this fingerprint, if it is there."""
        wanted = select(profiles.c.content).where(profiles.c.fingerprint == fingerprint)
        text: str | None = await self.connection.scalar(wanted)
        return text

    async def first(self) -> datetime | None:
        """When the first of them was stored."""
        since: datetime | None = await self.connection.scalar(
            select(profiles.c.stored_at).order_by(profiles.c.id).limit(1)
        )
        return since
