"""Whether the messenger answers, and how long to wait before the next try."""

from __future__ import annotations

import asyncio
from time import monotonic

_FIRST_PAUSE = 1.0
_LONGEST_PAUSE = 30.0


class Line:
    """The line to the messenger. Who waits out a failure goes on as soon as anybody has got through."""

    def __init__(self) -> None:
        self._got_through = asyncio.Event()
        self._down_since: float | None = None
        self.closing = False

    def up(self) -> None:
        """A call was answered."""
        self._down_since = None
        self._release()

    def down(self) -> None:
        """A call was not answered."""
        if self._down_since is None:
            self._down_since = monotonic()

    def down_for(self) -> float:
        """Seconds since nobody has got through; 0 while the messenger answers."""
        return 0.0 if self._down_since is None else monotonic() - self._down_since

    def close(self) -> None:
        """The bot stops: nobody waits any longer."""
        self.closing = True
        self._release()

    async def wait(self, failures: int) -> None:
        """Wait after so many failures in a row, longer each time, or until somebody gets through."""
        await self.pause(min(_FIRST_PAUSE * 2 ** (failures - 1), _LONGEST_PAUSE))

    async def pause(self, seconds: float, *, whole: bool = False) -> None:
        """Wait so many seconds; the `whole` time where the messenger asked for it."""
        until = monotonic() + seconds
        while not self.closing and (left := until - monotonic()) > 0:
            try:
                async with asyncio.timeout(left):
                    await self._got_through.wait()
            except TimeoutError:
                return
            if not whole:
                return

    def _release(self) -> None:
        self._got_through.set()
        self._got_through = asyncio.Event()
