"""Requests for materials, each kept whole: a request with six answers is a few kilobytes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import insert, select, update

from bot.storage.requests.tables import material_requests
from bot.storage.transaction import Store
from domain.office.shown import Thing
from domain.requests.materials import MaterialRequest, RequestState

_request = TypeAdapter(MaterialRequest)


class StoredMaterials(Store):
    """Requests for materials in the database."""

    async def get(self, request_id: int) -> MaterialRequest | None:
        found = await self._found(_contents().where(material_requests.c.id == request_id))
        return found[0] if found else None

    async def add(self, asked: MaterialRequest) -> int:
        result = await self.connection.execute(
            insert(material_requests).values(**_columns(asked)).returning(material_requests.c.id)
        )
        asked.id = int(result.scalar_one())
        await self.save(asked)
        return asked.id

    async def save(self, asked: MaterialRequest) -> None:
        self.changed(asked.entity, Thing.MATERIALS)
        await self.connection.execute(
            update(material_requests).where(material_requests.c.id == asked.id).values(**_columns(asked))
        )
        if asked.archive_for is not None:
            self.ask_work()

    async def sent(self) -> Sequence[MaterialRequest]:
        return await self._found(
            _contents()
            .where(material_requests.c.state == RequestState.SENT.value)
            .order_by(material_requests.c.due, material_requests.c.id)
        )

    async def past(self, limit: int) -> Sequence[MaterialRequest]:
        return await self._found(
            _contents()
            .where(material_requests.c.state == RequestState.CLOSED.value)
            .order_by(material_requests.c.id.desc())
            .limit(limit)
        )

    async def to_archive(self) -> MaterialRequest | None:
        """A request whose archive is waited for."""
        found = await self._found(
            _contents()
            .where(material_requests.c.archive_for.is_not(None))
            .order_by(material_requests.c.id)
            .limit(1)
        )
        return found[0] if found else None

    async def _found(self, statement: Any) -> list[MaterialRequest]:
        statement = self.locked(statement)
        rows = (await self.connection.execute(statement)).scalars()
        return [_request.validate_json(content) for content in rows]


def _contents() -> Any:
    return select(material_requests.c.content)


def _columns(asked: MaterialRequest) -> dict[str, Any]:
    return {
        "state": asked.state.value,
        "due": asked.due,
        "archive_for": asked.archive_for,
        "content": _request.dump_json(asked).decode(),
    }
