"""Messages masked anew after the mask has changed: how far it has come, and how many it changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Integer, Table, and_, exists, select, update

from bot.storage.columns import metadata
from bot.storage.messages.passes import Passes, pass_columns
from bot.storage.messages.tables import messages
from domain.office.shown import Thing

remasks = Table(
    "remasks",
    metadata,
    *pass_columns(),
    Column("changed", Integer, nullable=False, server_default="0"),
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


class StoredRemasks(Passes):
    """Goings through the messages with a mask that has changed."""

    table = remasks

    async def ask(self, mark: str) -> None:
        """Have the messages masked anew unless they were last masked under this mark of the mask."""
        last = await self._newest()
        if last is not None and last.mark == mark:
            return
        any_stored = await self.connection.scalar(select(exists(select(messages.c.id))))
        await self._begin(mark, done=not any_stored)

    async def going_on(self) -> Remask | None:
        """The newest that is not done; those before it are overtaken."""
        row = await self._under_way()
        return Remask(row.id, row.last_message, row.changed) if row else None

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
        await self._note(remask.id, last_message=last_message, changed=changed)
        return Remask(remask.id, last_message, changed)

    async def finish(self, remask: Remask) -> None:
        """Every message has been masked."""
        await self._note(remask.id, done_at=self.clock.now())
