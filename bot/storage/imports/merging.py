"""Registries' rows put in by channel and number: laid by first, merged at a stroke; people's word stays."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
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
    null,
    or_,
    select,
    update,
)

from bot.storage.columns import Moment
from bot.storage.imports.conflicts import BATCH, SAME_MESSAGE, MessageConflicts
from bot.storage.messages.tables import import_rows, imports, messages
from bot.storage.outbox.tables import outbox
from domain.imports.completing import KnownRow, hash_of
from domain.messages.conflict import ConflictKind
from domain.messages.message import ImportState, RegistryRow
from domain.messages.place import address_of
from domain.messages.routing import Place

# What a message has from its registry alone, the same in both tables.
_PLAIN = (
    "received_at", "registered_at", "topic", "topic_group", "text", "executor", "author", "place", "url",
    "settlement", "address", "registry_hash",
)  # fmt: skip
_ALL = ("channel", "number", *_PLAIN, "unit", "block", "block_presumed", "deadline_at", "answered_at")
_OF_NO_FILE = 0


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A registry's row with the deadline and the place in the office it gets; `settlement` by its place."""

    row: RegistryRow
    deadline_at: datetime
    place: Place
    settlement: str = ""


@dataclass(frozen=True, slots=True)
class Novelty:
    """How the rows of a file stand towards what is known; `unassigned` would be nobody's."""

    new: int
    changed: int
    same: int
    unassigned: int
    conflicts: int


class MessageRows(MessageConflicts):
    """How rows come into the database."""

    async def upsert(self, placed: Sequence[PlacedRow]) -> None:
        """Put rows of no file in, at once."""
        for start in range(0, len(placed), BATCH):
            await self.lay_by([row_values(_OF_NO_FILE, one) for one in placed[start : start + BATCH]])
        await self.merge(_OF_NO_FILE)
        await self.clear_rows(_OF_NO_FILE)

    async def lay_by(self, values: Sequence[dict[str, Any]]) -> None:
        """Keep rows of a file until it is applied; `values` are of `row_values`."""
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
        """Put the rows in, or one of them; what people did by hand stays unless its row is taken."""
        chosen = import_rows.c.import_id == import_id
        if row_id is not None:
            chosen = and_(chosen, import_rows.c.id == row_id)
        differs = or_(messages.c.registry_hash != import_rows.c.registry_hash, import_rows.c.taken)
        now = self.clock.now()
        await self.connection.execute(
            update(messages).where(chosen, SAME_MESSAGE, differs).values(_merged(now))
        )
        known = exists(select(messages.c.id).where(SAME_MESSAGE).correlate(import_rows))
        rows = select(*(import_rows.c[name] for name in _ALL), literal(now, Moment()), _noted(now))
        await self.connection.execute(
            insert(messages).from_select(
                [*_ALL, "imported_at", "answer_noted_at"], rows.where(chosen, ~known)
            )
        )

    async def sample(self, import_id: int, limit: int) -> Sequence[RegistryRow]:
        """The first rows of the file."""
        names = ("channel", "number", "received_at", "registered_at", "topic", "topic_group", "text")
        rows = await self.connection.execute(
            select(*(import_rows.c[name] for name in names))
            .where(import_rows.c.import_id == import_id)
            .order_by(import_rows.c.id)
            .limit(limit)
        )
        return [RegistryRow(*row) for row in rows]

    async def shown_messages(self, import_id: int) -> Sequence[str]:
        """Messages of the file whose cards stand in some chat, as subjects."""
        shown = await self.connection.execute(
            select(outbox.c.subject).where(outbox.c.kind == "message", outbox.c.live).distinct()
        )
        ids = [int(subject.partition(":")[2]) for subject in shown.scalars()]
        of_file = select(import_rows.c.id).where(import_rows.c.import_id == import_id, SAME_MESSAGE)
        found = []
        for start in range(0, len(ids), BATCH):
            rows = await self.connection.execute(
                select(messages.c.id).where(
                    messages.c.id.in_(ids[start : start + BATCH]),
                    exists(of_file),
                )
            )
            found += [f"message:{number}" for number in rows.scalars()]
        return found

    async def given_up(self) -> int | None:
        """A file that was given up while rows of it are still kept."""
        kept = exists(select(import_rows.c.id).where(import_rows.c.import_id == imports.c.id))
        found: int | None = await self.connection.scalar(
            select(imports.c.id).where(imports.c.state == ImportState.CANCELLED, kept).limit(1)
        )
        return found

    async def clear_rows(self, import_id: int, *, keep_conflicts: bool = False) -> None:
        """Forget the rows of a file; those in conflict may stay, to be decided on later."""
        condition: ColumnElement[bool] = import_rows.c.import_id == import_id
        if keep_conflicts:
            condition = and_(condition, or_(import_rows.c.conflict == "", import_rows.c.taken))
        await self.connection.execute(delete(import_rows).where(condition))


