"""Lists of messages: counted up to a bound, page by page, within filters and by words."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Sequence

from sqlalchemy import ColumnElement, and_, func, select

from bot.storage.messages.listing import page_after
from bot.storage.messages.search import Words
from bot.storage.messages.selecting import NEWEST_FIRST, among, in_section, known_messages, order
from bot.storage.messages.tables import messages
from bot.storage.transaction import Store
from domain.messages.listing import Mark, Outline, Sorting, mark_of, usual
from domain.messages.message import KnownMessage
from domain.messages.sections import MessageFilter, Section

_WORTH_A_TOPIC = 20_000  # open messages are few, and an index has all that is asked of them
_NEWEST_OF_A_TOPIC = 2_000  # of those that end and stay; without an order the first of the alphabet would do
_NEAR = 1_000  # from the beginning: a table of all that was found is read at once


class ListedMessages(Store):
    """Messages as lists show them."""

    async def count(self, chosen: MessageFilter, section: Section, limit: int) -> int:
        found = 0
        async for asked in self._parts(chosen, section, None):
            some = select(messages.c.id).where(asked).limit(limit - found)
            found += int(await self.connection.scalar(select(func.count()).select_from(some.subquery())) or 0)
            if found == limit:
                break
        return found

    async def page(
        self, chosen: MessageFilter, section: Section, limit: int, offset: int
    ) -> Sequence[KnownMessage]:
        if chosen.words and section in NEWEST_FIRST and offset + limit <= _NEAR:
            return (await self._newest(chosen, section, None, offset + limit))[offset:]
        rows = await self.connection.execute(
            known_messages()
            .where(await self._asked(chosen), in_section(chosen, section))
            .order_by(*order(section))
            .limit(limit)
            .offset(offset)
        )
        return [KnownMessage(*row) for row in rows]

    async def page_after(
        self, chosen: MessageFilter, section: Section, sorting: Sorting, after: Mark | None, limit: int
    ) -> Sequence[KnownMessage]:
        if chosen.words and sorting is Sorting.RECEIVED_LAST:
            return await self._newest(chosen, section, after, limit)
        asked = and_(await self._asked(chosen), in_section(chosen, section))
        rows = await self.connection.execute(page_after(asked, sorting, after, limit))
        return [KnownMessage(*row) for row in rows]

    async def still_in(
        self, chosen: MessageFilter, section: Section, message_ids: Sequence[int]
    ) -> Collection[int]:
        asked = select(messages.c.id).where(
            messages.c.id.in_(message_ids), among(chosen), in_section(chosen, section)
        )
        return set(await self.connection.scalars(asked))

    async def outlines(self, chosen: MessageFilter, section: Section, limit: int) -> Sequence[Outline]:
        columns = [messages.c[name] for name in Outline.__dataclass_fields__]
        asked = select(*columns).where(await self._asked(chosen), in_section(chosen, section)).limit(limit)
        return [Outline(*row) for row in await self.connection.execute(asked)]

    async def batches(
        self, chosen: MessageFilter, section: Section, size: int, limit: int
    ) -> AsyncIterator[Sequence[KnownMessage]]:
        """Messages of a section in the order of its pages, so many at a time, at most `limit`."""
        sorting, after = usual(section), None
        for first in range(0, limit, size):
            batch = await self.page_after(chosen, section, sorting, after, min(size, limit - first))
            yield batch
            if len(batch) < size:
                return
            after = mark_of(batch[-1], sorting)

    async def topics(self, chosen: MessageFilter, section: Section, limit: int) -> Sequence[str]:
        asked = select(messages.c.topic).where(
            await self._asked(chosen), in_section(chosen, section), messages.c.topic != ""
        )
        if chosen.words or section not in NEWEST_FIRST:
            some = asked.limit(_WORTH_A_TOPIC).subquery()
        else:
            some = asked.order_by(*order(section)).limit(_NEWEST_OF_A_TOPIC).subquery()
        rows = await self.connection.execute(
            select(some.c.topic)
            .group_by(some.c.topic)
            .order_by(func.count().desc(), some.c.topic)
            .limit(limit)
        )
        return [row.topic for row in rows]

    async def every_topic(self) -> Sequence[str]:
        topic = messages.c.topic
        first = select(func.min(topic).label("topic")).cte("topics", recursive=True)
        following = select(func.min(topic)).where(topic > first.c.topic).scalar_subquery()
        # From one to the next by the index of topics: a message of each is looked at, not all of them.
        each = first.union_all(select(following).where(first.c.topic.is_not(None)))
        found = await self.connection.scalars(select(each.c.topic).where(each.c.topic.is_not(None)))
        return list(found)

    async def _asked(self, chosen: MessageFilter) -> ColumnElement[bool]:
        return and_(among(chosen), await self._words(chosen).found()) if chosen.words else among(chosen)

    async def _parts(
        self, chosen: MessageFilter, section: Section, after: Mark | None
    ) -> AsyncIterator[ColumnElement[bool]]:
        """What is asked for, received not after the mark, in parts, the newest first."""
        here = and_(among(chosen), in_section(chosen, section))
        if not chosen.words:
            yield here
            return
        async for part in self._words(chosen).newest_first(after.moment if after else None):
            yield and_(here, part)

    async def _newest(
        self, chosen: MessageFilter, section: Section, after: Mark | None, limit: int
    ) -> Sequence[KnownMessage]:
        """What is asked for, the newest first: no more of it is looked at than fills the page."""
        found: list[KnownMessage] = []
        async for asked in self._parts(chosen, section, after):
            page = page_after(asked, Sorting.RECEIVED_LAST, after, limit - len(found))
            found += [KnownMessage(*row) for row in await self.connection.execute(page)]
            if len(found) == limit:
                break
        return found

    def _words(self, chosen: MessageFilter) -> Words:
        return Words(self.connection, chosen.words, self.transaction.word_forms, among(chosen))
