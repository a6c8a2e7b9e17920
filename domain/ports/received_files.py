"""Files sent to be looked into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file sent to be verified; with an `entity`, to be kept as its detached signature."""

    id: int
    user_id: int
    chat_id: int
    file_id: str
    file_name: str
    entity: str


class ReceivedFileStore(Protocol):
    """Files sent to be looked into: the messenger keeps the bytes until the worker takes them."""

    async def add(self, user_id: int, chat_id: int, file_id: str, file_name: str, entity: str = "") -> int:
        """Keep a file that is to be looked into; its id."""
