"""Things that are kept a row each, by the names of their own fields."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, ClassVar, Generic

from sqlalchemy import Table, insert, select, update

from bot.storage.shape import Shape
from bot.storage.transaction import Store, read_once
from domain.office.ports import Kept
from domain.office.shown import Thing


class KeptRows(Store, Generic[Kept]):
    """Rows of `table`, each a thing of one `kind`; a change shows on its cards and those of `shown_in`."""

    table: ClassVar[Table]
    kind: ClassVar[Shape[Any]]
    shown_in: ClassVar[tuple[Thing, ...]] = ()

    @read_once
    async def get(self, number: int) -> Kept | None:
        return await self.first(self.locked(self.rows().where(self.table.c.id == number)))

    async def add(self, thing: Kept) -> int:
        statement = insert(self.table).values(**self.columns(thing), **self.at_first())
        thing.id = int((await self.connection.execute(statement.returning(self.table.c.id))).scalar_one())
        self.wrote(thing)
        return thing.id

    async def save(self, thing: Kept) -> None:
        self.wrote(thing)
        await self.connection.execute(
            update(self.table).where(self.table.c.id == thing.id).values(**self.columns(thing))
        )

    async def first(self, statement: Any) -> Kept | None:
        """The first thing of a statement made from `rows`."""
        return next(iter(await self.found(statement.limit(1))), None)

    async def found(self, statement: Any) -> list[Kept]:
        """The things of a statement made from `rows`."""
        return [self.made(dict(row._mapping)) for row in await self.connection.execute(statement)]

    def rows(self) -> Any:
        """All that are kept, to be narrowed."""
        return select(self.table)

    def made(self, row: Mapping[str, Any]) -> Kept:
        """The thing that a row is."""
        thing: Kept = self.kind.made(row)
        return thing

    def columns(self, thing: Kept) -> dict[str, Any]:
        """What is kept of a thing besides its id."""
        names = [name for name in thing.__dataclass_fields__ if name in self.table.c and name != "id"]
        values = {name: getattr(thing, name) for name in names}
        return {name: value.value if isinstance(value, Enum) else value for name, value in values.items()}

    def at_first(self) -> dict[str, Any]:
        """What is kept beside that when it is added."""
        return {}

    def wrote(self, thing: Kept) -> None:
        """What follows from a change."""
        self.changed(thing.entity, *self.shown_in)
