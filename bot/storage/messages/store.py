"""Citizens' messages: read for digests, cards and lists, dealt with by people."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, func, insert, or_, select, update

from bot.names import masked
from bot.storage.messages.cards import shown_among
from bot.storage.messages.listed import ListedMessages
from bot.storage.messages.placed import PlacedRow
from bot.storage.messages.search import forget_deleted_words
from bot.storage.messages.selecting import (
    COUNTS,
    among,
    behind_others,
    folded,
    in_section,
    known_messages,
    order,
    stages_counted,
)
from bot.storage.messages.tables import extensions, messages, topic_choices
from bot.storage.transaction import read_once
from bot.storage.upsert import upsert
from domain.messages.by_hand import own_numbers
from domain.messages.message import KnownMessage, RegistryRow
from domain.messages.number import canonical_number
from domain.messages.routing import Place
from domain.messages.sections import DIVIDING, Breakdown, DigestCounts, MessageFilter, Section, Share
from domain.messages.stages import Stages
from domain.messages.terms import Extended
from domain.messages.words import normalise
from domain.office.shown import Thing


class StoredMessages(ListedMessages):
    """Messages in the database."""

    @read_once
    async def get(self, message_id: int) -> KnownMessage | None:
        asked = self.locked(known_messages().where(messages.c.id == message_id))
        row = (await self.connection.execute(asked)).first()
        return KnownMessage(*row) if row else None

    async def several(self, message_ids: Sequence[int]) -> Sequence[KnownMessage]:
        asked = known_messages().where(messages.c.id.in_(message_ids)).order_by(messages.c.id)
        return [KnownMessage(*row) for row in await self.connection.execute(self.locked(asked))]

    async def counts(self, chosen: MessageFilter, since: datetime) -> DigestCounts:
        """What waits by section, and what changed since a moment: each a range of an index."""
        values = {
            **{name: getattr(chosen, name) for name in DIVIDING},
            "since": since,
            "block": chosen.block,
            "channels": list(chosen.channels),
            "registering": list(chosen.registering),
        }
        statement = COUNTS[chosen.block is not None, bool(chosen.channels)]
        return DigestCounts(*map(int, (await self.connection.execute(statement, values)).one()))

    async def open_stages(self, chosen: MessageFilter) -> Stages:
        row = await self.connection.execute(
            select(
                *stages_counted(messages.c.interim_at.is_not(None), messages.c.refuted_at.is_not(None))
            ).where(among(chosen), messages.c.answered_at.is_(None))
        )
        return Stages(*map(int, row.one()))

    async def lines(
        self, chosen: MessageFilter, section: Section, limit: int, offset: int
    ) -> Sequence[KnownMessage]:
        rows = await self.connection.execute(
            known_messages()
            .where(among(chosen), in_section(chosen, section), folded(chosen, section))
            .order_by(*order(section))
            .limit(limit)
            .offset(offset)
        )
        return [KnownMessage(*row) for row in rows]

    async def folded_away(self, chosen: MessageFilter, section: Section) -> int:
        return int(await self.connection.scalar(behind_others(chosen, section)) or 0)

    async def breakdown(self, chosen: MessageFilter) -> Breakdown:
        sections = (Section.OVERDUE, Section.TODAY, Section.SOON)
        rows = await self.connection.execute(
            select(
                messages.c.block,
                messages.c.channel,
                *(func.count(case((in_section(chosen, section), 1))) for section in sections),
            )
            .where(
                among(chosen),
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

    # What people do about them

    async def answer(self, message_id: int, at: datetime | None) -> None:
        noted_at = None if at is None else self.clock.now()
        await self._change(
            message_id, answered_at=at, answered_by_hand=at is not None, answer_noted_at=noted_at
        )

    async def assign_block(self, message_id: int, block: str) -> None:
        await self._change(message_id, block=block, block_by_hand=True, block_presumed=False)

    async def assign_blocks(self, message_ids: Sequence[int], block: str) -> None:
        self._changed(*message_ids)
        await self.connection.execute(
            update(messages)
            .where(messages.c.id.in_(message_ids))
            .values(block=block, block_by_hand=True, block_presumed=False)
        )

    async def remember_topic(self, topic: str, block: str, user_id: int) -> int:
        values = {"block": block, "chosen_by": user_id, "chosen_at": self.clock.now()}
        statement = upsert(self.connection, topic_choices).values(topic=normalise(topic)[:400], **values)
        await self.connection.execute(statement.on_conflict_do_update(index_elements=["topic"], set_=values))
        moved = and_(
            messages.c.topic == topic,
            messages.c.block_by_hand.is_(False),
            or_(messages.c.block.is_distinct_from(block), messages.c.block_presumed),
        )
        self._changed(*await shown_among(self.connection, moved))
        result = await self.connection.execute(
            update(messages).where(moved).values(block=block, block_presumed=False)
        )
        return result.rowcount

    async def remembered_topics(self) -> Mapping[str, str]:
        rows = await self.connection.execute(select(topic_choices.c.topic, topic_choices.c.block))
        return {row.topic: row.block for row in rows}

    async def give_unit(self, message_id: int, unit: str) -> None:
        await self._change(message_id, unit=unit, unit_by_hand=True)

    async def note_result(self, message_id: int, result: str) -> None:
        await self._change(message_id, result=result)

    async def judge(self, message_id: int, quality: str) -> None:
        await self._change(message_id, quality=quality)

    async def next_hand_number(self, channel: str, year: int) -> str:
        beginning = own_numbers(year)
        last = await self.connection.scalar(
            select(func.max(messages.c.number)).where(
                messages.c.channel == channel, messages.c.number.like(f"{beginning}____")
            )
        )
        number = int(str(last).removeprefix(beginning)) + 1 if last else 1
        return f"{beginning}{number:04}"

    async def renumber(self, message: KnownMessage, number: str) -> bool:
        key = canonical_number(number)
        taken = select(messages.c.id).where(
            messages.c.channel == message.channel, messages.c.number_key == key, messages.c.id != message.id
        )
        if await self.connection.scalar(taken) is not None:
            return False
        await self._change(message.id, number=number, number_key=key)
        return True

    async def add(self, row: RegistryRow, place: Place, deadline_at: datetime, settlement: str) -> int | None:
        # No hash of a registry: the first export that has the message says more of it.
        columns = await asyncio.to_thread(PlacedRow(row, deadline_at, place, settlement).columns, "")
        values = {**columns, "imported_at": self.clock.now()}
        statement = upsert(self.connection, messages).values(**values).on_conflict_do_nothing()
        result = await self.connection.execute(statement.returning(messages.c.id))
        found: int | None = result.scalar()
        if found is not None:
            self._changed(found)
        return found

    async def give_reason(self, message_id: int, reason: str) -> None:
        await self._change(message_id, delay_reason=await asyncio.to_thread(masked, reason))

    async def blank_answered(self, before: datetime, limit: int) -> int:
        """Blank texts, names and addresses of messages answered before this; how many, at most `limit`.

        The settlement stays: figures are counted by it.
        """
        whole = ("whole_topic", "whole_text", "whole_executor")
        personal = ("text", *whole, "author", "url", "place", "address", "said_status")
        old = (
            select(messages.c.id)
            .where(messages.c.answered_at < before, or_(*(messages.c[name] != "" for name in personal)))
            .order_by(messages.c.answered_at)
            .limit(limit)
        )
        self._changed(*await shown_among(self.connection, messages.c.id.in_(old)))
        result = await self.connection.execute(
            update(messages).where(messages.c.id.in_(old)).values(dict.fromkeys(personal, ""))
        )
        return result.rowcount

    async def forget_deleted_words(self) -> bool:
        return await forget_deleted_words(self.connection)

    async def change_term(self, message: KnownMessage, deadline_at: datetime) -> None:
        await self._change(
            message.id,
            registered_at=message.registered_at,
            registered_by_hand=message.registered_by_hand,
            extended_by=message.extended_by,
            as_appeal=message.as_appeal,
            forwarded_to=message.forwarded_to,
            important=message.important,
            interim_at=message.interim_at,
            refuted_at=message.refuted_at,
            answered_at=message.answered_at,
            answered_by_hand=message.answered_by_hand,
            answer_noted_at=None if message.answered_at is None else self.clock.now(),
            deadline_at=deadline_at,
        )

    async def change_stage(self, message: KnownMessage, deadline_at: datetime) -> None:
        await self.change_term(message, deadline_at)
        await self._change(message.id, staged_by_hand=True)

    async def add_extension(self, message_id: int, extended: Extended) -> None:
        self._changed(message_id)
        await self.connection.execute(
            insert(extensions).values(
                message_id=message_id,
                amount=extended.amount,
                reason=extended.reason,
                told_on=extended.told_on,
                seat=extended.seat,
                extended_at=self.clock.now(),
            )
        )

    async def extensions(self, message_id: int) -> Sequence[Extended]:
        rows = await self.connection.execute(
            select(*(extensions.c[name] for name in Extended.__dataclass_fields__))
            .where(extensions.c.message_id == message_id)
            .order_by(extensions.c.id)
        )
        return [Extended(*row) for row in rows]

    def _changed(self, *message_ids: int) -> None:
        self.changed(Thing.MESSAGES, *(f"message:{number}" for number in message_ids))

    async def _change(self, message_id: int, **values: Any) -> None:
        self._changed(message_id)
        await self.connection.execute(update(messages).where(messages.c.id == message_id).values(**values))
