"""Cards that a transaction has turned or sent, and what they were before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# What a card has of a page that was turned to; without it a card is at rest.
_PAGE = {"page", "rest"}


@dataclass(frozen=True, slots=True)
class Turned:
    """A card as this transaction leaves it; `was` is its content before, at rest where it is a new one."""

    row: int
    chat_id: int
    kind: str
    subject: str
    content: Mapping[str, Any]
    was: Mapping[str, Any]


class TurnedCards:
    """Those of one transaction, the last one last."""

    def __init__(self) -> None:
        self._cards: dict[tuple[int, str, str], Turned] = {}

    def note(self, row: int, chat: int, kind: str, subject: str, *, now: Any, was: Any = None) -> None:
        """A card has this content now."""
        known = self._cards.pop((chat, kind, subject), None)
        if known is not None:
            was = known.was
        elif was is None:
            was = {name: value for name, value in now.items() if name not in _PAGE}
        self._cards[chat, kind, subject] = Turned(row, chat, kind, subject, dict(now), dict(was))

    def of(self, chat_id: int) -> list[Turned]:
        """Those of a chat."""
        return [one for one in self._cards.values() if one.chat_id == chat_id]
