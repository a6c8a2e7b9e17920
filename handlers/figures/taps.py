"""What the buttons of figures carry."""

from __future__ import annotations

from handlers.chat.taps import Id, Tap


class FiguresTap(Tap, prefix="fig"):
    """Figures of a period: `act` week, propose, proposed or show; `value` what stands out, by its mark."""

    act: str
    value: str = ""


class ReportTap(Tap, prefix="report"):
    """A report on its way; `value` a period, a day or a month where the act needs one."""

    act: str
    report: Id
    value: str = ""
