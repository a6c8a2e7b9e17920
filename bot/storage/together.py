"""What several ask for at the same moment, done in one go."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

Asked = TypeVar("Asked")
Given = TypeVar("Given")


class Together(Generic[Asked, Given]):
    """One go at a time: whoever comes while one is under way is in the next.

    `do` gives an answer for each that is asked, in order. An exception among them is raised to the one whose
    answer it is; one that `do` raises, to all.
    """

    def __init__(self, do: Callable[[Sequence[Asked]], Awaitable[Sequence[Given | Exception]]]) -> None:
        self._do = do
        self._waiting: list[tuple[Asked, asyncio.Future[Given]]] = []
        self._turn = asyncio.Lock()

    async def of(self, asked: Asked) -> Given:
        """The answer to this one."""
        answer: asyncio.Future[Given] = asyncio.get_running_loop().create_future()
        self._waiting.append((asked, answer))
        await asyncio.sleep(0)  # whoever asks at the same moment comes along
        async with self._turn:
            if not answer.done():
                await self._go()
        return await answer

    async def _go(self) -> None:
        waiting, self._waiting = self._waiting, []
        given: Sequence[Given | Exception]
        try:
            given = await self._do([asked for asked, _ in waiting])
        except asyncio.CancelledError:
            for _, answer in waiting:
                answer.cancel()
            raise
        except Exception as error:
            given = [error] * len(waiting)
        for (_, answer), one in zip(waiting, given, strict=True):
            if answer.done():
                continue  # whoever asked has gone
            if isinstance(one, Exception):
                answer.set_exception(one)
            else:
                answer.set_result(one)
