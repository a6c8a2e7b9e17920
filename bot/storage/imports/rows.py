"""Registries' rows put in by channel and number."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    and_,
    case,
    delete,
    exists,
    false,
    func,
    insert,
    or_,
    select,
    tuple_,
    update,
)

from bot.storage.imports.conflicts import BATCH, OF_PIECE, SAME_MESSAGE, Piece
from bot.storage.imports.merging import DIFFERS, NOTED, NOW, PLAIN, another, merged
from bot.storage.imports.tables import import_before, import_rows, imports
from bot.storage.imports.undoing import StoredBefore
from bot.storage.messages.cards import shown_among
from bot.storage.messages.placed import PlacedRow
from bot.storage.messages.tables import messages
from bot.storage.transaction import Store
from domain.messages.message import ImportState, RegistryRow
from domain.office.shown import Thing

_ALL = (
    "channel",
    "number",
    "number_key",
    *PLAIN,
    "unit",
    "block",
    "block_presumed",
    "deadline_at",
    "answered_at",
    "said_status",
    "outside",
    "important",
    "interim_at",
    "refuted_at",
)
_OF_NO_FILE = 0
_LAY_BY = insert(import_rows)
_OF_A_FILE = (import_rows, import_before)
# Nobody decides on these any more.
_SETTLED = or_(import_rows.c.conflict == "", import_rows.c.taken)
_CHANGE = update(messages).where(OF_PIECE, SAME_MESSAGE, DIFFERS).values(merged())
_BRING = insert(messages).from_select(
    [*_ALL, "imported_at", "answer_noted_at"],
    select(*(import_rows.c[name] for name in _ALL), NOW, NOTED).where(
        OF_PIECE, ~exists(select(messages.c.id).where(SAME_MESSAGE).correlate(import_rows))
    ),
)
_FORGET = delete(import_rows).where(OF_PIECE, _SETTLED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the messages of a file stand once it is put in; those overdue are among the open.

    `outside`: out of control. `gone`: open, of the file's channels and days, and not in the file.
    """

    answered: int
    open: int
    overdue: int
    outside: int
    gone: int


@dataclass(frozen=True, slots=True)
class Novelty:
    """How the rows of a file stand towards what is known; `unassigned` would be open and nobody's.

    `others`, among the conflicts, tell of another message under a known number.
    """

    new: int
    changed: int
    same: int
    unassigned: int
    conflicts: int
    others: int


