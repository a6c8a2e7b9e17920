"""Registries' rows put in by channel and number."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    and_,
    case,
    delete,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    tuple_,
    update,
)

from bot.storage.columns import Moment
from bot.storage.imports.conflicts import BATCH, SAME_MESSAGE
from bot.storage.imports.merging import PLAIN, merged, noted
from bot.storage.imports.tables import import_rows, imports
from bot.storage.messages.cards import shown_among
from bot.storage.messages.placed import PlacedRow
from bot.storage.messages.tables import messages
from bot.storage.transaction import Store
from domain.messages.message import ImportState, RegistryRow
from domain.office.shown import Thing

_ALL = ("channel", "number", *PLAIN, "unit", "block", "block_presumed", "deadline_at", "answered_at")
_OF_NO_FILE = 0
_LAY_BY = insert(import_rows)


@dataclass(frozen=True, slots=True)
class Novelty:
    """How the rows of a file stand towards what is known; `unassigned` would be nobody's."""

    new: int
    changed: int
    same: int
    unassigned: int
    conflicts: int


class StoredRows(Store):
    """Rows in the database: laid by first, merged at a stroke."""

    async def upsert(self, placed: Sequence[PlacedRow]) -> None:
        """Put rows of no file in, at once."""
        for start in range(0, len(placed), BATCH):
            columns = await asyncio.to_thread(
                lambda some: [one.columns() for one in some], placed[start : start + BATCH]
            )
            await self.lay_by([{**one, "import_id": _OF_NO_FILE} for one in columns])
        await self.merge(_OF_NO_FILE)
        await self.clear(_OF_NO_FILE)

    async def lay_by(self, values: Sequence[dict[str, Any]]) -> None:
        """Keep rows of a file until it is applied; `values` are columns of placed rows."""
        await self.connection.execute(_LAY_BY, values)

    async def as_they_came(self) -> None:
        """As if each message and each answer had been put in at its own time: for made-up offices."""
        await self.connection.execute(
            update(messages).values(
                imported_at=messages.c.received_at, answer_noted_at=messages.c.answered_at
            )
        )

    async def novelty(self, import_id: int) -> Novelty:
        """How the rows that were laid by stand towards what is known."""
        unknown = messages.c.id.is_(None)
        changed = messages.c.registry_hash != import_rows.c.registry_hash
        nobodys = and_(import_rows.c.block.is_(None), or_(unknown, messages.c.block_by_hand.is_(False)))
        found = (unknown, changed, nobodys, import_rows.c.conflict != "")
        row = (
            await self.connection.execute(
                select(func.count(), *(func.count(case((one, 1))) for one in found))
                .select_from(import_rows.outerjoin(messages, SAME_MESSAGE))
                .where(import_rows.c.import_id == import_id)
            )
        ).one()
        whole, new, moved, unassigned, conflicts = map(int, row)
        return Novelty(new, moved, whole - new - moved, unassigned, conflicts)

    async def merge(self, import_id: int, row_id: int | None = None) -> None:
        chosen = import_rows.c.import_id == import_id
        if row_id is not None:
            chosen = and_(chosen, import_rows.c.id == row_id)
        differs = or_(messages.c.registry_hash != import_rows.c.registry_hash, import_rows.c.taken)
        of_file = select(import_rows.c.channel, import_rows.c.number).where(chosen)
        shown = await shown_among(self.connection, tuple_(messages.c.channel, messages.c.number).in_(of_file))
        self.changed(Thing.MESSAGES, *(f"message:{number}" for number in shown))
        now = self.clock.now()
        await self.connection.execute(
            update(messages).where(chosen, SAME_MESSAGE, differs).values(merged(now))
        )
        known = exists(select(messages.c.id).where(SAME_MESSAGE).correlate(import_rows))
        rows = select(*(import_rows.c[name] for name in _ALL), literal(now, Moment()), noted(now))
        await self.connection.execute(
            insert(messages).from_select(
                [*_ALL, "imported_at", "answer_noted_at"], rows.where(chosen, ~known)
            )
        )

    async def sample(self, import_id: int, limit: int) -> Sequence[RegistryRow]:
        names = ("channel", "number", "received_at", "registered_at", "topic", "topic_group", "text")
        rows = await self.connection.execute(
            select(*(import_rows.c[name] for name in names))
            .where(import_rows.c.import_id == import_id)
            .order_by(import_rows.c.id)
            .limit(limit)
        )
        return [RegistryRow(*row) for row in rows]

    async def given_up(self) -> int | None:
        """A file that was given up while rows of it are still kept."""
        kept = exists(select(import_rows.c.id).where(import_rows.c.import_id == imports.c.id))
        found: int | None = await self.connection.scalar(
            select(imports.c.id).where(imports.c.state == ImportState.CANCELLED, kept).limit(1)
        )
        return found

    async def clear(self, import_id: int, *, keep_conflicts: bool = False) -> None:
        """Forget the rows of a file; those in conflict may stay, to be decided on later."""
        self.changed(f"import:{import_id}")
        condition: ColumnElement[bool] = import_rows.c.import_id == import_id
        if keep_conflicts:
            condition = and_(condition, or_(import_rows.c.conflict == "", import_rows.c.taken))
        await self.connection.execute(delete(import_rows).where(condition))
