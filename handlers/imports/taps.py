"""What the buttons of a file on its way in carry."""

from __future__ import annotations

from handlers.chat.taps import Id, Number, Tap


class ImportTap(Tap, prefix="import"):
    """An act on a registry file."""

    act: str
    record: Id
    value: str = ""


class ConflictPageTap(Tap, prefix="import"):
    """Conflicts of a file: a page of them, none is the first."""

    act: str
    record: Id
    value: Number | None = None


class ConflictTap(Tap, prefix="import"):
    """The row of a file whose word is taken."""

    act: str
    record: Id
    value: Id
