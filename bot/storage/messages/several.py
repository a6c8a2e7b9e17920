"""Messages that people deal with at once: which, what is done, how far it has come."""

from __future__ import annotations

from collections import Counter
from dataclasses import astuple
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
    and_,
    delete,
    insert,
    select,
    update,
)

from bot.storage.columns import Identifier, Moment, key_column, metadata
from bot.storage.transaction import Store
from domain.messages.several import Chosen, Doing, Several, SeveralState

several_messages = Table(
    "several_messages",
    metadata,
    key_column(),
    Column("user_id", BigInteger, nullable=False),
    Column("chosen", JSON, nullable=False),
    Column("doing", String(20), nullable=False),
    Column("value", Text, nullable=False),
    Column("state", String(20), nullable=False),
    Column("looked_at", Integer, nullable=False, server_default="0"),
    Column("done", Integer, nullable=False, server_default="0"),
    Column("left", JSON, nullable=False),
    Column("incident", Identifier, nullable=False, server_default="0"),
    Column("asked_at", Moment, nullable=False),
    Index(
        "ix_several_messages_confirmed",
        "id",
        sqlite_where=Column("state") == SeveralState.CONFIRMED.value,
        postgresql_where=Column("state") == SeveralState.CONFIRMED.value,
    ),
)

_TOLD_EVERY = 20  # messages between two edits of the card


class StoredSeveral(Store):
    """Many messages at once, in the database."""

    async def get(self, number: int) -> Several | None:
        return await self._first(several_messages.c.id == number)

    async def waiting(self) -> Several | None:
        """The oldest that was confirmed and is not done."""
        return await self._first(several_messages.c.state == SeveralState.CONFIRMED.value)

    async def add(self, several: Several) -> int:
        values = {**_columns(several), "chosen": [astuple(one) for one in several.chosen]}
        result = await self.connection.execute(
            insert(several_messages)
            .values(user_id=several.user_id, asked_at=self.clock.now(), **values)
            .returning(several_messages.c.id)
        )
        several.id = int(result.scalar_one())
        return several.id

    async def save(self, several: Several) -> None:
        self.ask_work()
        if several.state is not SeveralState.CONFIRMED or several.looked_at % _TOLD_EVERY == 0:
            self.changed(several.entity)
        await self.connection.execute(
            update(several_messages).where(several_messages.c.id == several.id).values(**_columns(several))
        )

    async def forget(self, before: datetime) -> None:
        """Forget what was asked before this moment and is not being done."""
        asked = several_messages.c
        old = and_(asked.asked_at < before, asked.state != SeveralState.CONFIRMED.value)
        await self.connection.execute(delete(several_messages).where(old))

    async def _first(self, condition: Any) -> Several | None:
        statement = select(several_messages).where(condition).order_by(several_messages.c.id).limit(1)
        row = (await self.connection.execute(self.locked(statement))).first()
        return _several(row) if row else None


def _columns(several: Several) -> dict[str, Any]:
    return {
        "doing": several.doing.value if several.doing else "",
        "value": several.value,
        "state": several.state.value,
        "looked_at": several.looked_at,
        "done": several.done,
        "left": dict(several.left),
        "incident": several.incident,
    }


def _several(row: Any) -> Several:
    return Several(
        id=row.id,
        user_id=row.user_id,
        chosen=[Chosen(*one) for one in row.chosen],
        doing=Doing(row.doing) if row.doing else None,
        value=row.value,
        state=SeveralState(row.state),
        looked_at=row.looked_at,
        done=row.done,
        left=Counter(row.left),
        incident=row.incident,
    )
