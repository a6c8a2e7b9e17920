"""Figures of periods, and the reports made of them."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from domain.figures.figures import Figures, Scope
from domain.figures.period import Period
from domain.figures.report import Report


class FigureStore(Protocol):
    """Figures of periods (п. 2.2.1)."""

    async def of(self, period: Period, now: datetime, scope: Scope) -> Figures:
        """Everything that is said of a period at this moment."""


class ReportStore(Protocol):
    """Reports on their way."""

    async def add(self, report: Report) -> int:
        """Keep a new report; its id, set on the report as well."""

    async def get(self, report_id: int) -> Report | None:
        """The report, locked until the transaction ends when it writes."""

    async def save(self, report: Report) -> None:
        """Keep where it stands."""
