"""What each person has set for themselves."""

from __future__ import annotations

from typing import Protocol

from domain.quiet import QuietHours


class QuietHoursStore(Protocol):
    """When each person is not to be disturbed."""

    async def of(self, user_id: int) -> QuietHours | None:
        """The person's quiet hours, if they have set any."""

    async def set(self, user_id: int, hours: QuietHours | None) -> None:
        """Keep the person's quiet hours; None: they have none."""
