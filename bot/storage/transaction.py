"""What everything shares that is read and written in one transaction."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

from sqlalchemy import Select, Table, func, select

if TYPE_CHECKING:  # a copy of a database is made without the ORM and the rules
    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.word_forms import WordForms
    from domain.office.ports import Clock
    from domain.office.profile import OfficeProfile

Rows = TypeVar("Rows", bound=Select[*tuple[object, ...]])
Read = TypeVar("Read", bound=Callable[..., Awaitable[Any]])


class Transaction:
    """One transaction of one office on one connection."""

    def __init__(
        self,
        connection: AsyncConnection,
        profile: OfficeProfile,
        clock: Clock,
        word_forms: WordForms,
        *,
        writing: bool,
    ) -> None:
        self.connection = connection
        self.profile = profile
        self.clock = clock
        self.word_forms = word_forms
        # Replicas that write to one row take turns; SQLite's one writer is turn enough.
        self.locking = writing and connection.dialect.name == "postgresql"
        self.writing = writing
        self.work_asked = self.sending_asked = False
        self.known: dict[tuple[type[Store], str, int], Any] = {}
        self.changes: set[str] = set()

    def now(self) -> datetime:
        return self.clock.now()

    def ask_work(self) -> None:
        """What is written here is work for the worker, once committed."""
        self.work_asked = True

    def ask_sending(self) -> None:
        """Something may go out, once this is committed."""
        self.sending_asked = True

    def changed(self, *what: str) -> None:
        """Something is stored otherwise: by its name («message:5»), or a `Thing` of which cards show a part.

        Every store says so where it writes; what shows it is marked at once for all, just before the commit.
        """
        self.changes.update(what)

    async def alone(self, lock: int) -> None:
        """Wait until no other replica is in a transaction under this lock; released with this one."""
        if self.connection.dialect.name == "postgresql":
            await self.connection.execute(select(func.pg_advisory_xact_lock(lock)))


class Store:
    """What is kept of one concern, as a transaction sees it."""

    def __init__(self, transaction: Transaction) -> None:
        self.transaction = transaction
        self.connection = transaction.connection
        self.profile = transaction.profile
        self.clock = transaction.clock
        self.ask_work = transaction.ask_work
        self.ask_sending = transaction.ask_sending
        self.changed = transaction.changed

    def locked(self, statement: Rows, of: Table | None = None) -> Rows:
        """The statement; where the transaction writes, its rows (`of` one table) are locked until the end."""
        return statement.with_for_update(of=of) if self.transaction.locking else statement


def read_once(read: Read) -> Read:
    """What is kept by its id, asked for once in a transaction that only reads: its picture stays the same."""

    @wraps(read)
    async def known(store: Store, entity_id: int) -> Any:
        if store.transaction.writing:
            return await read(store, entity_id)
        key, kept = (type(store), read.__name__, entity_id), store.transaction.known
        if key not in kept:
            kept[key] = await read(store, entity_id)
        return kept[key]

    return cast(Read, known)
