"""Known messages as rows: what the rows of a file are compared with, and completed by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from bot.storage.imports.conflicts import BATCH
from bot.storage.messages.selecting import as_it_came
from bot.storage.messages.tables import messages
from bot.storage.transaction import Store
from domain.imports.completing import KnownRow
from domain.messages.message import RegistryRow, Status

Key = tuple[str, str]
"""Channel, and number as it is compared."""

_SAID = (
    "channel", "number", "received_at", "registered_at", "topic", "topic_group", "text", "executor", "author",
    "place", "url", "answered_at",
)  # fmt: skip
_KNOWN = select(
    messages.c.number_key, messages.c.registry_hash, *(as_it_came(name).label(name) for name in _SAID)
)
_NAMED = select(*(messages.c[name] for name in ("channel", "number_key", "number", "registry_hash")))


@dataclass(frozen=True, slots=True)
class Named:
    """What a known message is called, as first received, and the hash of what its registry last said."""

    number: str
    registry_hash: str


class StoredKnownRows(Store):
    """How known messages are looked up for an import."""

    async def has_channel(self, channel: str) -> bool:
        """Whether any message came by this channel."""
        some = select(messages.c.id).where(messages.c.channel == channel).limit(1)
        return await self.connection.scalar(some) is not None

    async def of(self, keys: Iterable[Key]) -> Mapping[Key, KnownRow]:
        """What is known of these messages."""
        return {(row.channel, row.number_key): _known(row) for row in await self._found(_KNOWN, keys)}

    async def named(self, keys: Iterable[Key]) -> Mapping[Key, Named]:
        """What these messages are called, and their hashes."""
        return {
            (row.channel, row.number_key): Named(row.number, row.registry_hash)
            for row in await self._found(_NAMED, keys)
        }

    async def _found(self, statement: Select[Any], keys: Iterable[Key]) -> list[Any]:
        found: list[Any] = []
        for channel, numbers in _some_of_each(keys):
            found += await self.connection.execute(
                statement.where(messages.c.channel == channel, messages.c.number_key.in_(numbers))
            )
        return found


def _some_of_each(keys: Iterable[Key]) -> Iterator[tuple[str, Sequence[str]]]:
    """Channels with so many numbers at a time as a statement takes."""
    numbers: dict[str, list[str]] = {}
    for channel, number in keys:
        numbers.setdefault(channel, []).append(number)
    for channel, those in numbers.items():
        for start in range(0, len(those), BATCH):
            yield channel, those[start : start + BATCH]


def _known(row: Any) -> KnownRow:
    _, registry_hash, *said = row
    status = Status.OPEN if row.answered_at is None else Status.ANSWERED
    return KnownRow(RegistryRow(**dict(zip(_SAID, said, strict=True)), status=status), registry_hash)
