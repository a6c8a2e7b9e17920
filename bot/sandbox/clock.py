"""A clock that ticks in real time from any moment it is set to."""

import time
from datetime import UTC, datetime, timedelta


class TickingClock:
    """Shows `start` when made and ticks on from there; `set` moves it, and may make it stand still."""

    def __init__(self, start: datetime) -> None:
        self._set_to = self._aware(start)
        self._ticking_since: float | None = time.monotonic()

    @staticmethod
    def _aware(moment: datetime) -> datetime:
        if moment.tzinfo is None:
            raise ValueError(f"a moment needs its time zone: {moment.isoformat()}")
        return moment

    @property
    def set_to(self) -> datetime:
        """The moment the clock was last set to."""
        return self._set_to

    def now(self) -> datetime:
        """The clock's time, in the zone of the moment it was set to."""
        if self._ticking_since is None:
            return self._set_to
        return self._set_to + timedelta(seconds=time.monotonic() - self._ticking_since)

    def set(self, now: datetime, *, ticking: bool = True) -> None:
        """Move the clock to `now`; with `ticking=False` it stands there until it is set again."""
        self._set_to = self._aware(now)
        self._ticking_since = time.monotonic() if ticking else None


class SandboxClock(TickingClock):
    """The bot's copy of the sandbox's clock, in UTC as the `Clock` port has it."""

    def now(self) -> datetime:
        """The sandbox's time in UTC."""
        return super().now().astimezone(UTC)
