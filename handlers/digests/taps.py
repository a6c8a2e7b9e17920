"""What the buttons of a digest carry."""

from __future__ import annotations

from handlers.chat.taps import Id, Number, Tap


class DigestTap(Tap, prefix="digest"):
    """Moving through a digest: `act` section, block, export…; `value` which."""

    act: str
    value: str


class DigestPageTap(Tap, prefix="digest"):
    """Another page of a digest."""

    act: str
    value: Number


class DigestNumberTap(Tap, prefix="digest"):
    """A message to open or to tick."""

    act: str
    value: Id
