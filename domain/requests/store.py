"""What is kept of requests for materials, and the registers that the head keeps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from domain.requests.centre import CentreRequest
from domain.requests.materials import MaterialRequest
from domain.requests.recommendation import Recommendation


class RecommendationStore(Protocol):
    """Recommendations (п. 2.2.2)."""

    async def get(self, recommendation_id: int) -> Recommendation | None:
        """The recommendation, locked until the transaction ends when it writes."""

    async def add(self, recommendation: Recommendation) -> int:
        """Keep a new one; its id, set on it as well."""

    async def save(self, recommendation: Recommendation) -> None:
        """Keep its new state."""

    async def entered(self, protocol_id: int) -> Sequence[int]:
        """Questions of a protocol that are in the register."""

    async def count(self, words: str = "") -> int:
        """How many hold all of these words."""

    async def page(self, words: str, limit: int, offset: int = 0) -> Sequence[Recommendation]:
        """Those that hold all of these words, whatever their case: in force first, newest first."""


class CentreStore(Protocol):
    """Requests between the office and ЦУР (п. 3.2)."""

    async def get(self, request_id: int) -> CentreRequest | None:
        """The request, locked until the transaction ends when it writes."""

    async def add(self, asked: CentreRequest) -> int:
        """Keep a new one; its id, set on it as well."""

    async def save(self, asked: CentreRequest) -> None:
        """Keep its answer."""

    async def page(self, limit: int, offset: int = 0) -> Sequence[CentreRequest]:
        """Unanswered first, the earliest due first; then answered ones, newest first."""

    async def count(self) -> int:
        """How many are registered."""

    async def unanswered_by(self, day: date) -> Sequence[CentreRequest]:
        """Unanswered ones due by this day."""


class MaterialStore(Protocol):
    """Requests for materials (п. 3.3)."""

    async def get(self, request_id: int) -> MaterialRequest | None:
        """The request, locked until the transaction ends when it writes."""

    async def add(self, asked: MaterialRequest) -> int:
        """Keep a new request; its id, set on the request as well."""

    async def save(self, asked: MaterialRequest) -> None:
        """Keep the request's new state."""

    async def sent(self) -> Sequence[MaterialRequest]:
        """Requests whose answers are awaited, the earliest due first."""

    async def past(self, limit: int) -> Sequence[MaterialRequest]:
        """Closed requests, newest first."""
