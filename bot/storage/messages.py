"""Citizens' messages: what grows is counted and paged by SQL on indexes, not in Python."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import messages, topic_choices
from bot.storage.upsert import upsert
from domain.digest import Breakdown, DigestCounts, MessageFilter, Section, Share
from domain.message import KnownMessage, RegistryRow
from domain.ports import Clock
from domain.routing import normalise

NEW, CHANGED, SAME = "new", "changed", "same"
_BATCH = 500
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A registry's row with the deadline and the place in the office it gets."""

    row: RegistryRow
    deadline_at: datetime
    block: str | None
    unit: str | None


class StoredMessages:
    """Messages in the database."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self.connection = connection
        self.clock = clock

    async def get(self, message_id: int) -> KnownMessage | None:
        """The message with this id."""
        row = (await self.connection.execute(_known().where(messages.c.id == message_id))).first()
        return KnownMessage(*row) if row else None

    # The digest

    async def counts(self, chosen: MessageFilter, day_before: datetime) -> DigestCounts:
        """Overdue, due today, due soon, without a block; and overdue as it stood at `day_before`."""
        overdue_before = and_(
            messages.c.deadline_at < day_before,
            or_(messages.c.answered_at.is_(None), messages.c.answered_at >= day_before),
            messages.c.received_at < day_before,
        )
        waiting = messages.c.answered_at.is_(None)
        row = (
            await self.connection.execute(
                select(
                    *(
                        func.count(case((and_(waiting, _in_section(chosen, section)), 1)))
                        for section in (Section.OVERDUE, Section.TODAY, Section.SOON, Section.UNASSIGNED)
                    ),
                    func.count(case((overdue_before, 1))),
                ).where(_chosen(chosen), or_(waiting, messages.c.answered_at >= day_before))
            )
        ).one()
        return DigestCounts(*map(int, row))

    async def page(
        self, chosen: MessageFilter, section: Section, limit: int, offset: int
    ) -> Sequence[KnownMessage]:
        """Messages of a section, those with the oldest deadline first."""
        rows = await self.connection.execute(
            _known()
            .where(_chosen(chosen), messages.c.answered_at.is_(None), _in_section(chosen, section))
            .order_by(messages.c.deadline_at, messages.c.id)
            .limit(limit)
            .offset(offset)
        )
        return [KnownMessage(*row) for row in rows]

    async def breakdown(self, chosen: MessageFilter) -> Breakdown:
        """Overdue, due today and soon by blocks and by channels."""
        return Breakdown(
            blocks=await self._shares(messages.c.block, chosen),
            channels=await self._shares(messages.c.channel, chosen),
        )

    async def _shares(self, column: ColumnElement[Any], chosen: MessageFilter) -> dict[Any, Share]:
        sections = (Section.OVERDUE, Section.TODAY, Section.SOON)
        rows = await self.connection.execute(
            select(column, *(func.count(case((_in_section(chosen, section), 1))) for section in sections))
            .where(
                _chosen(chosen),
                messages.c.answered_at.is_(None),
                messages.c.deadline_at <= chosen.soon_ends,
            )
            .group_by(column)
        )
        return {row[0]: Share(*row[1:]) for row in rows}

    # What people do

    async def answer(self, message_id: int, at: datetime | None) -> None:
        """Record by hand that the citizen was answered; None takes it back."""
        await self._change(message_id, answered_at=at, answered_by_hand=at is not None)

    async def assign_block(self, message_id: int, block: str) -> None:
        """Assign the message to a block by hand; an import never undoes it."""
        await self._change(message_id, block=block, block_by_hand=True)

    async def remember_topic(self, topic: str, block: str, user_id: int) -> int:
        """Messages with this topic belong to the block from now on; how many moved."""
        values = {"block": block, "chosen_by": user_id, "chosen_at": self.clock.now()}
        statement = upsert(self.connection, topic_choices).values(topic=normalise(topic)[:400], **values)
        await self.connection.execute(statement.on_conflict_do_update(index_elements=["topic"], set_=values))
        result = await self.connection.execute(
            update(messages)
            .where(
                messages.c.topic == topic,
                messages.c.block_by_hand.is_(False),
                messages.c.block.is_distinct_from(block),
            )
            .values(block=block)
        )
        return result.rowcount

    async def remembered_topics(self) -> Mapping[str, str]:
        """Topics whose block was chosen by hand: normalised topic → block."""
        rows = await self.connection.execute(select(topic_choices.c.topic, topic_choices.c.block))
        return {row.topic: row.block for row in rows}

    async def give_reason(self, message_id: int, reason: str) -> None:
        """Why the answer is late."""
        await self._change(message_id, delay_reason=reason)

    async def _change(self, message_id: int, **values: Any) -> None:
        await self.connection.execute(update(messages).where(messages.c.id == message_id).values(**values))

    # Import

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

    async def _upsert(self, values: list[dict[str, Any]]) -> None:
        statement = upsert(self.connection, messages)
        new = statement.excluded
        kept_answer = and_(messages.c.answered_by_hand, new.answered_at.is_(None))
        plain = (
            "received_at", "registered_at", "topic", "topic_group", "text", "executor", "author", "place",
            "url", "registry_hash", "unit", "deadline_at",
        )  # fmt: skip
        await self.connection.execute(
            statement.on_conflict_do_update(
                index_elements=["channel", "number"],
                set_={
                    **{name: new[name] for name in plain},
                    "block": case((messages.c.block_by_hand, messages.c.block), else_=new.block),
                    "answered_at": case((kept_answer, messages.c.answered_at), else_=new.answered_at),
                    "answered_by_hand": kept_answer,
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
            "registry_hash": registry_hash(row),
            "block": item.block,
            "unit": item.unit,
            "deadline_at": item.deadline_at,
            "answered_at": row.answered_at,
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


def _known() -> Select[Any]:
    names = KnownMessage.__dataclass_fields__
    return select(*(messages.c[name] for name in names))


def _chosen(chosen: MessageFilter) -> ColumnElement[bool]:
    conditions: list[ColumnElement[bool]] = [true()]
    if chosen.block is not None:
        conditions.append(messages.c.block == chosen.block)
    if chosen.channels:
        conditions.append(messages.c.channel.in_(chosen.channels))
    return and_(*conditions)


def _in_section(chosen: MessageFilter, section: Section) -> ColumnElement[bool]:
    deadline = messages.c.deadline_at
    if section is Section.OVERDUE:
        return deadline < chosen.now
    if section is Section.TODAY:
        return and_(deadline >= chosen.now, deadline <= chosen.today_ends)
    if section is Section.SOON:
        return and_(deadline > chosen.today_ends, deadline <= chosen.soon_ends)
    return messages.c.block.is_(None)
