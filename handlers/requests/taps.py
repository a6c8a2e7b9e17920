"""What the buttons of requests and registers carry."""

from __future__ import annotations

from handlers.chat.taps import Day, Id, Month, Number, Tap


class MaterialTap(Tap, prefix="mat"):
    """An act on a request for materials; `value` a page."""

    act: str
    request: Id
    value: str = ""


class CentreTap(Tap, prefix="centre"):
    """An act on a request to ЦУР or from it; `value` where the list begins."""

    act: str
    request: Id
    value: Number | None = None


class RecommendationTap(Tap, prefix="rec"):
    """An act on the register of recommendations: `entry` one of it; `value` its new state."""

    act: str
    entry: Id
    value: str = ""


class MaterialSeatTap(Tap, prefix="mat"):
    """A seat that is asked for materials, or whose files are wanted."""

    act: str
    request: Id
    value: Number


class MaterialDayTap(Tap, prefix="mat"):
    """By which day materials are asked for, or another month of the calendar."""

    act: str
    request: Id
    value: Day | Month


class RecommendationNumberTap(Tap, prefix="rec"):
    """Where the register's list begins; or which question of the protocol `entry` is entered."""

    act: str
    entry: Id
    value: Number | None = None
