"""What messages were before a file was put in, and how they become that again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Insert,
    Select,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)

from bot.storage.columns import Identifier
from bot.storage.imports.conflicts import OF_PIECE, SAME_MESSAGE, Piece
from bot.storage.imports.merging import DIFFERS, PLAIN
from bot.storage.imports.tables import import_before, import_rows, imports
from bot.storage.messages.cards import shown_among
from bot.storage.messages.tables import extensions, messages
from bot.storage.transaction import Store
from domain.messages.message import ImportState
from domain.office.shown import Thing

_KEPT = tuple(column.name for column in messages.columns if column.name != "id")
_PLAIN = (*PLAIN, "said_status", "outside")
_ANSWER = ("answered_at", "answered_by_hand", "answer_noted_at", "forwarded_to")
_BLOCK = ("block", "block_by_hand", "block_presumed")
_UNIT = ("unit",)
_STAGES = ("important", "interim_at", "refuted_at", "staged_by_hand")
_TERM = ("deadline_at", "extended_by", "as_appeal", "registered_by_hand", *_STAGES)


def _keep() -> Insert:
    kept, of_file = import_before.c, bindparam("of_file", type_=Identifier)
    known = exists(select(kept.id).where(kept.import_id == of_file, kept.message_id == messages.c.id))
    return insert(import_before).from_select(
        ["import_id", "message_id", *_KEPT],
        select(of_file, messages.c.id, *(messages.c[name] for name in _KEPT))
        .select_from(import_rows.join(messages, SAME_MESSAGE))
        .where(OF_PIECE, DIFFERS, ~known),
    )


_KEEP = _keep()
_KEEP_NEW = insert(import_before).from_select(
    ["import_id", "message_id"],
    select(bindparam("of_file", type_=Identifier), messages.c.id).where(messages.c.id > bindparam("after")),
)


@dataclass(frozen=True, slots=True)
class PutBack:
    """How many messages are as they were, are gone again, and stay because people worked on them since."""

    restored: int
    removed: int
    kept: int

    def __add__(self, other: PutBack) -> PutBack:
        return PutBack(self.restored + other.restored, self.removed + other.removed, self.kept + other.kept)


class StoredBefore(Store):
    """Messages as they were before each file that may still be undone."""

    async def newest(self) -> int:
        """The newest message's id: those that come later are the file's own."""
        return int(await self.connection.scalar(select(func.max(messages.c.id))) or 0)

    async def keep(self, piece: Piece) -> None:
        """Keep the messages that these rows are about to change."""
        await self.connection.execute(_KEEP, piece.named)

    async def keep_new(self, import_id: int, after: int) -> None:
        """Note the messages that the file brought."""
        await self.connection.execute(_KEEP_NEW, {"of_file": import_id, "after": after})

    async def count(self, import_id: int) -> int:
        """How many messages the file has changed or brought so far."""
        mine = select(func.count()).select_from(import_before).where(import_before.c.import_id == import_id)
        return int(await self.connection.scalar(mine) or 0)

    async def put_in_last(self, import_id: int) -> datetime | None:
        """When this file was put in, if it was the last; None of any other."""
        row = await self._last_applied()
        return row.applied_at if row is not None and row.id == import_id else None

    async def _last_applied(self) -> Any:
        last = await self.connection.execute(
            select(imports.c.id, imports.c.applied_at)
            .where(imports.c.state == ImportState.APPLIED, imports.c.applied_at.is_not(None))
            .order_by(imports.c.applied_at.desc(), imports.c.id.desc())
            .limit(1)
        )
        return last.first()

    async def put_back(self, import_id: int, limit: int) -> PutBack | None:
        """Make so many messages what they were, and forget what was kept of them; None where none is left.

        What people did to them since stays.
        """
        before = import_before.c
        mine = before.import_id == import_id
        some = select(before.message_id).where(mine).order_by(before.message_id).limit(limit).subquery()
        last = await self.connection.scalar(select(func.max(some.c.message_id)))
        if last is None:
            return None
        piece = and_(mine, before.message_id <= last)
        await self._tell(piece)
        restored = await self.connection.execute(
            update(messages)
            .where(piece, before.message_id == messages.c.id, before.number.is_not(None))
            .values(_former())
        )
        new = select(before.message_id).where(piece, before.number.is_(None))
        worked_on = or_(
            messages.c.answered_by_hand, messages.c.block_by_hand, messages.c.unit_by_hand,
            messages.c.registered_by_hand, messages.c.staged_by_hand, messages.c.as_appeal,
            messages.c.extended_by > 0,
            messages.c.delay_reason != "", messages.c.quality != "", messages.c.result != "",
            exists(select(extensions.c.id).where(extensions.c.message_id == messages.c.id)),
        )  # fmt: skip
        removed = await self.connection.execute(delete(messages).where(messages.c.id.in_(new), ~worked_on))
        brought = await self.connection.scalar(select(func.count()).select_from(new.subquery()))
        await self.connection.execute(delete(import_before).where(piece))
        return PutBack(restored.rowcount, removed.rowcount, int(brought or 0) - removed.rowcount)

    async def tell(self, import_id: int) -> None:
        """What shows a message that the file brought or changed shows it otherwise."""
        await self._tell(import_before.c.import_id == import_id)

    async def _tell(self, kept: ColumnElement[bool]) -> None:
        of_these = select(import_before.c.message_id).where(kept)
        shown = await shown_among(self.connection, messages.c.id.in_(of_these))
        self.changed(Thing.MESSAGES, *(f"message:{number}" for number in shown))

    async def has_former(self) -> bool:
        """Whether anything is kept of files that may be undone no longer: others were put in since."""
        return await self.connection.scalar((await self._former()).limit(1)) is not None

    async def forget_former(self, limit: int) -> None:
        """Forget so many of what is kept of them."""
        some = (await self._former()).limit(limit)
        await self.connection.execute(delete(import_before).where(import_before.c.id.in_(some)))

    async def _former(self) -> Select[int]:
        last = await self._last_applied()
        former = select(imports.c.id).where(imports.c.state == ImportState.APPLIED)
        if last is not None:
            former = former.where(imports.c.id != last.id)
        return select(import_before.c.id).where(import_before.c.import_id.in_(former))


def _former() -> dict[str, Any]:
    before, now = import_before.c, messages.c
    since = {
        _ANSWER: and_(
            now.answered_by_hand, or_(~before.answered_by_hand, now.answered_at != before.answered_at)
        ),
        _BLOCK: and_(now.block_by_hand, or_(~before.block_by_hand, now.block.is_distinct_from(before.block))),
        _UNIT: and_(now.unit_by_hand, ~before.unit_by_hand),
        _TERM: or_(
            now.extended_by > before.extended_by,
            and_(now.as_appeal, ~before.as_appeal),
            and_(now.staged_by_hand, ~before.staged_by_hand),
            and_(now.registered_by_hand, ~before.registered_by_hand),
        ),
    }
    values: dict[str, Any] = {name: before[name] for name in _PLAIN}
    for names, done in since.items():
        values |= {name: case((done, now[name]), else_=before[name]) for name in names}
    values["registered_at"] = case((since[_TERM], now.registered_at), else_=before.registered_at)
    return values
