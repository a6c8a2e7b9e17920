"""Prints signed corrections and sends them to whoever got the protocol (п. 4.7)."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.runtime import Runtime
from bot.storage.unit_of_work import StoredUnitOfWork
from domain.office.outbox import Button, Screen
from domain.people.roster import Roster
from domain.protocols.store import StoredCorrection
from handlers.chat.links import check_link
from handlers.protocols.taps import DispatchTap


class CorrectionSending:
    """One work: a signed correction that is not printed and sent yet."""

    def __init__(self, office: Runtime) -> None:
        self._office = office

    def _text(self, key: str, arguments: dict[str, Any]) -> str:
        return self._office.texts(key, **arguments)

    async def send(self) -> bool:
        """Print the correction and send it in one transaction."""
        from bot.documents.correction import correction_sheet  # noqa: PLC0415 — loaded when first used
        from bot.documents.pdf import paper_pdf  # noqa: PLC0415

        async with self._office.database.read() as uow:
            correction = await uow.corrections.unsent()
        if correction is None:
            return False
        link = check_link(self._office.shared, correction.sha256)
        sheet = correction_sheet(correction.record, self._text, correction.sha256, link, correction.signature)
        pdf = await asyncio.to_thread(paper_pdf, sheet)
        async with self._office.database.write() as uow:
            record = correction.record
            name = f"protocol-{record.protocol_number}-correction-{record.number}.pdf"
            document = await uow.documents.add(correction.entity, "signed", name, pdf)
            roster = await uow.roster.load()
            for seat in self._office.profile.seats:
                binding = roster.binding(seat.number)
                if binding is not None:
                    key = f"{correction.entity}:signed:{seat.number}"
                    caption = self._caption("correction-caption", correction)
                    await uow.outbox.document(binding.user_id, document, caption, key=key)
            for dispatch in await uow.dispatches.of(f"protocol:{correction.protocol_id}"):
                await self._send_to_unit(uow, roster, correction, dispatch.unit, document)
        return True

    async def _send_to_unit(
        self, uow: StoredUnitOfWork, roster: Roster, correction: StoredCorrection, unit: str, document: int
    ) -> None:
        contacts = roster.contacts(unit)
        await uow.dispatches.add(correction.entity, unit, by_hand=not contacts)
        for contact in contacts:
            caption = self._caption("correction-unit-caption", correction)
            screen = self._button("received", correction)
            key = f"{correction.entity}:unit:{contact.user_id}"
            await uow.outbox.document(contact.user_id, document, caption, screen=screen, key=key)
        duties = roster.duties()
        head = roster.binding(duties.seat if duties else correction.record.chair.seat)
        if not contacts and head is not None:
            title = self._office.profile.unit(unit).title
            caption = self._caption("correction-by-hand-caption", correction, unit=title)
            screen = self._button("by-hand", correction, unit)
            key = f"{correction.entity}:by-hand:{unit}"
            await uow.outbox.document(head.user_id, document, caption, screen=screen, key=key)

    def _caption(self, key: str, correction: StoredCorrection, **more: Any) -> str:
        record = correction.record
        return self._office.texts(
            key, correction=record.number, number=record.protocol_number, moment=record.protocol_day, **more
        )

    def _button(self, act: str, correction: StoredCorrection, unit: str = "") -> Screen:
        tap = DispatchTap(act=act, paper="correction", number=correction.id, unit=unit)
        return Screen("", ((Button(self._office.texts(f"button-{act}"), tap.pack()),),))
