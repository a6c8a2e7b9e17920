"""Digests that were made, who wants no empty ones, and lists asked for as tables."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, exists, insert, select, update

from bot.storage.digests.tables import digests, exports, muted_digests
from bot.storage.transaction import Store
from bot.storage.upsert import upsert
from domain.digests.digest import Export
from domain.messages.sections import DIVIDING, MessageFilter, Section
from domain.office.shown import Thing


class StoredDigests(Store):
    """What is kept of digests."""

    async def begin(self, seat: int, day: date) -> bool:
        values = {"seat": seat, "day": day, "made_at": self.clock.now()}
        statement = upsert(self.connection, digests).values(values).on_conflict_do_nothing()
        return (await self.connection.execute(statement)).rowcount > 0

    async def last(self, seat: int, before: date) -> datetime | None:
        made: datetime | None = await self.connection.scalar(
            select(digests.c.made_at)
            .where(digests.c.seat == seat, digests.c.day < before)
            .order_by(digests.c.day.desc())
            .limit(1)
        )
        return made

    async def muted(self, user_id: int) -> bool:
        return bool(await self.connection.scalar(select(exists().where(muted_digests.c.user_id == user_id))))

    async def mute(self, user_id: int, *, muted: bool) -> None:
        self.changed(Thing.DIGESTS)
        if not muted:
            await self.connection.execute(delete(muted_digests).where(muted_digests.c.user_id == user_id))
            return
        values = {"user_id": user_id, "muted_at": self.clock.now()}
        statement = upsert(self.connection, muted_digests).values(values)
        await self.connection.execute(statement.on_conflict_do_nothing())

    async def ask_export(self, chat_id: int, section: Section, chosen: MessageFilter) -> int:
        self.ask_work()
        result = await self.connection.execute(
            insert(exports)
            .values(
                chat_id=chat_id,
                section=section.value,
                chosen=_kept(chosen),
                asked_at=self.clock.now(),
            )
            .returning(exports.c.id)
        )
        return int(result.scalar_one())

    async def next_export(self) -> Export | None:
        """The oldest list that was asked for and not made."""
        row = (
            await self.connection.execute(
                select(exports.c.id, exports.c.chat_id, exports.c.section, exports.c.chosen)
                .where(~exports.c.made)
                .order_by(exports.c.id)
                .limit(1)
            )
        ).first()
        return Export(row.id, row.chat_id, Section(row.section), _filter(row.chosen)) if row else None

    async def export_made(self, export_id: int) -> None:
        """The table was made and sent."""
        await self.connection.execute(update(exports).where(exports.c.id == export_id).values(made=True))


def _kept(chosen: MessageFilter) -> dict[str, Any]:
    values = asdict(chosen)
    assert values.pop("cut") is None  # a chat's list has none
    return {**values, **{name: values[name].isoformat() for name in DIVIDING}}


def _filter(kept: dict[str, Any]) -> MessageFilter:
    moments = {name: datetime.fromisoformat(kept[name]) for name in DIVIDING}
    tuples = {name: tuple(kept.get(name, ())) for name in ("channels", "registering")}
    return MessageFilter(**{**kept, **moments, **tuples})
