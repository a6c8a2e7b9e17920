"""Proposals for the agenda, and the files people attach."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from domain.office.attachment import Attachment
from domain.office.ports import Keeps
from domain.proposals.proposal import Proposal


class ProposalStore(Keeps[Proposal], Protocol):
    """Proposals for the agenda (п. 4.4.2)."""

    async def undecided(self) -> Sequence[Proposal]:
        """Proposals that wait for the head, oldest first; postponed ones last."""

    async def draft_of(self, seat: int, prepared_by: int | None) -> Proposal | None:
        """The draft this seat's holder, or this assistant of theirs, has begun."""

    async def of_seat(self, seat: int, limit: int) -> Sequence[Proposal]:
        """What this seat brought, newest first."""


class AttachmentStore(Protocol):
    """Files that people gave the bot for others to read."""

    async def add(
        self, entity: str, file_id: str, file_name: str, size: int, user_id: int, *, photo: bool
    ) -> int:
        """Keep a file's name in the messenger; its id."""

    async def add_made(self, entity: str, maker: str, file_name: str, user_id: int) -> int:
        """A file that the bot makes after the commit; until then it is not among the entity's files."""

    async def get(self, attachment_id: int) -> Attachment | None:
        """The attachment with this id."""

    async def of(self, entity: str) -> Sequence[Attachment]:
        """Files of an entity, in the order in which they came."""

    async def move(self, entity: str, to: str) -> None:
        """Files of an entity belong to another one from now on."""

    async def remove(self, attachment_id: int) -> None:
        """The file is taken back."""
