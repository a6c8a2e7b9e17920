"""Posts for citizens, and the channel they go to."""

from __future__ import annotations

from typing import Protocol

from domain.office.ports import Keeps
from domain.posts.post import Publication, PublicChannel


class PublicationStore(Keeps[Publication], Protocol):
    """Posts for citizens (п. 2.2.3)."""

    async def ask_channel(self, named: str, asked_by: int) -> int:
        """A channel is to be looked at and bound; the id of what was asked."""

    async def channel(self) -> PublicChannel | None:
        """The channel that is bound now."""
