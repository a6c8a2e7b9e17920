"""Messages masked anew after the mask has changed: how far it has come, and how many it changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Integer, String, Table, and_, exists, insert, select, update

from bot.storage.columns import Identifier, Moment, key_column, metadata
from bot.storage.messages.tables import messages
from bot.storage.transaction import Store
from domain.office.shown import Thing

remasks = Table(
    "remasks",
    metadata,
    key_column(),
    Column("mark", String(64), nullable=False),
    Column("last_message", Identifier, nullable=False, server_default="0"),
    Column("changed", Integer, nullable=False, server_default="0"),
    Column("asked_at", Moment, nullable=False),
    Column("done_at", Moment),
)

BESIDE = ("topic", "text", "executor")
"""What stands masked and, where that hid something, as it came beside it."""
ALONE = ("settlement", "delay_reason", "forwarded_to")
"""What is kept masked alone."""
_COLUMNS = (*BESIDE, *(f"whole_{name}" for name in BESIDE), *ALONE)


@dataclass(frozen=True, slots=True)
class Remask:
    """One that goes on: messages up to `last_message` have been masked, `changed` of them otherwise."""

    id: int
    last_message: int
    changed: int


Said = Mapping[str, str]
"""What a message's columns say, by their names."""


class StoredRemasks(Store):
    """Goings through the messages with a mask that has changed."""

    async def ask(self, mark: str) -> None:
        """Have the messages masked anew unless they were last masked under this mark of the mask."""
        newest = select(remasks.c.mark).order_by(remasks.c.id.desc()).limit(1)
        if await self.connection.scalar(newest) == mark:
            return
        now = self.clock.now()
        any_stored = await self.connection.scalar(select(exists(select(messages.c.id))))
        done_at = None if any_stored else now
        await self.connection.execute(insert(remasks).values(mark=mark, asked_at=now, done_at=done_at))

    async def going_on(self) -> Remask | None:
        """The newest that is not done; those before it are overtaken."""
        newest = select(remasks).order_by(remasks.c.id.desc()).limit(1)
        row = (await self.connection.execute(newest)).first()
        return Remask(row.id, row.last_message, row.changed) if row and row.done_at is None else None

    async def after(self, message_id: int, limit: int) -> Sequence[tuple[int, Said]]:
        """What the messages after this one say, by their ids."""
        rows = await self.connection.execute(
            select(messages.c.id, *(messages.c[name] for name in _COLUMNS))
            .where(messages.c.id > message_id)
            .order_by(messages.c.id)
            .limit(limit)
        )
        return [(row[0], dict(zip(_COLUMNS, row[1:], strict=True))) for row in rows]

    async def keep(
        self, remask: Remask, changes: Sequence[tuple[int, Said, Said]], last_message: int
    ) -> Remask:
        """Keep messages, as they were and as they become, and how far it has come.

        A message that was changed meanwhile came in under the new mask, and stays.
        """
        changed = remask.changed
        for message_id, was, becomes in changes:
            unchanged: list[Any] = [messages.c[name] == was[name] for name in becomes]
            result = await self.connection.execute(
                update(messages).where(messages.c.id == message_id, and_(*unchanged)).values(**becomes)
            )
            if result.rowcount:
                changed += 1
                self.changed(Thing.MESSAGES, f"message:{message_id}")
        await self.connection.execute(
            update(remasks)
            .where(remasks.c.id == remask.id)
            .values(last_message=last_message, changed=changed)
        )
        return Remask(remask.id, last_message, changed)

    async def finish(self, remask: Remask) -> None:
        """Every message has been masked."""
        await self.connection.execute(
            update(remasks).where(remasks.c.id == remask.id).values(done_at=self.clock.now())
        )
