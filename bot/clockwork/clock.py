"""The system's time, where no sandbox gives another."""

from __future__ import annotations

from datetime import UTC, datetime


class SystemClock:
    """The system's time."""

    def now(self) -> datetime:
        """What time it is, in UTC."""
        return datetime.now(UTC)
