"""What is kept of registry files on their way in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from domain.imports.understanding import Question, Understanding
from domain.messages.conflict import Conflict, ConflictTally
from domain.messages.message import ImportRecord, RegistryRow


class ImportStore(Protocol):
    """Registry files on their way in."""

    async def add(self, record: ImportRecord) -> int:
        """Keep a new import; its id."""

    async def get(self, import_id: int) -> ImportRecord | None:
        """The import, locked until the transaction ends when it writes."""

    async def recent(self, limit: int) -> Sequence[ImportRecord]:
        """The newest imports, newest first."""

    async def keep_file(self, import_id: int, content: bytes) -> None:
        """Keep the file's bytes until it is applied."""

    async def move(self, import_id: int, state: str, *, channel: str | None = None) -> None:
        """Set the import's state, and its channel where a person chose it."""

    async def questions(self, import_id: int) -> Sequence[Question]:
        """What was not understood in the file, in the order in which it is to be asked."""

    async def forget_rows(self, before: datetime) -> int:
        """Forget the rows of imports older than this; how many had unreadable ones.

        A file that waits for a person's answer is given up.
        """

    async def unreadable(self, import_id: int, *, in_chat: bool = False) -> bytes | None:
        """The table of rows that could not be read: whole, or without what a chat may not carry."""


class RowStore(Protocol):
    """Rows of files: kept until a file is applied, then put in among the messages."""

    async def sample(self, import_id: int, limit: int) -> Sequence[RegistryRow]:
        """The first rows of a file that is on its way in."""

    async def gone(self, import_id: int, limit: int) -> Sequence[tuple[int, str, str]]:
        """Messages that are open and not in the file: id, number, topic."""

    async def merge(self, import_id: int, row_id: int | None = None) -> None:
        """Put the rows in, or one of them; what people did by hand stays unless its row is taken."""


class UnderstandingStore(Protocol):
    """What people said of a channel's files."""

    async def all(self) -> Mapping[str, Understanding]:
        """By channel; under "" what is good for files of no channel."""

    async def keep(self, channel: str, understanding: Understanding) -> None:
        """Keep it for the files to come."""


class BeforeStore(Protocol):
    """Messages as they were before a file."""

    async def count(self, import_id: int) -> int:
        """How many messages the file has changed or brought so far."""

    async def put_in_last(self, import_id: int) -> datetime | None:
        """When this file was put in, if it was the last; None of any other."""


class ConflictStore(Protocol):
    """Where files say other than people did."""

    async def page(self, import_id: int, limit: int, offset: int) -> Sequence[Conflict]:
        """Conflicts of a file, in its order."""

    async def get(self, import_id: int, row_id: int) -> Conflict | None:
        """The conflict of this row."""

    async def tally(self, import_id: int) -> ConflictTally:
        """How many conflicts of the file are kept, by whose word stands."""

    async def take_all(self, import_id: int, *, taken: bool) -> int:
        """The same in every conflict of the file; in how many it was otherwise."""

    async def take(self, row_id: int, *, taken: bool) -> None:
        """Whether the registry's word is taken where the row is in conflict."""
