"""Where a registry's rows contradict what people did: found when a file is laid by, decided on by people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, func, or_, select, update

from bot.storage.imports.tables import import_rows
from bot.storage.messages.selecting import as_it_came
from bot.storage.messages.tables import messages
from bot.storage.transaction import Store
from domain.messages.conflict import Conflict, ConflictKind, ConflictTally

BATCH = 250  # rows a statement: some milliseconds of the event loop
_LAST = 2**63 - 1
SAME_MESSAGE = and_(
    messages.c.channel == import_rows.c.channel, messages.c.number_key == import_rows.c.number_key
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some rows of a file: those after one, up to another; all of them where neither is named."""

    import_id: int
    after: int = 0
    last: int = _LAST

    @property
    def named(self) -> dict[str, int]:
        """What `OF_PIECE` is told."""
        return {"of_file": self.import_id, "after_row": self.after, "last_row": self.last}


# Statements of many pieces are put together once.
OF_PIECE = and_(
    import_rows.c.import_id == bindparam("of_file"),
    import_rows.c.id > bindparam("after_row"),
    import_rows.c.id <= bindparam("last_row"),
)


class StoredConflicts(Store):
    """Conflicts of a file with what people did."""

    async def find(self, piece: Piece, zone: ZoneInfo) -> None:
        """Find where the file says other than people did; `zone` tells one day from another."""
        rows = (await self.connection.execute(_CONTRADICTING, piece.named)).all()
        marks = []
        for row in rows:
            kinds = [kind.value for kind in _kinds(row, zone)]
            if kinds:
                marks.append({"row": row.row_id, "kinds": " ".join(kinds)})
        for start in range(0, len(marks), BATCH):
            await self.connection.execute(_MARK, marks[start : start + BATCH])

    async def page(self, import_id: int, limit: int, offset: int) -> Sequence[Conflict]:
        """Where the file says other than people did, in the file's order."""
        rows = await self.connection.execute(
            _conflicts(import_id).order_by(import_rows.c.id).limit(limit).offset(offset)
        )
        return [_conflict(row) for row in rows]

    async def get(self, import_id: int, row_id: int) -> Conflict | None:
        row = (await self.connection.execute(_conflicts(import_id).where(import_rows.c.id == row_id))).first()
        return _conflict(row) if row else None

    async def take(self, row_id: int, *, taken: bool) -> None:
        result = await self.connection.execute(
            update(import_rows)
            .where(import_rows.c.id == row_id)
            .values(taken=taken)
            .returning(import_rows.c.import_id)
        )
        self.changed(f"import:{result.scalar_one()}")

    async def take_all(self, import_id: int, *, taken: bool) -> int:
        result = await self.connection.execute(
            update(import_rows)
            .where(
                import_rows.c.import_id == import_id,
                import_rows.c.conflict != "",
                import_rows.c.taken.is_not(taken),
            )
            .values(taken=taken)
        )
        self.changed(f"import:{import_id}")
        return result.rowcount

    async def tally(self, import_id: int) -> ConflictTally:
        row = (
            await self.connection.execute(
                select(func.count(), func.count(case((import_rows.c.taken, 1))))
                .select_from(import_rows.join(messages, SAME_MESSAGE))
                .where(import_rows.c.import_id == import_id, import_rows.c.conflict != "")
            )
        ).one()
        whole, taken = map(int, row)
        return ConflictTally(whole - taken, taken)


_MARK = update(import_rows).where(import_rows.c.id == bindparam("row")).values(conflict=bindparam("kinds"))


