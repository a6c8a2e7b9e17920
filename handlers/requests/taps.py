"""What the buttons of requests and registers carry."""

from __future__ import annotations

from handlers.chat.taps import Id, Tap


class MaterialTap(Tap, prefix="mat"):
    """An act on a request for materials; `value` a seat, a day or a page."""

    act: str
    request: Id
    value: str = ""


class CentreTap(Tap, prefix="centre"):
    """An act on a request to ЦУР or from it; `value` where the list begins."""

    act: str
    request: Id
    value: str = ""


class RecommendationTap(Tap, prefix="rec"):
    """An act on the register of recommendations: `entry` one of it, or a protocol to enter from."""

    act: str
    entry: Id
    value: str = ""
