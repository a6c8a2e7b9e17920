"""What the buttons of a digest carry."""

from __future__ import annotations

from handlers.chat.taps import Id, Number, Tap

FIRST, DETAILS = "first", "details"
"""Parts of a digest that are no list: its first screen; what changed, blocks and channels."""


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
