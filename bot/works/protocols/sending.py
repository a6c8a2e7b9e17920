"""Sends signed protocols: the whole to members, to units extracts with what they give to do (п. 4.7)."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from typing import Any

from bot.loading import loaded
from bot.runtime import Runtime
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.works.protocols.papers import SignedPaper
from domain.meetings.meeting import Meeting
from domain.people.roster import Roster
from domain.protocols.dispatch import concerned_items
from domain.protocols.store import StoredProtocol
from handlers.chat.links import check_link
from handlers.chat.wording import called
from handlers.protocols.file_names import file_name
from handlers.protocols.summary import decisions


class ProtocolSending:
    """One work: a signed protocol that is not printed and sent yet."""

    def __init__(self, office: Runtime) -> None:
        self._office = office

    def _text(self, key: str, arguments: dict[str, Any]) -> str:
        return self._office.texts(key, **arguments)

    async def send_signed(self) -> bool:
        """Print the signed original and the extracts, and send them in one transaction."""
        async with self._office.database.read() as uow:
            protocol = await uow.protocols.without_document("signed", signed=True)
            meeting = await uow.meetings.get(protocol.meeting_id) if protocol else None
            holders = await uow.roster.names()
        if protocol is None:
            return False
        assert meeting is not None  # a protocol refers to its meeting
        await loaded("bot.documents.pdf", "bot.documents.sheet")
        from bot.documents.pdf import paper_pdf  # noqa: PLC0415
        from bot.documents.sheet import protocol_sheet  # noqa: PLC0415

        link = check_link(self._office.shared, protocol.sha256)
        sheet = protocol_sheet(
            protocol.record,
            self._text,
            protocol.sha256,
            link,
            protocol.signature,
            meeting.opinions,
            protocol.countersignature,
            holders,
        )
        concerned = concerned_items(meeting, self._office.profile)
        pdf = await asyncio.to_thread(paper_pdf, sheet)
        extracts = await asyncio.to_thread(self._extracts, protocol, link, concerned)
        texts, day = self._office.texts, protocol.record.opened_at
        async with self._office.database.write() as uow:
            name = file_name(texts, "protocol", day, ".pdf", number=protocol.number)
            whole = await uow.documents.add(protocol.entity, "signed", name, pdf)
            roster = await uow.roster.load()
            chair = protocol.record.chair.seat
            said = {"number": protocol.number, "moment": day}
            paper = SignedPaper(self._office, uow, roster, "protocol", protocol.id, chair, said)
            await paper.to_members(whole, decisions(texts, protocol.record))
            await paper.scan_to_members(await uow.attachments.of(protocol.scan))
            questions = {item.number: item.question for item in protocol.record.items}
            for unit, extract in extracts.items():
                items = ", ".join(map(str, concerned[unit]))
                said = {"number": protocol.number, "items": items, "count": len(concerned[unit])}
                name = file_name(texts, "extract", day, ".pdf", **said)
                part = await uow.documents.add(f"{protocol.entity}:{unit}", "extract", name, extract)
                await paper.to_unit(unit, part, await uow.tasks.of_unit(protocol.id, unit), questions)
            await paper.by_hand()
            await self._send_opinion_files(uow, roster, meeting, extracts)
        return True

    def _extracts(
        self, protocol: StoredProtocol, link: str, concerned: Mapping[str, tuple[int, ...]]
    ) -> dict[str, bytes]:
        """Each unit's extract; units that the same items concern share its bytes."""
        from bot.documents.extract import extract_sheet  # noqa: PLC0415 — loaded when first used
        from bot.documents.pdf import paper_pdf  # noqa: PLC0415

        assert protocol.signature is not None  # it is signed
        made: dict[tuple[int, ...], bytes] = {}
        for numbers in set(concerned.values()):
            sheet = extract_sheet(
                protocol.record, self._text, protocol.sha256, link, protocol.signature, numbers=numbers
            )
            made[numbers] = paper_pdf(sheet)
        return {unit: made[numbers] for unit, numbers in concerned.items()}

    async def _send_opinion_files(
        self, uow: StoredUnitOfWork, roster: Roster, meeting: Meeting, units: Iterable[str]
    ) -> None:
        """Files of separate opinions go to whoever gets the protocol; their words are annexed to it."""
        members = [roster.binding(seat.number) for seat in self._office.profile.seats]
        everyone = [*members, *(contact for unit in units for contact in roster.contacts(unit))]
        for opinion in meeting.opinions:
            caption = self._office.texts("opinion-file", who=called(self._office.texts, roster, opinion.seat))
            for attachment in await uow.attachments.of(f"{meeting.entity}:{opinion.name}"):
                for binding in everyone:
                    if binding is not None:
                        await uow.outbox.file(binding.user_id, attachment, caption)
