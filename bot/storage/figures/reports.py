"""Reports on their way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.storage.figures.tables import reports
from bot.storage.kept import KeptRows
from bot.storage.shape import Shape
from domain.figures.period import Period
from domain.figures.report import Report, ReportState


class StoredReports(KeptRows[Report]):
    """Reports in the database."""

    table = reports
    kind = Shape(Report)

    async def asked(self) -> Report | None:
        """The oldest report that is to be made."""
        return await self.first(
            self.rows().where(reports.c.state == ReportState.ASKED.value).order_by(reports.c.id)
        )

    def made(self, row: Mapping[str, Any]) -> Report:
        return super().made({**row, "period": period_of(row)})

    def columns(self, thing: Report) -> dict[str, Any]:
        return {**super().columns(thing), **period_columns(thing.period)}

    def at_first(self) -> dict[str, Any]:
        return {"created_at": self.clock.now()}

    def wrote(self, thing: Report) -> None:
        super().wrote(thing)
        self.ask_work()


def period_of(row: Mapping[str, Any]) -> Period | None:
    """The period that a row holds, if any."""
    return Period(row["first_day"], row["last_day"]) if row["first_day"] else None


def period_columns(period: Period | None) -> dict[str, Any]:
    """A period as a row holds it."""
    return {"first_day": period and period.first, "last_day": period and period.last}
