"""What the office decided about messages' terms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import insert, select, update

from bot.storage.messages.tables import extensions, messages
from bot.storage.transaction import Store
from domain.messages.message import KnownMessage
from domain.messages.terms import Extended


class MessageTerms(Store):
    """Extensions, appeals, messages sent on."""

    async def change_term(self, message: KnownMessage, deadline_at: datetime) -> None:
        """Keep what the office decided about the message's term, with the deadline that follows."""
        await self.connection.execute(
            update(messages)
            .where(messages.c.id == message.id)
            .values(
                registered_at=message.registered_at,
                registered_by_hand=message.registered_by_hand,
                extended_by=message.extended_by,
                as_appeal=message.as_appeal,
                forwarded_to=message.forwarded_to,
                answered_at=message.answered_at,
                answered_by_hand=message.answered_by_hand,
                answer_noted_at=None if message.answered_at is None else self.clock.now(),
                deadline_at=deadline_at,
            )
        )

    async def add_extension(self, message_id: int, extended: Extended) -> None:
        """Keep an extension with its reason."""
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
        """The message's extensions, the first one first."""
        rows = await self.connection.execute(
            select(*(extensions.c[name] for name in Extended.__dataclass_fields__))
            .where(extensions.c.message_id == message_id)
            .order_by(extensions.c.id)
        )
        return [Extended(*row) for row in rows]
