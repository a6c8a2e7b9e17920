"""What the buttons of a file on its way in carry."""

from __future__ import annotations

from handlers.chat.taps import Id, Tap


class ImportTap(Tap, prefix="import"):
    """An act on a registry file."""

    act: str
    record: Id
    value: str = ""
