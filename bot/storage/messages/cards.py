"""Messages whose cards stand in some chat: of many that change at once, those that are to be shown anew."""

from __future__ import annotations

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.messages.tables import messages
from bot.storage.outbox.tables import outbox

_BATCH = 2_000


async def shown_among(connection: AsyncConnection, condition: ColumnElement[bool]) -> list[int]:
    """Ids of the messages for which this holds and which have a live card."""
    shown = await connection.scalars(
        select(outbox.c.subject).where(outbox.c.subject.startswith("message:"), outbox.c.live).distinct()
    )
    ids = [int(subject.partition(":")[2]) for subject in shown]
    found: list[int] = []
    for start in range(0, len(ids), _BATCH):
        some = messages.c.id.in_(ids[start : start + _BATCH])
        found += await connection.scalars(select(messages.c.id).where(some, condition))
    return found