class StoredRows(Store):
    """Rows in the database: laid by first, merged when the file is applied."""

    async def upsert(self, placed: Sequence[PlacedRow]) -> None:
        """Put rows of no file in, at once."""
        for start in range(0, len(placed), BATCH):
            columns = await asyncio.to_thread(
                lambda some: [one.columns() for one in some], placed[start : start + BATCH]
            )
            await self.lay_by([{**one, "import_id": _OF_NO_FILE} for one in columns])
        await self.merge(_OF_NO_FILE)
        await self.clear(_OF_NO_FILE)

    async def lay_by(self, values: Sequence[dict[str, Any]]) -> None:
        """Keep rows of a file until it is applied; `values` are columns of placed rows."""
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
        nobodys = and_(
            import_rows.c.block.is_(None),
            or_(unknown, messages.c.block_by_hand.is_(False)),
            ~or_(_stands("answered_at").is_not(None), _answered_here()),
        )
        found = (unknown, changed, nobodys, import_rows.c.conflict != "", another())
        row = (
            await self.connection.execute(
                select(func.count(), *(func.count(case((one, 1))) for one in found))
                .select_from(import_rows.outerjoin(messages, SAME_MESSAGE))
                .where(import_rows.c.import_id == import_id)
            )
        ).one()
        whole, new, moved, unassigned, conflicts, others = map(int, row)
        return Novelty(new, moved, whole - new - moved, unassigned, conflicts, others)

    async def outcome(self, import_id: int) -> Outcome:
        """How the messages of a file that was laid by would stand."""
        ours = _answered_here()
        outside = and_(_stands("outside") != "", ~ours)
        answered = or_(_stands("answered_at").is_not(None), ours)
        overdue = and_(~answered, _stands("deadline_at") < self.clock.now())
        counted = (and_(answered, ~outside), ~answered, overdue, outside)
        row = (
            await self.connection.execute(
                select(*(func.count(case((one, 1))) for one in counted))
                .select_from(import_rows.outerjoin(messages, SAME_MESSAGE))
                .where(import_rows.c.import_id == import_id)
            )
        ).one()
        gone = await self.connection.scalar(
            select(func.count()).select_from(messages).where(await self._gone(import_id))
        )
        answered_here, still_open, late, out = map(int, row)
        return Outcome(answered_here, still_open, late, out, int(gone or 0))

    async def gone(self, import_id: int, limit: int) -> Sequence[tuple[int, str, str]]:
        kept = await self.connection.scalar(select(imports.c.gone).where(imports.c.id == import_id))
        rows = await self.connection.execute(
            select(messages.c.id, messages.c.number, messages.c.topic)
            .where(await self._gone(import_id) if kept is None else messages.c.id.in_(kept))
            .order_by(messages.c.received_at, messages.c.id)
            .limit(limit)
        )
        return [(row.id, row.number, row.topic) for row in rows]

    async def keep_gone(self, import_id: int, missing: Sequence[int]) -> None:
        """Keep which messages are missing in the file: from now on its rows are forgotten piece by piece."""
        found = list(missing)
        await self.connection.execute(update(imports).where(imports.c.id == import_id).values(gone=found))

    async def is_begun(self, import_id: int) -> bool:
        """Whether the rows of a file are being put in already."""
        kept = await self.connection.scalar(select(imports.c.gone).where(imports.c.id == import_id))
        return kept is not None

    async def piece(self, import_id: int, after: int, size: int) -> Piece | None:
        """The next so many rows of a file; None where there are none left."""
        some = (
            select(import_rows.c.id)
            .where(import_rows.c.import_id == import_id, import_rows.c.id > after)
            .order_by(import_rows.c.id)
            .limit(size)
            .subquery()
        )
        last = await self.connection.scalar(select(func.max(some.c.id)))
        return None if last is None else Piece(import_id, after, int(last))

    async def _gone(self, import_id: int) -> ColumnElement[bool]:
        """Open messages of the days that the file speaks of, channel by channel, which it does not name."""
        of_file = import_rows.c.import_id == import_id
        spans = await self.connection.execute(
            select(
                import_rows.c.channel,
                func.min(import_rows.c.received_at).label("since"),
                func.max(import_rows.c.received_at).label("until"),
            )
            .where(of_file)
            .group_by(import_rows.c.channel)
        )
        within = [
            and_(messages.c.channel == channel, messages.c.received_at.between(since, until))
            for channel, since, until in spans
        ]
        named = exists(select(import_rows.c.id).where(of_file, SAME_MESSAGE).correlate(messages))
        return and_(messages.c.answered_at.is_(None), or_(false(), *within), ~named)

    async def merge(self, import_id: int, row_id: int | None = None) -> None:
        piece = Piece(import_id) if row_id is None else Piece(import_id, row_id - 1, row_id)
        of_file = select(import_rows.c.channel, import_rows.c.number_key).where(
            import_rows.c.import_id == import_id,
            import_rows.c.id > piece.after,
            import_rows.c.id <= piece.last,
        )
        shown = await shown_among(
            self.connection, tuple_(messages.c.channel, messages.c.number_key).in_(of_file)
        )
        self.changed(Thing.MESSAGES, *(f"message:{number}" for number in shown))
        await self._merge(piece)

    async def merge_piece(self, piece: Piece) -> None:
        """Put these rows in and forget them; whoever puts in the last one tells which messages changed."""
        await self._merge(piece)
        await self.connection.execute(_FORGET, piece.named)

    async def _merge(self, piece: Piece) -> None:
        put_in = {**piece.named, "now": self.clock.now()}
        before = StoredBefore(self.transaction)
        newest = await before.newest()
        if piece.import_id != _OF_NO_FILE:
            await before.keep(piece)
        await self.connection.execute(_CHANGE, put_in)
        await self.connection.execute(_BRING, put_in)
        if piece.import_id != _OF_NO_FILE:
            await before.keep_new(piece.import_id, newest)

    async def sample(self, import_id: int, limit: int) -> Sequence[RegistryRow]:
        names = ("channel", "number", "received_at", "topic", "text", "executor")
        answered = case((import_rows.c.outside == "", import_rows.c.answered_at)).label("answered_at")
        rows = await self.connection.execute(
            select(*(import_rows.c[name] for name in names), answered)
            .where(import_rows.c.import_id == import_id)
            .order_by(import_rows.c.id)
            .limit(limit)
        )
        return [RegistryRow(**row) for row in rows.mappings()]

    async def given_up(self) -> int | None:
        """A file given up or set aside of which rows are still kept, or messages as they were before it."""
        kept = (exists(select(one.c.id).where(one.c.import_id == imports.c.id)) for one in _OF_A_FILE)
        found: int | None = await self.connection.scalar(
            select(imports.c.id)
            .where(imports.c.state.in_((ImportState.CANCELLED, ImportState.REFUSED)), or_(*kept))
            .limit(1)
        )
        return found

    async def clear(self, import_id: int, *, keep_conflicts: bool = False) -> None:
        """Forget the rows of a file; those in conflict may stay, to be decided on later."""
        self.changed(f"import:{import_id}")
        condition: ColumnElement[bool] = import_rows.c.import_id == import_id
        if keep_conflicts:
            condition = and_(condition, _SETTLED)
        await self.connection.execute(delete(import_rows).where(condition))


def _answered_here() -> ColumnElement[bool]:
    """An answer that was given here and stays."""
    here = and_(messages.c.answered_at.is_not(None), messages.c.answered_by_hand, ~import_rows.c.taken)
    return func.coalesce(here, false())


def _stands(name: str) -> ColumnElement[Any]:
    """What a column of the message will say; a row that tells of another message changes nothing."""
    return case((another(), messages.c[name]), else_=import_rows.c[name])