def _contradicting() -> Select[Any]:
    """Rows that may be in conflict, with what is needed to tell."""
    row, known = import_rows.c, messages.c
    answer = and_(
        known.answered_at.is_not(None),
        known.answered_by_hand,
        or_(row.answered_at.is_(None), row.answered_at != known.answered_at),
    )
    block = and_(
        known.block_by_hand,
        row.block.is_distinct_from(known.block),
        or_(row.topic != known.topic, _differs("executor")),
    )
    decided = or_(known.extended_by > 0, known.as_appeal, known.registered_by_hand)
    term = and_(decided, or_(row.received_at != known.received_at, row.topic != known.topic))
    # A registry that does not know yet when the message was registered contradicts nobody.
    unknown_yet = and_(known.registered_by_hand, row.registered_at.is_(None))
    registration = and_(decided, ~unknown_yet, row.registered_at.is_distinct_from(known.registered_at))
    # One that comes of another day, about something else, in other words is hardly the same message.
    other = and_(row.received_at != known.received_at, *(_says_otherwise(name) for name in ("topic", "text")))
    return (
        select(
            row.id.label("row_id"),
            row.received_at.label("received_there"),
            known.received_at.label("received_here"),
            row.answered_at.label("theirs"),
            known.answered_at.label("ours"),
            row.registered_at.label("registered_there"),
            case((known.registered_by_hand, known.registered_at)).label("registered_here"),
            *(
                case((condition, 1), else_=0).label(name)
                for name, condition in (
                    ("answer", answer),
                    ("block", block),
                    ("term", term),
                    ("registration", registration),
                    ("other", other),
                )
            ),
        )
        .select_from(import_rows.join(messages, SAME_MESSAGE))
        .where(OF_PIECE, or_(answer, block, term, registration, other))
    )


def _differs(name: str) -> ColumnElement[bool]:
    theirs, ours = (as_it_came(name, of) for of in (import_rows, messages))
    return theirs != ours


def _says_otherwise(name: str) -> ColumnElement[bool]:
    """Both say something, and not the same."""
    return and_(import_rows.c[name] != "", messages.c[name] != "", _differs(name))


_CONTRADICTING = _contradicting()


def _kinds(row: Any, zone: ZoneInfo) -> Iterable[ConflictKind]:
    """Two answers of one day are one, and so are two registrations: a registry may not know the hour."""
    if row.answer and not _same_day(row.theirs, row.ours, zone):
        yield ConflictKind.ANSWER
    if row.block:
        yield ConflictKind.BLOCK
    if row.term or (row.registration and not _same_day(row.registered_there, row.registered_here, zone)):
        yield ConflictKind.TERM
    if row.other and not _same_day(row.received_there, row.received_here, zone):
        yield ConflictKind.MESSAGE


def _same_day(one: datetime | None, other: datetime | None, zone: ZoneInfo) -> bool:
    if one is None or other is None:
        return False
    return one.astimezone(zone).date() == other.astimezone(zone).date()


def _conflicts(import_id: int) -> Select[Any]:
    row, known = import_rows.c, messages.c
    return (
        select(
            row.id, known.id.label("message_id"), row.channel, row.number, row.topic, row.conflict, row.taken,
            known.answered_at.label("our_answer"), row.answered_at.label("their_answer"),
            known.block.label("our_block"), row.block.label("their_block"),
            known.deadline_at.label("our_term"), row.deadline_at.label("their_term"),
            known.received_at.label("our_received"), row.received_at.label("their_received"),
            known.topic.label("our_topic"),
        )
        .select_from(import_rows.join(messages, SAME_MESSAGE))
        .where(row.import_id == import_id, row.conflict != "")
    )  # fmt: skip


def _conflict(row: Any) -> Conflict:
    return Conflict(
        row_id=row.id,
        message_id=row.message_id,
        channel=row.channel,
        number=row.number,
        topic=row.topic,
        kinds=tuple(ConflictKind(kind) for kind in row.conflict.split()),
        taken=row.taken,
        our_answer=row.our_answer,
        their_answer=row.their_answer,
        our_block=row.our_block,
        their_block=row.their_block,
        our_term=row.our_term,
        their_term=row.their_term,
        our_received=row.our_received,
        their_received=row.their_received,
        our_topic=row.our_topic,
    )
