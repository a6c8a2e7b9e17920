"""What the buttons of proposals carry."""

from __future__ import annotations

from handlers.chat.taps import Id, Tap


class ProposalTap(Tap, prefix="prop"):
    """An act on a proposal; `value` a page, a meeting or a file."""

    act: str
    proposal: Id
    value: str = ""


class ProposalNumberTap(Tap, prefix="prop"):
    """A meeting for a proposal (0 a new one), a file taken back, where the list begins."""

    act: str
    proposal: Id
    value: Id
