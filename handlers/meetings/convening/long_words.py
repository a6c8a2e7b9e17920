"""Draft decisions longer than a message, which a messenger sends in parts (Bot API: 4096 characters each)."""

from __future__ import annotations

from domain.meetings.agenda import AgendaItem
from domain.meetings.questions import DECISION_LIMIT
from domain.office.refusal import Refusal
from domain.office.typed import said

_FULL, _ROOM = 3500, 200


def decision_of(text: str) -> str:
    """A draft decision with its lines."""
    return said(text, DECISION_LIMIT)


def rest_of(item: AgendaItem, text: str) -> str:
    """What follows a part that filled a message; a refusal when the whole is too long."""
    words = said(text, DECISION_LIMIT)
    if len(item.draft_decision) + 1 + len(words) > DECISION_LIMIT:
        raise Refusal("too-long", limit=DECISION_LIMIT)
    return words


def may_go_on(item: AgendaItem, text: str) -> bool:
    """Whether the words fill a message and there is room, so that the rest may be in the next one."""
    return len(text) >= _FULL and len(item.draft_decision) < DECISION_LIMIT - _ROOM
