"""Citizens' messages as they are read: what grows is counted and paged by SQL on indexes, not in Python."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, and_, bindparam, case, func, select, true

from bot.storage.columns import Moment
from bot.storage.messages.search import having
from bot.storage.messages.tables import messages
from bot.storage.transaction import Store
from domain.digests.digest import DIGEST
from domain.messages.message import KnownMessage
from domain.messages.sections import DIVIDING, Breakdown, DigestCounts, MessageFilter, Section, Share

_WORTH_A_TOPIC = 20_000


class MessageReading(Store):
    """What digests, cards and the registry are read from."""

    async def get(self, message_id: int) -> KnownMessage | None:
        """The message with this id."""
        row = (await self.connection.execute(known_messages().where(messages.c.id == message_id))).first()
        return KnownMessage(*row) if row else None

    async def several(self, message_ids: Sequence[int]) -> Sequence[KnownMessage]:
        """The messages with these ids, by id."""
        rows = await self.connection.execute(
            known_messages().where(messages.c.id.in_(message_ids)).order_by(messages.c.id)
        )
        return [KnownMessage(*row) for row in rows]

    async def counts(self, chosen: MessageFilter, since: datetime) -> DigestCounts:
        """What waits by section, and what changed since a moment: each a range of an index."""
        values = {
            **{name: getattr(chosen, name) for name in DIVIDING},
            "since": since,
            "block": chosen.block,
            "channels": list(chosen.channels),
            "registering": list(chosen.registering),
        }
        statement = _COUNTS[chosen.block is not None, bool(chosen.channels)]
        return DigestCounts(*map(int, (await self.connection.execute(statement, values)).one()))

    async def count(self, chosen: MessageFilter, section: Section, limit: int) -> int:
        """How many there are in a section, but never more than `limit`."""
        some = (
            select(messages.c.id).where(await self._asked(chosen), _in_section(chosen, section)).limit(limit)
        )
        return int(await self.connection.scalar(select(func.count()).select_from(some.subquery())) or 0)

    async def page(
        self, chosen: MessageFilter, section: Section, limit: int, offset: int
    ) -> Sequence[KnownMessage]:
        """Messages of a section: open ones by deadline, the oldest first; others newest first."""
        rows = await self.connection.execute(
            known_messages()
            .where(await self._asked(chosen), _in_section(chosen, section))
            .order_by(*_order(section))
            .limit(limit)
            .offset(offset)
        )
        return [KnownMessage(*row) for row in rows]

    async def batches(
        self, chosen: MessageFilter, section: Section, size: int, limit: int
    ) -> AsyncIterator[Sequence[KnownMessage]]:
        """Messages of a section in the order of its pages, so many at a time, at most `limit`."""
        for offset in range(0, limit, size):
            batch = await self.page(chosen, section, min(size, limit - offset), offset)
            yield batch
            if len(batch) < size:
                return

    async def topics(self, chosen: MessageFilter, section: Section, limit: int) -> Sequence[str]:
        """Topics that most of these messages have, out of so many of them as a page of topics is worth."""
        some = (
            select(messages.c.topic)
            .where(await self._asked(chosen), _in_section(chosen, section), messages.c.topic != "")
            .limit(_WORTH_A_TOPIC)
            .subquery()
        )
        rows = await self.connection.execute(
            select(some.c.topic)
            .group_by(some.c.topic)
            .order_by(func.count().desc(), some.c.topic)
            .limit(limit)
        )
        return [row.topic for row in rows]

    async def _asked(self, chosen: MessageFilter) -> ColumnElement[bool]:
        if not chosen.words:
            return _chosen(chosen)
        return and_(_chosen(chosen), await having(self.connection, chosen.words, self.transaction.word_forms))

    async def breakdown(self, chosen: MessageFilter) -> Breakdown:
        """Overdue, due today and soon by blocks and by channels."""
        sections = (Section.OVERDUE, Section.TODAY, Section.SOON)
        rows = await self.connection.execute(
            select(
                messages.c.block,
                messages.c.channel,
                *(func.count(case((_in_section(chosen, section), 1))) for section in sections),
            )
            .where(
                _chosen(chosen),
                messages.c.answered_at.is_(None),
                messages.c.deadline_at <= chosen.soon_ends,
            )
            .group_by(messages.c.block, messages.c.channel)
        )
        blocks: dict[str | None, Share] = {}
        channels: dict[str, Share] = {}
        for block, channel, *counts in rows:
            blocks[block] = blocks.get(block, Share(0, 0, 0)) + Share(*counts)
            channels[channel] = channels.get(channel, Share(0, 0, 0)) + Share(*counts)
        return Breakdown(blocks, channels)


def known_messages(*extra: ColumnElement[Any]) -> Select[Any]:
    """The columns of `KnownMessage`, and these after them."""
    return select(*(messages.c[name] for name in KnownMessage.__dataclass_fields__), *extra)


def _chosen(chosen: MessageFilter) -> ColumnElement[bool]:
    conditions: list[ColumnElement[bool]] = [true()]
    if chosen.block is not None:
        conditions.append(messages.c.block == chosen.block)
    if len(chosen.channels) == 1:  # with IN the rows of one channel would be sorted, not read in order
        conditions.append(messages.c.channel == chosen.channels[0])
    elif chosen.channels:
        conditions.append(messages.c.channel.in_(chosen.channels))
    if chosen.unit is not None:
        conditions.append(messages.c.unit == chosen.unit)
    if chosen.topic is not None:
        conditions.append(messages.c.topic == chosen.topic)
    return and_(*conditions)


def _in_section(chosen: MessageFilter, section: Section) -> ColumnElement[bool]:
    deadline, waiting = messages.c.deadline_at, messages.c.answered_at.is_(None)
    match section:
        case Section.OVERDUE:
            return and_(waiting, deadline < chosen.now)
        case Section.ESCALATED:
            return and_(waiting, deadline < chosen.escalated_before)
        case Section.TODAY:
            return and_(waiting, deadline >= chosen.now, deadline <= chosen.today_ends)
        case Section.SOON:
            return and_(waiting, deadline > chosen.today_ends, deadline <= chosen.soon_ends)
        case Section.UNASSIGNED:
            return and_(waiting, messages.c.block.is_(None))
        case Section.UNREGISTERED:
            unregistered = messages.c.registered_at.is_(None)
            return and_(waiting, unregistered, messages.c.channel.in_(chosen.registering))
        case Section.OPEN:
            return waiting
        case Section.ANSWERED:
            return ~waiting
        case Section.ALL:
            return true()


def _order(section: Section) -> tuple[ColumnElement[Any], ...]:
    if section in (Section.ANSWERED, Section.ALL):
        return messages.c.received_at.desc(), messages.c.id.desc()
    if section is Section.UNREGISTERED:
        return messages.c.received_at.asc(), messages.c.id.asc()
    return messages.c.deadline_at.asc(), messages.c.id.asc()


def _counts_of(*, block: bool, channels: bool) -> Select[Any]:
    """The figures of a digest; whose messages and which moments are given when it is executed."""
    moments: dict[str, Any] = {name: bindparam(name, type_=Moment()) for name in (*DIVIDING, "since")}
    since = moments.pop("since")
    moments["registering"] = bindparam("registering", expanding=True)
    chosen = MessageFilter(**moments)
    whose: list[ColumnElement[bool]] = [true()]
    if block:
        whose.append(messages.c.block == bindparam("block"))
    if channels:
        whose.append(messages.c.channel.in_(bindparam("channels", expanding=True)))
    is_open, answered = messages.c.answered_at.is_(None), messages.c.answered_at.is_not(None)
    known_before, noted_since = messages.c.imported_at < since, messages.c.answer_noted_at >= since
    due_before = messages.c.deadline_at < since

    def count(*conditions: ColumnElement[bool]) -> ScalarSelect[int]:
        return select(func.count()).select_from(messages).where(*whose, *conditions).scalar_subquery()

    figures: list[ColumnElement[Any]] = [
        *(count(_in_section(chosen, section)) for section in DIGEST),
        count(is_open, due_before, known_before) + count(answered, noted_since, due_before, known_before),
        count(is_open, messages.c.imported_at >= since),
        count(answered, noted_since, known_before),
        count(_in_section(chosen, Section.OVERDUE), ~due_before, known_before)
        + count(
            answered, noted_since, ~due_before, messages.c.deadline_at < messages.c.answered_at, known_before
        ),
    ]
    return select(*figures)


# The figures are asked for by every digest and every greeting: built once for whom they may be about.
_COUNTS = {
    (block, channels): _counts_of(block=block, channels=channels)
    for block in (False, True)
    for channels in (False, True)
}
