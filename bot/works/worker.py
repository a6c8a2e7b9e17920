"""Long work, done after the commit that asked for it and off the event loop where it is heavy.

What is to be done is read from the database, so after a crash it goes on or starts again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic

import structlog
from aiogram.exceptions import AiogramError, TelegramRetryAfter
from aiohttp import ClientError
from sqlalchemy.exc import SQLAlchemyError

from bot.runtime import Runtime
from bot.storage.locks import Locks
from bot.storage.trouble import passes
from bot.watching.keeping import Keep, start_once

log = structlog.get_logger("worker")


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of long work of an office. Replicas take it by its `name`, which therefore stays.

    What `of` gives does one thing that waits to be done; True when it did something.
    """

    name: str
    of: Callable[[Runtime], Callable[[], Awaitable[bool]]]


_AFTER_FAILURE = (0.5, 1.0, 2.0, 5.0)  # seconds; then the rest of the office is quiet without it
_PATIENT = 30.0
_WORK_OF_ANOTHER = 0.3
_OF_THE_MESSENGER = (AiogramError, ClientError, TimeoutError)  # no mistakes of ours


class Worker:
    """Runs each kind of work until it finds nothing to do.

    One replica does a kind of work at a time. `look_again`: seconds after which it looks for what another
    replica left that died; None where there is no other.
    """

    def __init__(
        self, works: Sequence[Work], runtime: Runtime, locks: Locks, look_again: float | None
    ) -> None:
        self._office = runtime
        self._works = [(work.name, work.of(runtime)) for work in works]
        self._locks = locks
        self._look_again = look_again
        self._awake = asyncio.Event()
        self._quiet = asyncio.Event()
        self._failures: dict[str, int] = {}
        self._not_before: dict[str, float] = {}
        self._task: asyncio.Task[None] | None = None

    def start(self, keep: Keep = start_once) -> None:
        """Begin, with whatever a former run has left."""
        self._task = keep(self._run, "worker")
        self.wake()

    async def stop(self) -> None:
        """Stop; unfinished work starts again at the next start."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def wake(self) -> None:
        """Something was committed that may be work; what it commits itself it looks at anyhow."""
        if self._task is not None and asyncio.current_task() is self._task:
            return
        self._quiet.clear()
        self._awake.set()

    async def idle(self) -> None:
        """Return when there is nothing left to do now."""
        await self._quiet.wait()

    @property
    def is_idle(self) -> bool:
        """Whether there is nothing left to do now."""
        return self._quiet.is_set()

    async def _run(self) -> None:
        self._awake.set()
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(self._look_again):
                    await self._awake.wait()
            self._awake.clear()
            self._quiet.clear()
            pauses = [pause for work in self._works if (pause := await self._finish(*work)) is not None]
            if pauses:
                asyncio.get_running_loop().call_later(min(pauses), self._awake.set)
            if not self._awake.is_set() and all(pause == _PATIENT for pause in pauses):
                self._quiet.set()

    async def _finish(self, name: str, work: Callable[[], Awaitable[bool]]) -> float | None:
        """Do all there is of one kind; None when done, else after how many seconds to try again."""
        key = f"work {name}"
        if (left := self._not_before.get(name, 0.0) - monotonic()) > 0:
            return left
        if not await self._locks.take(key):
            return _WORK_OF_ANOTHER
        try:
            while await work():
                pass
        except TelegramRetryAfter as error:
            log.warning("work put off", work=name, seconds=error.retry_after)
            self._not_before[name] = monotonic() + error.retry_after
            return float(error.retry_after)
        except Exception as error:
            failed = self._failures[name] = self._failures.get(name, 0) + 1
            if isinstance(error, _OF_THE_MESSENGER):
                log.warning("work put off", work=name, error=type(error).__name__, failures=failed)
            else:
                log.exception("work failed", work=name, failures=failed)
            if failed <= len(_AFTER_FAILURE):
                return _AFTER_FAILURE[failed - 1]
            if not passes(error):
                await self._tell(name)
            return _PATIENT
        finally:
            await self._locks.release(key)
        self._failures.pop(name, None)
        return None

    async def _tell(self, name: str) -> None:
        """The administrators learn, once a day, of a work that is tried in vain."""
        office = self._office
        with suppress(SQLAlchemyError, OSError):
            async with office.database.write() as uow:
                told = f"work:{name}:{office.clock.now().date()}"
                await office.tell_admins(uow, office.texts("work-fails", name=name), told)
