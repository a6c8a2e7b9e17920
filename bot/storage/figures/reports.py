"""Reports on their way."""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert, select, update

from bot.storage.figures.tables import reports
from bot.storage.transaction import Store
from domain.figures.period import Period
from domain.figures.report import Report, ReportKind, ReportState, ReportStep


class StoredReports(Store):
    """Reports in the database."""

    async def add(self, report: Report) -> int:
        result = await self.connection.execute(
            insert(reports).values(**_columns(report), created_at=self.clock.now()).returning(reports.c.id)
        )
        report.id = int(result.scalar_one())
        self.changed(report.entity)
        self.ask_work()
        return report.id

    async def get(self, report_id: int) -> Report | None:
        statement = select(reports).where(reports.c.id == report_id)
        return await self._found(self.locked(statement))

    async def save(self, report: Report) -> None:
        self.changed(report.entity)
        await self.connection.execute(
            update(reports).where(reports.c.id == report.id).values(**_columns(report))
        )
        self.ask_work()

    async def asked(self) -> Report | None:
        """The oldest report that is to be made."""
        statement = select(reports).where(reports.c.state == ReportState.ASKED.value)
        return await self._found(statement.order_by(reports.c.id).limit(1))

    async def _found(self, statement: Any) -> Report | None:
        row = (await self.connection.execute(statement)).first()
        if row is None:
            return None
        return Report(
            row.id,
            ReportKind(row.kind),
            row.chat_id,
            row.seat,
            ReportState(row.state),
            Period(row.first_day, row.last_day) if row.first_day else None,
            ReportStep(row.step),
        )


def _columns(report: Report) -> dict[str, Any]:
    return {
        "kind": report.kind.value,
        "chat_id": report.chat_id,
        "seat": report.seat,
        "state": report.state.value,
        "step": report.step.value,
        "first_day": report.period.first if report.period else None,
        "last_day": report.period.last if report.period else None,
    }
