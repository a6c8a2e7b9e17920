"""Says when the event loop was held: everybody waits then, for every tap."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from types import FrameType

import structlog

log = structlog.get_logger("holding")

LONGEST = 0.25  # seconds that nobody notices
_BEAT = 0.05
_FRAMES = 6
_ROOT = Path(__file__).parents[2]  # of a clone, or where all packages are installed
_OURS = tuple(f"{_ROOT / part}{os.sep}" for part in ("bot", "domain", "handlers", "jobs", "tests"))


@dataclass(frozen=True, slots=True)
class Hold:
    """Once the loop was held: when, for how many seconds, and by what, the innermost call first."""

    at: datetime
    seconds: float
    by: str


class Holds:
    """What is known of holds in this process."""

    def __init__(self) -> None:
        self.count = 0
        self.longest: Hold | None = None
        self.newest: Hold | None = None

    def add(self, hold: Hold) -> None:
        """Count one, and say it in the log."""
        self.count += 1
        self.newest = hold
        if self.longest is None or hold.seconds > self.longest.seconds:
            self.longest = hold
        log.warning("event loop held", seconds=round(hold.seconds, 2), by=hold.by)


class _Watchdog:
    """The loop beats; a thread looks whether it does, and at its stack where it does not."""

    def __init__(self, holds: Holds) -> None:
        self._holds = holds
        self._loop = asyncio.get_running_loop()
        self._thread_id = threading.get_ident()
        self._beaten = monotonic()
        self._seen = ""
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._look, name="watchdog", daemon=True)
        self._next: asyncio.TimerHandle | None = None

    def start(self) -> None:
        self._beat(monotonic())
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        if self._next is not None:
            self._next.cancel()

    def _beat(self, due: float) -> None:
        now = monotonic()
        if now - due > LONGEST:
            by, self._seen = self._seen or "unknown: it held the interpreter too", ""
            self._holds.add(Hold(datetime.now(UTC), now - due, by))
        self._beaten, self._seen = now, ""
        self._next = self._loop.call_later(_BEAT, self._beat, now + _BEAT)

    def _look(self) -> None:
        while not self._stopped.wait(_BEAT):
            if not self._seen and monotonic() - self._beaten > LONGEST:
                self._seen = _told(sys._current_frames().get(self._thread_id))


def _told(frame: FrameType | None) -> str:
    """The calls that are under way, the innermost first: the first of all, then those of this program."""
    calls: list[str] = []
    while frame is not None and len(calls) < _FRAMES:
        code = frame.f_code
        ours = code.co_filename.startswith(_OURS)
        if ours or not calls:
            name = code.co_filename.removeprefix(f"{_ROOT}{os.sep}") if ours else Path(code.co_filename).name
            calls.append(f"{name}:{frame.f_lineno} {code.co_qualname}")
        frame = frame.f_back
    return " < ".join(calls)


@contextmanager
def watched_loop(holds: Holds) -> Iterator[None]:
    """For the length of the block the running loop is watched."""
    watchdog = _Watchdog(holds)
    watchdog.start()
    try:
        yield
    finally:
        watchdog.stop()
