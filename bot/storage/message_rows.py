"""Registries' rows put in by channel and number: what people did by hand stays."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import and_, case, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import messages
from bot.storage.upsert import upsert
from domain.message import RegistryRow
from domain.place import address_of
from domain.ports import Clock
from domain.routing import Place

NEW, CHANGED, SAME = "new", "changed", "same"
_BATCH = 500
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A registry's row with the deadline and the place in the office it gets; `settlement` by its place."""

    row: RegistryRow
    deadline_at: datetime
    place: Place
    settlement: str = ""


class MessageRows:
    """How rows come into the database."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self.connection = connection
        self.clock = clock

    async def compare(self, rows: Iterable[RegistryRow]) -> dict[str, int]:
        """How many of these rows are new, changed and the same."""
        counts = {NEW: 0, CHANGED: 0, SAME: 0}
        for batch in _batches(list(rows)):
            known = await self._known_hashes(batch)
            for row in batch:
                counts[_novelty(row, known)] += 1
        return counts

    async def upsert(self, placed: Sequence[PlacedRow]) -> dict[str, int]:
        """Put rows in by channel and number: what people did by hand stays. Counts by novelty."""
        counts = {NEW: 0, CHANGED: 0, SAME: 0}
        for batch in _batches(placed):
            known = await self._known_hashes([item.row for item in batch])
            fresh = []
            for item in batch:
                novelty = _novelty(item.row, known)
                counts[novelty] += 1
                if novelty is not SAME:
                    fresh.append(self._values(item))
            if fresh:
                await self._upsert(fresh)
        return counts

    async def as_they_came(self) -> None:
        """As if each message and each answer had been put in at its own time: for made-up offices."""
        await self.connection.execute(
            update(messages).values(
                imported_at=messages.c.received_at, answer_noted_at=messages.c.answered_at
            )
        )

    async def _upsert(self, values: list[dict[str, Any]]) -> None:
        statement = upsert(self.connection, messages)
        new = statement.excluded
        kept_answer = and_(messages.c.answered_by_hand, new.answered_at.is_(None))
        plain = (
            "received_at", "registered_at", "topic", "topic_group", "text", "executor", "author", "place",
            "url", "registry_hash", "settlement", "address",
        )  # fmt: skip
        decided = (messages.c.extended_by > 0) | messages.c.as_appeal | (messages.c.forwarded_to != "")
        await self.connection.execute(
            statement.on_conflict_do_update(
                index_elements=["channel", "number"],
                set_={
                    **{name: new[name] for name in plain},
                    "deadline_at": case((decided, messages.c.deadline_at), else_=new.deadline_at),
                    "unit": case((messages.c.unit_by_hand, messages.c.unit), else_=new.unit),
                    "block": case((messages.c.block_by_hand, messages.c.block), else_=new.block),
                    "block_presumed": and_(~messages.c.block_by_hand, new.block_presumed),
                    "answered_at": case((kept_answer, messages.c.answered_at), else_=new.answered_at),
                    "answered_by_hand": kept_answer,
                    "answer_noted_at": case(
                        (messages.c.answered_at.is_(None), new.answer_noted_at),
                        else_=messages.c.answer_noted_at,
                    ),
                },
            ),
            values,
        )

    async def _known_hashes(self, rows: Sequence[RegistryRow]) -> dict[tuple[str, str], str]:
        numbers: dict[str, list[str]] = {}
        for row in rows:
            numbers.setdefault(row.channel, []).append(row.number)
        known = {}
        for channel, wanted in numbers.items():
            found = await self.connection.execute(
                select(messages.c.number, messages.c.registry_hash).where(
                    messages.c.channel == channel, messages.c.number.in_(wanted)
                )
            )
            known.update({(channel, item.number): item.registry_hash for item in found})
        return known

    def _values(self, item: PlacedRow) -> dict[str, Any]:
        row = item.row
        return {
            "channel": row.channel,
            "number": row.number,
            "received_at": row.received_at,
            "registered_at": row.registered_at,
            "topic": row.topic,
            "topic_group": row.topic_group,
            "text": row.text,
            "executor": row.executor,
            "author": row.author,
            "place": row.place,
            "url": row.url,
            "settlement": item.settlement,
            "address": address_of(row.place),
            "registry_hash": registry_hash(row),
            "block": item.place.block,
            "block_presumed": item.place.presumed,
            "unit": item.place.unit,
            "deadline_at": item.deadline_at,
            "answered_at": row.answered_at,
            "answer_noted_at": self.clock.now() if row.answered_at is not None else None,
            "imported_at": self.clock.now(),
        }


def registry_hash(row: RegistryRow) -> str:
    """A hash over all that the registry says of a message."""
    return hashlib.sha256(repr(row).encode()).hexdigest()[:32]


def _novelty(row: RegistryRow, known: Mapping[tuple[str, str], str]) -> str:
    before = known.get((row.channel, row.number))
    if before is None:
        return NEW
    return SAME if before == registry_hash(row) else CHANGED


def _batches(items: Sequence[Item]) -> Iterable[Sequence[Item]]:
    for start in range(0, len(items), _BATCH):
        yield items[start : start + _BATCH]
