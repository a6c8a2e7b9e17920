"""Goings through all messages after rules have changed: how far each has come."""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import Column, Row, String, Table, insert, select, update

from bot.storage.columns import Identifier, Moment, key_column
from bot.storage.transaction import Store


def pass_columns() -> tuple[Column[Any], ...]:
    """What a table of such goings has: under which mark of the rules, and how far it has come."""
    return (
        key_column(),
        Column("mark", String(64), nullable=False),
        Column("last_message", Identifier, nullable=False, server_default="0"),
        Column("asked_at", Moment, nullable=False),
        Column("done_at", Moment),
    )


class Passes(Store):
    """Those of one table. The newest alone goes on: the ones before it are overtaken."""

    table: ClassVar[Table]

    async def _newest(self) -> Row[Any] | None:
        newest = select(self.table).order_by(self.table.c.id.desc()).limit(1)
        return (await self.connection.execute(newest)).first()

    async def _under_way(self) -> Row[Any] | None:
        row = await self._newest()
        return row if row is not None and row.done_at is None else None

    async def _begin(self, mark: str, *, done: bool) -> None:
        """Begin one under this mark; `done`: there is nothing to go through."""
        now = self.clock.now()
        values = {"mark": mark, "asked_at": now, "done_at": now if done else None}
        await self.connection.execute(insert(self.table).values(**values))

    async def _note(self, pass_id: int, **values: Any) -> None:
        await self.connection.execute(update(self.table).where(self.table.c.id == pass_id).values(**values))
