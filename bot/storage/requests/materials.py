"""Requests for materials, each kept whole: a request with six answers is a few kilobytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from bot.storage.kept import KeptRows
from bot.storage.requests.tables import material_requests
from bot.storage.shape import Shape
from domain.office.shown import Thing
from domain.requests.materials import MaterialRequest, RequestState


class StoredMaterials(KeptRows[MaterialRequest]):
    """Requests for materials in the database."""

    table = material_requests
    kind = Shape(MaterialRequest)
    shown_in = (Thing.MATERIALS,)

    async def sent(self) -> Sequence[MaterialRequest]:
        return await self.found(
            self.rows()
            .where(material_requests.c.state == RequestState.SENT.value)
            .order_by(material_requests.c.due, material_requests.c.id)
        )

    async def past(self, limit: int) -> Sequence[MaterialRequest]:
        return await self.found(
            self.rows()
            .where(material_requests.c.state.in_((RequestState.CLOSED.value, RequestState.WITHDRAWN.value)))
            .order_by(material_requests.c.id.desc())
            .limit(limit)
        )

    async def to_archive(self) -> MaterialRequest | None:
        """A request whose archive is waited for."""
        return await self.first(
            self.rows().where(material_requests.c.archive_for.is_not(None)).order_by(material_requests.c.id)
        )

    async def add(self, thing: MaterialRequest) -> int:
        await super().add(thing)
        await self.save(thing)  # now with its id
        return thing.id

    def rows(self) -> Any:
        return self.locked(select(material_requests.c.content))

    def made(self, row: Mapping[str, Any]) -> MaterialRequest:
        asked: MaterialRequest = self.kind.read(row["content"])
        return asked

    def columns(self, thing: MaterialRequest) -> dict[str, Any]:
        return {**super().columns(thing), "content": self.kind.written(thing)}

    def wrote(self, thing: MaterialRequest) -> None:
        super().wrote(thing)
        if thing.archive_for is not None:
            self.ask_work()
