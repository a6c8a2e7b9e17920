"""Posts for citizens, and the channel they go to."""

from __future__ import annotations

from typing import Protocol

from domain.posts.post import Publication, PublicChannel


class PublicationStore(Protocol):
    """Posts for citizens (п. 2.2.3)."""

    async def add(self, publication: Publication) -> int:
        """Keep a new post; its id, set on the post as well."""

    async def get(self, publication_id: int) -> Publication | None:
        """The post, locked until the transaction ends when it writes."""

    async def save(self, publication: Publication) -> None:
        """Keep its text and where it stands."""

    async def ask_channel(self, named: str, asked_by: int) -> int:
        """A channel is to be looked at and bound; the id of what was asked."""

    async def channel(self) -> PublicChannel | None:
        """The channel that is bound now."""
