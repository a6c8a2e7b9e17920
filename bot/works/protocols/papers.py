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

    async def to_members(self, document: int, words: str = "") -> None:
        """The document to everyone of the composition who has a chat, with these words under its name."""
        caption = "\n".join(filter(None, [self._caption("signed"), words]))
        for seat in self.office.profile.seats:
            binding = self.roster.binding(seat.number)
            if binding is None:
                continue
            key = f"{self.entity}:signed:{seat.number}"
            await self.uow.outbox.document(binding.user_id, document, caption, key=key)

    async def to_unit(self, unit: str, document: int, whole: int | None = None) -> None:
        """The document, after the whole of which it is a part, to the unit's contacts, who confirm it.

        To a unit without any it is handed over by a person: `by_hand` gives them the list.
        """
        contacts = self.roster.contacts(unit)
        await self.uow.dispatches.add(self.entity, unit, by_hand=not contacts)
        for contact in contacts:
            key = f"{self.entity}:unit:{contact.user_id}"
            if whole is not None:
                caption = self._caption("signed")
                await self.uow.outbox.document(contact.user_id, whole, caption, key=f"{key}:whole")
            caption, button = self._caption("unit"), self._received()
            await self.uow.outbox.document(contact.user_id, document, caption, screen=button, key=key)

    async def by_hand(self) -> None:
        """One list of the units without a chat, to whoever performs the head's duties."""
        duties = self.roster.duties()
        head = self.roster.binding(duties.seat if duties else self.chair)
        if head is not None and any(one.by_hand for one in await self.uow.dispatches.of(self.entity)):
            await self.uow.outbox.card(head.user_id, "by-hand", self.entity, key=f"{self.entity}:by-hand")

    def _caption(self, to_whom: str) -> str:
        return self.office.texts(f"{self.kind}-{to_whom}-caption", **self.said)

    def _received(self) -> Screen:
        tap = DispatchTap(act="received", paper=self.kind, number=self.id)
        return Screen("", ((Button(self.office.texts("button-received"), tap.pack()),),))
