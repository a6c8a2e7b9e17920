"""Figures of periods, and the reports made of them."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from domain.figures.figures import Figures, Scope
from domain.figures.period import Period
from domain.figures.report import Report
from domain.office.ports import Keeps


class FigureStore(Protocol):
    """Figures of periods (п. 2.2.1)."""

    async def of(self, period: Period, now: datetime, scope: Scope) -> Figures:
        """Everything that is said of a period at this moment."""


class PackedMonthStore(Protocol):
    """Months of figures that are counted once and read from that."""

    async def begin(self) -> bool:
        """Let go of those whose messages have changed, ask for what is missing; whether anything is."""


class ReportStore(Keeps[Report], Protocol):
    """Reports on their way."""
