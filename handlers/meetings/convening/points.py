"""Points of a decision as they are typed: a line each, «пункт | исполнители | срок» (п. 4.6)."""

from __future__ import annotations

import re
from typing import Any

from domain.meetings.voting import Point
from domain.office.refusal import Refusal
from domain.office.typed import parts_of
from domain.people.roster import Roster
from handlers.chat.dates import read_day
from handlers.chat.request import Request
from handlers.meetings.convening.in_one_message import read_executors
from handlers.meetings.convening.long_words import decision_of

_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\s*[.)]?\s+(?=\S)")
_NONE = ("нет", "none", "—", "-")
_MOST, _PARTS = 30, 3


def read_points(request: Request, text: str, roster: Roster) -> list[Point]:
    """All points of a decision; «нет» means none. A refusal names the first line that cannot be read."""
    said = decision_of(text)
    if said.casefold() in _NONE:
        return []
    lines = [line for line in said.splitlines() if line]
    if len(lines) > _MOST:
        raise Refusal("too-many-points", most=_MOST)
    return [_read(request, number, line, roster) for number, line in enumerate(lines, 1)]


def _read(request: Request, number: int, line: str, roster: Roster) -> Point:
    def wrong(key: str, **arguments: Any) -> Refusal:
        return Refusal("point-unreadable", number=number, reason=request.own_texts(key, **arguments))

    parts = parts_of(_NUMBER.sub("", line), _PARTS)
    if len(parts) > _PARTS:
        raise wrong("point-too-many-parts", count=len(parts))
    words, executors, due = parts
    if not words:
        raise wrong("point-no-words")
    units, seats, unknown = read_executors(executors, roster)
    if unknown:
        raise wrong("convene-unknown-executor", text=unknown[0])
    day = read_day(due, request.today) if due else None
    if due and (day is None or day < request.today):
        raise wrong("convene-bad-due", text=due)
    return Point(words, tuple(units), tuple(seats), day)
