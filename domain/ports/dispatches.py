"""To which units a signed paper went."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.dispatch import Dispatch


class DispatchStore(Protocol):
    """Papers on their way to units. A paper is named by its entity: `protocol:5`, `correction:2`."""

    async def of(self, entity: str) -> Sequence[Dispatch]:
        """Every unit the paper goes to, by its key."""

    async def sent_by_hand(self, entity: str, unit: str, user_id: int) -> bool:
        """A person handed the paper over; False when that was marked before, or the bot sends it."""

    async def confirm(self, entity: str, unit: str, user_id: int) -> bool:
        """The unit has the paper; False when it said so before, or the paper does not go to it."""

    async def unconfirmed(self, sent_before: datetime) -> Sequence[Dispatch]:
        """What was sent through a chat before this moment and nobody confirmed."""
