"""Requests between the office and ЦУР."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import func, insert, select, update

from bot.storage.requests.tables import centre_requests
from bot.storage.transaction import Store
from domain.office.shown import Thing
from domain.requests.centre import CentreRequest


class StoredCentreRequests(Store):
    """The register in the database."""

    async def get(self, request_id: int) -> CentreRequest | None:
        statement = _requests().where(centre_requests.c.id == request_id)
        statement = self.locked(statement)
        found = await self._found(statement)
        return found[0] if found else None

    async def add(self, asked: CentreRequest) -> int:
        result = await self.connection.execute(
            insert(centre_requests).values(**_columns(asked)).returning(centre_requests.c.id)
        )
        asked.id = int(result.scalar_one())
        self.changed(asked.entity, Thing.CENTRE)
        return asked.id

    async def save(self, asked: CentreRequest) -> None:
        self.changed(asked.entity, Thing.CENTRE)
        await self.connection.execute(
            update(centre_requests).where(centre_requests.c.id == asked.id).values(**_columns(asked))
        )

    async def page(self, limit: int, offset: int = 0) -> Sequence[CentreRequest]:
        columns = centre_requests.c
        return await self._found(
            _requests()
            .order_by(
                columns.answered_on.is_not(None),
                columns.answered_on.desc(),
                columns.due.is_(None),
                columns.due,
                columns.id,
            )
            .limit(limit)
            .offset(offset)
        )

    async def count(self) -> int:
        return int(await self.connection.scalar(select(func.count()).select_from(centre_requests)) or 0)

    async def unanswered_by(self, day: date) -> Sequence[CentreRequest]:
        return await self._found(
            _requests()
            .where(centre_requests.c.answered_on.is_(None), centre_requests.c.due <= day)
            .order_by(centre_requests.c.due, centre_requests.c.id)
        )

    async def _found(self, statement: Any) -> list[CentreRequest]:
        return [CentreRequest(**row._mapping) for row in await self.connection.execute(statement)]


def _requests() -> Any:
    return select(*(centre_requests.c[name] for name in CentreRequest.__dataclass_fields__))


def _columns(asked: CentreRequest) -> dict[str, Any]:
    values = asdict(asked)
    del values["id"]
    return values
