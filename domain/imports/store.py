"""What is kept of registry files on their way in."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from domain.messages.message import ImportRecord


class ImportStore(Protocol):
    """Registry files on their way in."""

    async def add(self, record: ImportRecord) -> int:
        """Keep a new import; its id."""

    async def get(self, import_id: int) -> ImportRecord | None:
        """The import with this id."""

    async def move(self, import_id: int, state: str, *, channel: str | None = None) -> None:
        """Set the import's state, and its channel where a person chose it."""

    async def forget_rows(self, before: datetime) -> int:
        """Forget the unreadable rows of imports older than this; how many imports."""

    async def unreadable(self, import_id: int) -> bytes | None:
        """The table of rows that could not be read."""
