"""Recounts of terms after the profile has changed: how far each has come, and what it moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, ForeignKey, String, Table, func, insert, select, update

from bot.storage.columns import Identifier, Moment, metadata
from bot.storage.messages.passes import Passes, pass_columns
from bot.storage.messages.selecting import known_messages
from bot.storage.messages.tables import messages
from bot.storage.profiles import profiles
from domain.messages.message import KnownMessage
from domain.office.shown import Thing

recounts = Table(
    "recounts",
    metadata,
    *pass_columns(),
)

recount_moves = Table(
    "recount_moves",
    metadata,
    Column("recount_id", Identifier, ForeignKey("recounts.id"), primary_key=True),
    Column("message_id", Identifier, ForeignKey("messages.id"), primary_key=True),
    Column("deadline_before", Moment, nullable=False),
    Column("deadline_after", Moment, nullable=False),
    Column("block_before", String(40)),
    Column("block_after", String(40)),
)


@dataclass(frozen=True, slots=True)
class Recount:
    """A recount that goes on: messages up to `last_message` have been looked at."""

    id: int
    last_message: int


@dataclass(frozen=True, slots=True)
class OpenMessage:
    """A message that waits, with what its block is found by."""

    message: KnownMessage
    topic_group: str
    block_by_hand: bool


@dataclass(frozen=True, slots=True)
class Move:
    """What a recount changes of a message."""

    message_id: int
    deadline_before: datetime
    deadline_after: datetime
    block_before: str | None
    block_after: str | None
    presumed: bool


@dataclass(frozen=True, slots=True)
class Moved:
    """A message that a recount has moved, as it is reported; `presumed`, whether its block is today."""

    channel: str
    number: str
    topic: str
    deadline_before: datetime
    deadline_after: datetime
    block_before: str | None
    block_after: str | None
    presumed: bool


class StoredRecounts(Passes):
    """Recounts in the database."""

    table = recounts

    async def ask(self, mark: str) -> bool:
        """Have the terms counted anew unless they were last counted under this mark of the rules.

        A database that only ever knew one profile needs no recount. Whether the rules are others.
        """
        last = await self._newest()
        if last is not None and last.mark == mark:
            return False
        known = await self.connection.scalar(select(func.count()).select_from(profiles)) or 0
        await self._begin(mark, done=last is None and known < 2)
        return True

    async def going_on(self) -> Recount | None:
        """The newest recount that is not done; the ones before it are overtaken."""
        row = await self._under_way()
        return Recount(row.id, row.last_message) if row else None

    async def open_after(self, message_id: int, limit: int) -> Sequence[OpenMessage]:
        """Messages that wait, by their ids."""
        rows = await self.connection.execute(
            known_messages(messages.c.topic_group, messages.c.block_by_hand)
            .where(messages.c.id > message_id, messages.c.answered_at.is_(None))
            .order_by(messages.c.id)
            .limit(limit)
        )
        return [OpenMessage(KnownMessage(*row[:-2]), row[-2], row[-1]) for row in rows]

    async def move(self, recount: Recount, moves: Sequence[Move], last_message: int) -> None:
        """Keep what moved, and how far the recount has come.

        A message that people changed meanwhile stays as they left it.
        """
        for one in moves:
            result = await self.connection.execute(
                update(messages)
                .where(
                    messages.c.id == one.message_id,
                    messages.c.answered_at.is_(None),
                    messages.c.deadline_at == one.deadline_before,
                    messages.c.block.is_not_distinct_from(one.block_before),
                )
                .values(deadline_at=one.deadline_after, block=one.block_after, block_presumed=one.presumed)
            )
            if result.rowcount:
                self.changed(Thing.MESSAGES, f"message:{one.message_id}")
                await self.connection.execute(
                    insert(recount_moves).values(
                        recount_id=recount.id,
                        message_id=one.message_id,
                        deadline_before=one.deadline_before,
                        deadline_after=one.deadline_after,
                        block_before=one.block_before,
                        block_after=one.block_after,
                    )
                )
        await self._note(recount.id, last_message=last_message)

    async def finish(self, recount: Recount) -> None:
        """Everything has been looked at."""
        await self._note(recount.id, done_at=self.clock.now())

    async def moved(self, recount: Recount) -> Sequence[Moved]:
        """What the recount has moved, by channels and numbers."""
        told = [
            *(messages.c[name] for name in ("channel", "number", "topic")),
            *(
                recount_moves.c[name]
                for name in ("deadline_before", "deadline_after", "block_before", "block_after")
            ),
            messages.c.block_presumed,
        ]
        rows = await self.connection.execute(
            select(*told)
            .join(messages, messages.c.id == recount_moves.c.message_id)
            .where(recount_moves.c.recount_id == recount.id)
            .order_by(messages.c.channel, messages.c.id)
        )
        return [Moved(*row) for row in rows]
