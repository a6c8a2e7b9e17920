"""What is kept of requests for materials, and the registers that the head keeps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from domain.office.ports import Keeps
from domain.requests.centre import CentreRequest
from domain.requests.materials import MaterialRequest
from domain.requests.recommendation import Recommendation


class RecommendationStore(Keeps[Recommendation], Protocol):
    """Recommendations (п. 2.2.2)."""

    async def entered(self, protocol_id: int) -> Sequence[int]:
        """Questions of a protocol that are in the register."""

    async def count(self, words: str = "") -> int:
        """How many hold all of these words."""

    async def page(self, words: str, limit: int, offset: int = 0) -> Sequence[Recommendation]:
        """Those that hold all of these words, whatever their case: in force first, newest first."""


class CentreStore(Keeps[CentreRequest], Protocol):
    """Requests between the office and ЦУР (п. 3.2)."""

    async def page(self, limit: int, offset: int = 0) -> Sequence[CentreRequest]:
        """Open ones first, the earliest due first; then answered and withdrawn ones, newest first."""

    async def count(self) -> int:
        """How many are registered."""

    async def unanswered_by(self, day: date) -> Sequence[CentreRequest]:
        """Open ones due by this day."""


class MaterialStore(Keeps[MaterialRequest], Protocol):
    """Requests for materials (п. 3.3)."""

    async def sent(self) -> Sequence[MaterialRequest]:
        """Requests whose answers are awaited, the earliest due first."""

    async def past(self, limit: int) -> Sequence[MaterialRequest]:
        """Closed and withdrawn requests, newest first."""
