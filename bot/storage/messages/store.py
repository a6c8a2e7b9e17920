"""Citizens' messages: read for digests and cards, put in from registries, dealt with by people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select, update

from bot.storage.imports.known_rows import KnownRows
from bot.storage.imports.merging import MessageRows, PlacedRow, row_values
from bot.storage.messages.reading import MessageReading
from bot.storage.messages.tables import messages, topic_choices
from bot.storage.messages.terms import MessageTerms
from bot.storage.upsert import upsert
from domain.messages.by_hand import own_numbers
from domain.messages.message import KnownMessage, RegistryRow
from domain.messages.routing import Place, normalise


class StoredMessages(MessageReading, MessageRows, MessageTerms, KnownRows):
    """Messages in the database: what people do about them."""

    async def answer(self, message_id: int, at: datetime | None) -> None:
        """Record by hand that the citizen was answered; None takes it back."""
        noted_at = None if at is None else self.clock.now()
        await self._change(
            message_id, answered_at=at, answered_by_hand=at is not None, answer_noted_at=noted_at
        )

    async def assign_block(self, message_id: int, block: str) -> None:
        """Assign the message to a block by hand; an import never undoes it."""
        await self._change(message_id, block=block, block_by_hand=True, block_presumed=False)

    async def assign_blocks(self, message_ids: Sequence[int], block: str) -> None:
        """Assign several messages at once."""
        await self.connection.execute(
            update(messages)
            .where(messages.c.id.in_(message_ids))
            .values(block=block, block_by_hand=True, block_presumed=False)
        )

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
                or_(messages.c.block.is_distinct_from(block), messages.c.block_presumed),
            )
            .values(block=block, block_presumed=False)
        )
        return result.rowcount

    async def remembered_topics(self) -> Mapping[str, str]:
        """Topics whose block was chosen by hand: normalised topic → block."""
        rows = await self.connection.execute(select(topic_choices.c.topic, topic_choices.c.block))
        return {row.topic: row.block for row in rows}

    async def give_unit(self, message_id: int, unit: str) -> None:
        """Which unit answers; an import never undoes it."""
        await self._change(message_id, unit=unit, unit_by_hand=True)

    async def note_result(self, message_id: int, result: str) -> None:
        """What the citizen was answered."""
        await self._change(message_id, result=result)

    async def judge(self, message_id: int, quality: str) -> None:
        """What is wrong with the answer; empty: nothing."""
        await self._change(message_id, quality=quality)

    async def next_hand_number(self, channel: str, year: int) -> str:
        """The next number of the office's own in a channel: «В-2026-0001»."""
        beginning = own_numbers(year)
        last = await self.connection.scalar(
            select(func.max(messages.c.number)).where(
                messages.c.channel == channel, messages.c.number.like(f"{beginning}____")
            )
        )
        number = int(str(last).removeprefix(beginning)) + 1 if last else 1
        return f"{beginning}{number:04}"

    async def renumber(self, message: KnownMessage, number: str) -> bool:
        """Give the message another number; False where its channel has that one already."""
        taken = select(messages.c.id).where(
            messages.c.channel == message.channel, messages.c.number == number
        )
        if await self.connection.scalar(taken) is not None:
            return False
        await self._change(message.id, number=number)
        return True

    async def add(self, row: RegistryRow, place: Place, deadline_at: datetime, settlement: str) -> int | None:
        """Keep a message brought in by hand; its id, None where the channel has this number already."""
        values = row_values(0, PlacedRow(row, deadline_at, place, settlement))
        del values["import_id"]
        # No hash of a registry: the first export that has the message says more of it.
        values |= {"registry_hash": "", "imported_at": self.clock.now()}
        statement = upsert(self.connection, messages).values(**values).on_conflict_do_nothing()
        result = await self.connection.execute(statement.returning(messages.c.id))
        found: int | None = result.scalar()
        return found

    async def give_reason(self, message_id: int, reason: str) -> None:
        """Why the answer is late."""
        await self._change(message_id, delay_reason=reason)

    async def blank_answered(self, before: datetime, limit: int) -> int:
        """Blank texts, names and addresses of messages answered before this; how many, at most `limit`.

        The settlement stays: figures are counted by it.
        """
        personal = ("text", "author", "url", "place", "address")
        old = (
            select(messages.c.id)
            .where(messages.c.answered_at < before, or_(*(messages.c[name] != "" for name in personal)))
            .order_by(messages.c.answered_at)
            .limit(limit)
        )
        result = await self.connection.execute(
            update(messages).where(messages.c.id.in_(old)).values(dict.fromkeys(personal, ""))
        )
        return result.rowcount

    async def _change(self, message_id: int, **values: Any) -> None:
        await self.connection.execute(update(messages).where(messages.c.id == message_id).values(**values))
