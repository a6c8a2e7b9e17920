"""A bell that wakes all who wait: for long polls and for things that wait until the world is quiet."""

import asyncio


class Bell:
    """Rings once for everyone who waits at that moment; who comes later waits for the next ring."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def ring(self) -> None:
        """Wake everyone who waits now."""
        self._event.set()
        self._event = asyncio.Event()

    async def wait(self, seconds: float) -> bool:
        """True when the bell rang within so many seconds, False when it did not."""
        try:
            async with asyncio.timeout(seconds):
                await self._event.wait()
        except TimeoutError:
            return False
        return True
