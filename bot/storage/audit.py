"""The audit log: append-only, each entry with the hash of the one before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Index,
    Integer,
    String,
    Table,
    Text,
    false,
    insert,
    select,
)

from bot.storage.columns import Moment, key_column, metadata
from bot.storage.locks import AUDIT
from bot.storage.transaction import Store
from domain.office.act import Act, Recorded

if TYPE_CHECKING:
    from domain.people.roster import Actor

FIRST_HASH = "0" * 64
_AT_ONCE = 1000  # rows
# What it is of whose cards tell its history.
_TELLS_HISTORY = "message:"

audit = Table(
    "audit",
    metadata,
    key_column(),
    Column("at", Moment, nullable=False),
    Column("user_id", BigInteger),
    Column("seat", Integer),
    Column("acting", Boolean, nullable=False, server_default=false()),
    Column("kind", String(40), nullable=False),
    Column("entity", String(60), nullable=False),
    Column("data", Text, nullable=False),
    Column("previous_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Index(None, "entity"),
)

# Statements of every tap are built once: building them anew would cost a vote as much as executing them.
_LAST_HASH = select(audit.c.hash).order_by(audit.c.id.desc()).limit(1)
_APPEND = insert(audit)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the log as it is kept; `data` is JSON."""

    id: int
    at: datetime
    user_id: int | None
    seat: int | None
    acting: bool
    kind: str
    entity: str
    data: str


class StoredAudit(Store):
    """The log in the database."""

    async def record(self, actor: Actor | None, act: Act, *, acting: bool = False) -> None:
        # One writer of the chain at a time; SQLite has but one writer anyhow.
        await self.transaction.alone(AUDIT)
        previous = await self.connection.scalar(_LAST_HASH)
        entry = {
            "at": self.clock.now(),
            "user_id": actor.user_id if actor else None,
            "seat": actor.seat if actor else None,
            "acting": acting,
            "kind": act.kind,
            "entity": act.entity,
            "data": json.dumps(dict(act.data), ensure_ascii=False, sort_keys=True, separators=(",", ":")),
            "previous_hash": previous or FIRST_HASH,
        }
        await self.connection.execute(_APPEND, {**entry, "hash": entry_hash(entry)})
        if act.entity.startswith(_TELLS_HISTORY):
            self.changed(act.entity)

    async def history(self, entity: str, limit: int) -> Sequence[Recorded]:
        names = ("at", "seat", "acting", "kind", "data")
        rows = await self.connection.execute(
            select(*(audit.c[name] for name in names))
            .where(audit.c.entity == entity)
            .order_by(audit.c.id.desc())
            .limit(limit)
        )
        return [Recorded(row.at, row.seat, row.acting, row.kind, json.loads(row.data)) for row in rows]

    async def page(
        self, before: int | None, limit: int, *, kind: str = "", entity: str = ""
    ) -> Sequence[Entry]:
        """Entries before this one, the newest first; of one kind, or of one entity, where they are named."""
        names = ("id", "at", "user_id", "seat", "acting", "kind", "entity", "data")
        asked = select(*(audit.c[name] for name in names)).order_by(audit.c.id.desc()).limit(limit)
        if before is not None:
            asked = asked.where(audit.c.id < before)
        for column, value in ((audit.c.kind, kind), (audit.c.entity, entity)):
            asked = asked.where(column == value) if value else asked
        return [Entry(*row) for row in await self.connection.execute(asked)]

    async def holds(self, entry: int, fingerprint: str) -> bool:
        """Whether the entry with this id has this hash."""
        return await self.connection.scalar(select(audit.c.hash).where(audit.c.id == entry)) == fingerprint

    async def broken_entry(self) -> int | None:
        """The id of the first entry that does not follow from the one before; None when all do."""
        return await self.connection.run_sync(first_broken)


def first_broken(connection: Connection) -> int | None:
    """The id of the first entry that does not follow from the one before; None when all do."""
    previous = FIRST_HASH
    entries = select(audit).order_by(audit.c.id)
    for row in connection.execute(entries, execution_options={"yield_per": _AT_ONCE}):
        entry = dict(row._mapping)
        if entry["previous_hash"] != previous or entry["hash"] != entry_hash(entry):
            return int(entry["id"])
        previous = entry["hash"]
    return None


def entry_hash(entry: dict[str, object]) -> str:
    """The hash of an entry over its fields and the hash before it."""
    at = entry["at"]
    assert isinstance(at, datetime)
    fields = [
        at.isoformat(),
        *(entry[name] for name in ("user_id", "seat", "acting", "kind", "entity", "data", "previous_hash")),
    ]
    return hashlib.sha256(json.dumps(fields, ensure_ascii=False).encode()).hexdigest()
