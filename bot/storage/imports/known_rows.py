"""Known messages as rows: what completes the rows of a file that has not all the columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from bot.storage.messages.tables import messages
from bot.storage.transaction import Store
from domain.imports.completing import KnownRow
from domain.messages.message import RegistryRow, Status

_SAID = (
    "channel", "number", "received_at", "registered_at", "topic", "topic_group", "text", "executor", "author",
    "place", "url", "answered_at",
)  # fmt: skip
_KNOWN = select(messages.c.registry_hash, *(messages.c[name] for name in _SAID))


class KnownRows(Store):
    """How known messages are looked up for an import."""

    async def knows_channel(self, channel: str) -> bool:
        """Whether any message came by this channel."""
        some = select(messages.c.id).where(messages.c.channel == channel).limit(1)
        return await self.connection.scalar(some) is not None

    async def known_rows(self, channel: str, numbers: Sequence[str]) -> Mapping[tuple[str, str], KnownRow]:
        """What is known of these messages of a channel, by channel and number."""
        rows = await self.connection.execute(
            _KNOWN.where(messages.c.channel == channel, messages.c.number.in_(numbers))
        )
        return {(row.channel, row.number): _known(row) for row in rows}


def _known(row: Any) -> KnownRow:
    registry_hash, *said = row
    status = Status.OPEN if row.answered_at is None else Status.ANSWERED
    return KnownRow(RegistryRow(**dict(zip(_SAID, said, strict=True)), status=status), registry_hash)
