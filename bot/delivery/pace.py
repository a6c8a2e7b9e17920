"""How fast the bot may talk (Bot API FAQ, «My bot is hitting limits»). Seconds are real ones."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from time import monotonic

_OVERALL = 25
_OVERALL_WINDOW = 1.0
_GROUP = 18
_GROUP_WINDOW = 60.0
_GROUP_BRISK = 14
_PRIVATE_BURST = 3
_EDIT_SPACING = 1.0
_GROUP_CALM_SPACING = 3.0


class Pace:
    """Waits before each call so that no limit is met: a little below what the messenger allows."""

    def __init__(self, *, enabled: bool = True) -> None:
        self._enabled = enabled
        self._calls: deque[float] = deque()
        self._chat_calls: dict[int, deque[float]] = defaultdict(deque)
        self._edits: dict[int, float] = {}

    async def wait(self, chat_id: int, *, edit: bool) -> None:
        """Return when a call to this chat may be made, and count it."""
        while self._enabled:
            pause = self._pause(chat_id, monotonic(), edit=edit)
            if pause <= 0:
                break
            await asyncio.sleep(pause)
        if self._enabled:
            self._count(chat_id, monotonic(), edit=edit)

    def _pause(self, chat_id: int, now: float, *, edit: bool) -> float:
        _forget(self._calls, now - _OVERALL_WINDOW)
        pauses = [0.0]
        if len(self._calls) >= _OVERALL:
            pauses.append(self._calls[0] + _OVERALL_WINDOW - now)
        calls = self._chat_calls[chat_id]
        if chat_id < 0:
            _forget(calls, now - _GROUP_WINDOW)
            if len(calls) >= _GROUP:
                pauses.append(calls[0] + _GROUP_WINDOW - now)
        else:
            _forget(calls, now - _PRIVATE_BURST)
            if len(calls) >= _PRIVATE_BURST:
                pauses.append(calls[0] + _PRIVATE_BURST - now)
        if edit and chat_id in self._edits:
            # A busy group keeps some of its minute for results.
            calm = chat_id < 0 and len(calls) > _GROUP_BRISK
            spacing = _GROUP_CALM_SPACING if calm else _EDIT_SPACING
            pauses.append(self._edits[chat_id] + spacing - now)
        return max(pauses)

    def _count(self, chat_id: int, now: float, *, edit: bool) -> None:
        self._calls.append(now)
        self._chat_calls[chat_id].append(now)
        if edit:
            self._edits[chat_id] = now


def _forget(moments: deque[float], before: float) -> None:
    while moments and moments[0] <= before:
        moments.popleft()
