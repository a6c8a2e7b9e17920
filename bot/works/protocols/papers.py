"""A signed paper on its way: to members, to units that confirm it, by hand where a unit has no chat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.runtime import Runtime
from bot.storage.unit_of_work import StoredUnitOfWork
from domain.office.outbox import Button, Screen
from domain.people.roster import Roster
from handlers.protocols.taps import DispatchTap


@dataclass(frozen=True, slots=True)
class SignedPaper:
    """A protocol or a correction, sent within one transaction; each receiver gets it once.

    `chair`: the seat that signed it. `said`: what its captions say of it.
    """

    office: Runtime
    uow: StoredUnitOfWork
    roster: Roster
    kind: Literal["protocol", "correction"]
    id: int
    chair: int
    said: Mapping[str, Any]

    @property
    def entity(self) -> str:
        """Its name in the log and among documents."""
        return f"{self.kind}:{self.id}"

    async def to_members(self, document: int, picture: int | None = None) -> None:
        """The document to everyone of the composition who has a chat, after a picture of its first page."""
        for seat in self.office.profile.seats:
            binding = self.roster.binding(seat.number)
            if binding is None:
                continue
            key = f"{self.entity}:signed:{seat.number}"
            if picture is not None:
                await self.uow.outbox.picture(binding.user_id, picture, "", key=f"{key}:picture")
            await self.uow.outbox.document(binding.user_id, document, self._caption("signed"), key=key)

    async def to_unit(self, unit: str, document: int, whole: int | None = None) -> None:
        """The document, after the whole of which it is a part, to the unit's contacts, who confirm it.

        A unit without any is told by whoever performs the head's duties, who gets the document for that.
        """
        contacts = self.roster.contacts(unit)
        await self.uow.dispatches.add(self.entity, unit, by_hand=not contacts)
        for contact in contacts:
            key = f"{self.entity}:unit:{contact.user_id}"
            if whole is not None:
                caption = self._caption("signed")
                await self.uow.outbox.document(contact.user_id, whole, caption, key=f"{key}:whole")
            caption, button = self._caption("unit"), self._button("received")
            await self.uow.outbox.document(contact.user_id, document, caption, screen=button, key=key)
        duties = self.roster.duties()
        head = self.roster.binding(duties.seat if duties else self.chair)
        if not contacts and head is not None:
            caption = self._caption("by-hand", unit=self.office.profile.unit(unit).title)
            button, key = self._button("by-hand", unit), f"{self.entity}:by-hand:{unit}"
            await self.uow.outbox.document(head.user_id, document, caption, screen=button, key=key)

    def _caption(self, to_whom: str, **more: str) -> str:
        return self.office.texts(f"{self.kind}-{to_whom}-caption", **self.said, **more)

    def _button(self, act: str, unit: str = "") -> Screen:
        tap = DispatchTap(act=act, paper=self.kind, number=self.id, unit=unit)
        return Screen("", ((Button(self.office.texts(f"button-{act}"), tap.pack()),),))
