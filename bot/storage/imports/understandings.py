"""What people said of a channel's files, for the files to come."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from bot.storage.imports.tables import understandings
from bot.storage.transaction import Store
from bot.storage.upsert import upsert
from domain.imports.understanding import Understanding


class StoredUnderstandings(Store):
    """Understandings in the database, by channel; under "" what is good for files of no channel."""

    async def all(self) -> Mapping[str, Understanding]:
        rows = await self.connection.execute(select(understandings.c.channel, understandings.c.said))
        return {channel: Understanding.of(said) for channel, said in rows}

    async def keep(self, channel: str, understanding: Understanding) -> None:
        values = {"said": understanding.kept(), "changed_at": self.clock.now()}
        put = upsert(self.connection, understandings).values(channel=channel, **values)
        await self.connection.execute(put.on_conflict_do_update(index_elements=["channel"], set_=values))
