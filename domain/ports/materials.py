"""Requests for materials."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from domain.material_request import MaterialRequest


class MaterialStore(Protocol):
    """Requests for materials (п. 3.3)."""

    async def get(self, request_id: int) -> MaterialRequest | None:
        """The request, locked until the transaction ends when it writes."""

    async def add(self, request: MaterialRequest) -> int:
        """Keep a new request; its id, set on the request as well."""

    async def save(self, request: MaterialRequest) -> None:
        """Keep the request's new state."""

    async def sent(self) -> Sequence[MaterialRequest]:
        """Requests whose answers are awaited, the earliest due first."""

    async def past(self, limit: int) -> Sequence[MaterialRequest]:
        """Closed requests, newest first."""
