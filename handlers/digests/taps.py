"""What the buttons of a digest carry."""

from __future__ import annotations

from handlers.chat.taps import Tap


class DigestTap(Tap, prefix="digest"):
    """Moving through a digest: `act` section, page or open; `value` which."""

    act: str
    value: str
