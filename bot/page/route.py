"""What a part of the page says of itself: its way, its door, how much may be sent to it, what it does."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.page.doors import Door
from bot.page.visit import Visit

_PART = re.compile(r"\{(\w+)\}")
_SMALL = 64 * 1024

Answer = Callable[[Visit], Awaitable[web.Response]]


@dataclass(frozen=True, slots=True)
class Route:
    """`method` and `way` («/messages/{id}»); `largest` in bytes of what is sent.

    A POST writes, unless it only `reads`: it is one transaction, and its form carries the session's mark.
    `outside`: sent by people without a session too, whose forms have none; not many in a minute.
    `unattended`: a screen that turns by itself; it keeps no session alive, and outlives one that nobody uses.
    """

    method: str
    way: str
    door: Door
    answer: Answer
    largest: int = _SMALL
    outside: bool = False
    reads: bool = False
    unattended: bool = False
    _pattern: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        parts = _PART.split(self.way)
        ways = (re.escape(one) if at % 2 == 0 else f"(?P<{one}>[^/]+)" for at, one in enumerate(parts))
        object.__setattr__(self, "_pattern", re.compile("".join(ways)))

    def match(self, path: str) -> Mapping[str, Any] | None:
        """The parts of a path that goes this way; None for one that does not."""
        found = self._pattern.fullmatch(path)
        return found.groupdict() if found else None
