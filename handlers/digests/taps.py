"""What the buttons of a digest carry."""

from __future__ import annotations

from handlers.chat.taps import Id, Tap


class DigestTap(Tap, prefix="digest"):
    """Moving through a digest: `act` section, block, export…; `value` which."""

    act: str
    value: str


class DigestNumberTap(Tap, prefix="digest"):
    """Another page of a digest; a message to open or to tick."""

    act: str
    value: Id