def row_values(import_id: int, item: PlacedRow, known: KnownRow | None = None) -> dict[str, Any]:
    """A row as it is laid by; a function of its arguments alone, so that a thread can do it.

    `known` is the message that the row was completed by.
    """
    row = item.row
    return {
        "import_id": import_id,
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
        "registry_hash": hash_of(row, known, registry_hash) if known else registry_hash(row),
        "block": item.place.block,
        "block_presumed": item.place.presumed,
        "unit": item.place.unit,
        "deadline_at": item.deadline_at,
        "answered_at": row.answered_at,
    }


def registry_hash(row: RegistryRow) -> str:
    """A hash over all that the registry says of a message."""
    return hashlib.sha256(repr(row).encode()).hexdigest()[:32]


_LAY_BY = insert(import_rows)


def _taken(kind: ConflictKind) -> ColumnElement[bool]:
    return and_(import_rows.c.taken, import_rows.c.conflict.contains(kind.value))


def _noted(now: datetime) -> ColumnElement[Any]:
    """When the answer of a row became known."""
    return case((import_rows.c.answered_at.is_not(None), literal(now, Moment())), else_=null())


def _merged(now: datetime) -> dict[str, Any]:
    """What a known message becomes. An answer is never lost, and one given by hand is not changed."""
    keeps_answer = and_(
        messages.c.answered_at.is_not(None),
        or_(messages.c.answered_by_hand, import_rows.c.answered_at.is_(None)),
        ~_taken(ConflictKind.ANSWER),
    )
    keeps_block = and_(messages.c.block_by_hand, ~_taken(ConflictKind.BLOCK))
    decided = or_(messages.c.extended_by > 0, messages.c.as_appeal, messages.c.registered_by_hand)
    keeps_term = or_(
        and_(decided, ~_taken(ConflictKind.TERM)), and_(messages.c.forwarded_to != "", keeps_answer)
    )
    keeps_registration = and_(messages.c.registered_by_hand, ~_taken(ConflictKind.TERM))
    return {
        **{name: import_rows.c[name] for name in _PLAIN},
        "registered_at": case(
            (keeps_registration, messages.c.registered_at), else_=import_rows.c.registered_at
        ),
        "registered_by_hand": keeps_registration,
        "answered_at": case((keeps_answer, messages.c.answered_at), else_=import_rows.c.answered_at),
        "answer_noted_at": case(
            (
                and_(
                    messages.c.answered_at.is_not(None),
                    or_(keeps_answer, import_rows.c.answered_at.is_not(None)),
                ),
                messages.c.answer_noted_at,
            ),
            else_=_noted(now),
        ),
        "answered_by_hand": and_(messages.c.answered_by_hand, keeps_answer),
        "forwarded_to": case((keeps_answer, messages.c.forwarded_to), else_=""),
        "block": case((keeps_block, messages.c.block), else_=import_rows.c.block),
        "block_by_hand": keeps_block,
        "unit": case((messages.c.unit_by_hand, messages.c.unit), else_=import_rows.c.unit),
        "block_presumed": and_(~keeps_block, import_rows.c.block_presumed),
        "deadline_at": case((keeps_term, messages.c.deadline_at), else_=import_rows.c.deadline_at),
        "extended_by": case((_taken(ConflictKind.TERM), 0), else_=messages.c.extended_by),
        "as_appeal": and_(messages.c.as_appeal, ~_taken(ConflictKind.TERM)),
    }
