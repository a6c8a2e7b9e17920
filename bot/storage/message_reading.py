"""Citizens' messages as they are read: what grows is counted and paged by SQL on indexes, not in Python."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import messages
from domain.digest import Breakdown, DigestCounts, MessageFilter, Section, Share
from domain.message import KnownMessage


class MessageReading:
    """What digests, cards and the registry are read from."""

    connection: AsyncConnection

    async def get(self, message_id: int) -> KnownMessage | None:
        """The message with this id."""
        row = (await self.connection.execute(known_messages().where(messages.c.id == message_id))).first()
        return KnownMessage(*row) if row else None

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
            known_messages()
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


def known_messages(*extra: ColumnElement[Any]) -> Select[Any]:
    """The columns of `KnownMessage`, and these after them."""
    return select(*(messages.c[name] for name in KnownMessage.__dataclass_fields__), *extra)


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
