"""Telegram's flood limits (Bot API FAQ, «My bot is hitting limits»), measured in real time."""

import math
from collections import deque
from collections.abc import Callable

from bot.sandbox.refusal import Refused

BURST = 4
PER_SECOND_IN_PRIVATE = 1.0
PER_MINUTE_IN_GROUP = 20
PER_SECOND_OVERALL = 30
MINUTE = 60.0


class FloodGate:
    """Counts sends and edits; refuses with 429 what comes too fast. `clock` gives monotonic seconds."""

    def __init__(self, clock: Callable[[], float], *, enforced: bool) -> None:
        self._clock = clock
        self._enforced = enforced
        self._overall: deque[float] = deque()
        self._groups: dict[int, deque[float]] = {}
        self._private: dict[int, tuple[float, float]] = {}

    def pass_or_refuse(self, chat_id: int) -> None:
        """Count one send or edit in a chat. Raises `Refused` (429, `retry_after` in seconds)."""
        if not self._enforced:
            return
        now = self._clock()
        wait = max(self._wait_overall(now), self._wait_in_chat(chat_id, now))
        if wait > 0:
            seconds = max(1, math.ceil(wait))
            text = f"Too Many Requests: retry after {seconds}"
            raise Refused(text, rule="flood", code=429, retry_after=seconds)
        self._overall.append(now)
        if chat_id < 0:
            self._groups[chat_id].append(now)
        else:
            tokens, _ = self._private[chat_id]
            self._private[chat_id] = tokens - 1, now

    def _wait_overall(self, now: float) -> float:
        return self._wait_in_window(self._overall, PER_SECOND_OVERALL, 1.0, now)

    def _wait_in_chat(self, chat_id: int, now: float) -> float:
        if chat_id < 0:
            window = self._groups.setdefault(chat_id, deque())
            return self._wait_in_window(window, PER_MINUTE_IN_GROUP, MINUTE, now)
        tokens, since = self._private.get(chat_id, (float(BURST), now))
        tokens = min(float(BURST), tokens + (now - since) * PER_SECOND_IN_PRIVATE)
        self._private[chat_id] = tokens, now
        return 0.0 if tokens >= 1 else (1 - tokens) / PER_SECOND_IN_PRIVATE

    @staticmethod
    def _wait_in_window(window: deque[float], most: int, seconds: float, now: float) -> float:
        while window and window[0] <= now - seconds:
            window.popleft()
        return window[0] + seconds - now if len(window) >= most else 0.0


class Waits:
    """Who may not be called until when: what the bot was told by `retry_after`.

    A bot that was started since then, in a later `life`, cannot know of it.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._until: dict[str, tuple[float, int]] = {}

    def begin(self, addressee: str, seconds: int, life: int) -> None:
        """The bot is told now to leave this addressee alone."""
        self._until[addressee] = self._clock() + seconds, life

    def left(self, addressee: str, life: int) -> float:
        """Seconds that the bot still had to wait, 0 when it may call."""
        until, told_in = self._until.get(addressee, (0.0, life))
        return max(0.0, until - self._clock()) if told_in == life else 0.0
