"""Requests between the office and ЦУР."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select

from bot.storage.kept import KeptRows
from bot.storage.requests.tables import centre_requests
from bot.storage.shape import Shape
from domain.office.shown import Thing
from domain.requests.centre import CentreRequest


class StoredCentreRequests(KeptRows[CentreRequest]):
    """The register in the database."""

    table = centre_requests
    kind = Shape(CentreRequest)
    shown_in = (Thing.CENTRE,)

    async def page(self, limit: int, offset: int = 0) -> Sequence[CentreRequest]:
        columns = centre_requests.c
        over = func.coalesce(columns.answered_on, columns.withdrawn_on)
        return await self.found(
            self.rows()
            .order_by(
                over.is_not(None),
                over.desc(),
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
        return await self.found(
            self.rows()
            .where(
                centre_requests.c.answered_on.is_(None),
                centre_requests.c.withdrawn_on.is_(None),
                centre_requests.c.due <= day,
            )
            .order_by(centre_requests.c.due, centre_requests.c.id)
        )
