"""What the buttons of figures carry."""

from __future__ import annotations

from handlers.chat.taps import Day, Id, Month, Tap


class FiguresTap(Tap, prefix="fig"):
    """Figures of a period: `act` week, propose, proposed or show; `value` what stands out, by its mark."""

    act: str
    value: str = ""


class ReportTap(Tap, prefix="report"):
    """A report on its way; `value` a period where the act needs one."""

    act: str
    report: Id
    value: str = ""


class ReportDayTap(Tap, prefix="report"):
    """The first or the last day of a report's own period, or another month of the calendar."""

    act: str
    report: Id
    value: Day | Month
