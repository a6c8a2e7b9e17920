"""What is counted while an office runs, for those who watch it from outside (Prometheus)."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramAPIError, TelegramNetworkError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from prometheus_client import CollectorRegistry, Counter, Histogram

from bot.watching.hearing import Heard
from bot.watching.holding import Holds

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Meter:
    """Counters of a process; each office has its label. Names and ids of people are never labels."""

    def __init__(self) -> None:
        self.metrics = CollectorRegistry()
        self.updates = Counter(
            "office_updates", "Updates taken", ["office", "outcome"], registry=self.metrics
        )
        self.taking = Histogram(
            "office_update_seconds",
            "From an update to its commit",
            ["office"],
            buckets=_SECONDS,
            registry=self.metrics,
        )
        self.calls = Counter(
            "office_calls", "Calls of the Bot API", ["office", "method", "outcome"], registry=self.metrics
        )
        self.restarts = Counter(
            "office_restarts", "Tasks that ended unasked", ["office", "task"], registry=self.metrics
        )
        self.holds = Holds()
        self.lost_lines: Callable[[], int] = int  # of the log; none until there is one

    def of(self, office: str) -> OfficeMeter:
        """The counters of one office, by its profile's key."""
        return OfficeMeter(self, office)


class OfficeMeter:
    """Counts one office's updates and calls; remembers when the messenger last answered."""

    def __init__(self, meter: Meter, office: str) -> None:
        self.meter = meter
        self.office = office
        self._answered: float | None = None
        self.restarts = Tally[str]()
        self._ended: float | None = None
        self._begun = monotonic()
        self._updated: float | None = None
        self.heard: Heard | None = None  # of the webhook, where there is one

    def watch(self, bot: Bot) -> None:
        """Count this bot's calls from now on."""
        bot.session.middleware(_Calls(self))

    @contextmanager
    def update(self) -> Iterator[None]:
        """Count an update that is taken in the block, and how long it took unless it failed."""
        begun = monotonic()
        try:
            yield
        except Exception:
            self.meter.updates.labels(self.office, "failed").inc()
            raise
        self._updated = monotonic()
        self.meter.updates.labels(self.office, "taken").inc()
        self.meter.taking.labels(self.office).observe(monotonic() - begun)

    def task_ended(self, name: str) -> None:
        """A lasting task ended unasked, and is started again."""
        self.restarts[name] += 1
        self._ended = monotonic()
        self.meter.restarts.labels(self.office, name).inc()

    @property
    def since_restart(self) -> float | None:
        """Seconds since a lasting task ended unasked; None when none did."""
        return None if self._ended is None else monotonic() - self._ended

    @property
    def since_update(self) -> float:
        """Seconds since an update was taken, or since the office began where none was."""
        return monotonic() - (self._begun if self._updated is None else self._updated)

    @property
    def silence(self) -> float | None:
        """Seconds since the messenger last answered, well or ill; None when it never did."""
        return None if self._answered is None else monotonic() - self._answered

    def answered(self) -> None:
        """The messenger has answered."""
        self._answered = monotonic()


class _Calls(BaseRequestMiddleware):
    def __init__(self, meter: OfficeMeter) -> None:
        self._meter = meter

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        calls, office, name = self._meter.meter.calls, self._meter.office, type(method).__name__
        try:
            response = await make_request(bot, method)
        except TelegramAPIError as error:
            if not isinstance(error, TelegramNetworkError):
                self._meter.answered()
            calls.labels(office, name, type(error).__name__).inc()
            raise
        self._meter.answered()
        calls.labels(office, name, "done").inc()
        return response
