"""Links to the office's own page, and sessions on it; what has expired is forgotten by the way."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select, update

from bot.storage.people.tables import page_links, page_sessions
from bot.storage.transaction import Store
from bot.storage.upsert import upsert
from domain.people.store import Session

_REMEMBERED = timedelta(days=1)


class StoredEntries(Store):
    """Ways to the page in the database."""

    async def add_link(self, token_hash: str, user_id: int, expires_at: datetime) -> None:
        old = self.clock.now() - _REMEMBERED
        await self.connection.execute(delete(page_links).where(page_links.c.expires_at < old))
        await self.connection.execute(delete(page_sessions).where(page_sessions.c.seen_at < old))
        await self.connection.execute(
            insert(page_links).values(token_hash=token_hash, user_id=user_id, expires_at=expires_at)
        )

    async def take_link(self, token_hash: str) -> int | None:
        now = self.clock.now()
        taken = (
            update(page_links)
            .where(
                page_links.c.token_hash == token_hash,
                page_links.c.taken_at.is_(None),
                page_links.c.expires_at >= now,
            )
            .values(taken_at=now)
            .returning(page_links.c.user_id)
        )
        user_id: int | None = await self.connection.scalar(taken)
        return user_id

    async def spend(self, token_hash: str, user_id: int, expires_at: datetime) -> bool:
        values = {"user_id": user_id, "expires_at": expires_at, "taken_at": self.clock.now()}
        kept = upsert(self.connection, page_links).values(token_hash=token_hash, **values)
        return (await self.connection.execute(kept.on_conflict_do_nothing())).rowcount > 0

    async def begin(self, token_hash: str, user_id: int) -> None:
        await self.connection.execute(
            insert(page_sessions).values(token_hash=token_hash, user_id=user_id, seen_at=self.clock.now())
        )

    async def session(self, token_hash: str, seen_since: datetime) -> Session | None:
        found = select(page_sessions.c.user_id, page_sessions.c.seen_at).where(
            page_sessions.c.token_hash == token_hash, page_sessions.c.seen_at >= seen_since
        )
        row = (await self.connection.execute(found)).first()
        return Session(row.user_id, row.seen_at) if row else None

    async def seen(self, token_hash: str) -> None:
        await self.connection.execute(
            update(page_sessions)
            .where(page_sessions.c.token_hash == token_hash)
            .values(seen_at=self.clock.now())
        )

    async def end(self, token_hash: str) -> None:
        await self.connection.execute(delete(page_sessions).where(page_sessions.c.token_hash == token_hash))
