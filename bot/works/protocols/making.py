"""Draws up protocols of closed meetings and prints them to be signed (п. 4.7)."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.runtime import Runtime
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.works.protocols.record import MeetingRecorder
from domain.meetings.meeting import Meeting
from domain.office.act import Act
from domain.office.outbox import Screen
from domain.protocols.record import fingerprint
from domain.protocols.signing import signers
from domain.protocols.store import StoredProtocol
from handlers.chat.links import check_link


class ProtocolMaking:
    """Three works, each of which looks for what is not done yet."""

    def __init__(self, office: Runtime) -> None:
        self._office = office

    def _text(self, key: str, arguments: dict[str, Any]) -> str:
        return self._office.texts(key, **arguments)

    async def draw_up(self) -> bool:
        """Fix the record of a closed meeting, with its number in the year."""
        async with self._office.database.write() as uow:
            meeting = await uow.meetings.without_protocol()
            if meeting is None:
                return False
            recorder = await self._recorder(uow, meeting)
            assert meeting.opened_at is not None  # a closed meeting was opened
            year = meeting.opened_at.astimezone(self._office.profile.time_zone).year
            number = await uow.protocols.next_number(year)
            record = recorder.protocol(number)
            protocol = await uow.protocols.add(meeting.id, record, year)
            await uow.record(
                None,
                Act(
                    "protocol-drawn",
                    f"protocol:{protocol.id}",
                    {"meeting": meeting.id, "number": number, "year": year, "sha256": protocol.sha256},
                ),
            )
        return True

    async def print_drawn(self) -> bool:
        """Make the documents of a drawn-up protocol and give them to its chair to sign."""
        # Loaded when first used.
        from bot.documents.office_template import filled, template_path, trouble_text  # noqa: PLC0415
        from bot.documents.pdf import first_page, paper_pdf  # noqa: PLC0415
        from bot.documents.sheet import protocol_sheet  # noqa: PLC0415

        async with self._office.database.read() as uow:
            protocol = await uow.protocols.without_document("pdf", signed=False)
        if protocol is None:
            return False
        sheet = protocol_sheet(protocol.record, self._text, protocol.sha256, self._link(protocol))
        pdf = await asyncio.to_thread(paper_pdf, sheet)
        picture = await asyncio.to_thread(first_page, sheet)
        template = template_path(self._office.profile, self._office.settings.profile)
        docx, trouble = await asyncio.to_thread(filled, sheet, template)
        async with self._office.database.write() as uow:
            entity = f"protocol:{protocol.id}"
            now = await uow.protocols.get(protocol.id)
            if now is None or now.version != protocol.version:
                return True  # worded anew meanwhile: the next turn prints that
            name = f"protocol-{protocol.number}"
            pdf_id = await uow.documents.add(entity, "pdf", f"{name}.pdf", pdf)
            picture_id = await uow.documents.add(entity, "picture", f"{name}.png", picture)
            docx_id = await uow.documents.add(entity, "docx", f"{name}.docx", docx)
            roster = await uow.roster.load()
            may = signers(protocol.record.chair, roster)
            binding = roster.binding(may[0].seat) if may else None
            if binding is not None:
                chat_id = binding.user_id
                key = f"{entity}:picture:{chat_id}:{protocol.version}"
                await uow.outbox.picture(chat_id, picture_id, "", key=key)
                for kind, document_id in (("docx", docx_id), ("pdf", pdf_id)):
                    caption = self._office.texts(
                        f"protocol-{kind}-caption", number=protocol.number, version=protocol.version
                    )
                    key = f"{entity}:{kind}:{chat_id}:{protocol.version}"
                    await uow.outbox.document(chat_id, document_id, caption, key=key)
                if trouble is not None:
                    screen = Screen(trouble_text(self._office.texts, trouble))
                    await uow.outbox.text(chat_id, screen, key=f"{entity}:template:{protocol.version}")
                key = f"{entity}:card:{chat_id}:{protocol.version}"
                await uow.outbox.card_anew(chat_id, "protocol", entity, key=key, former={"moved": True})
        return True

    async def print_act(self) -> bool:
        """Make the act of a meeting that was not held and give it to whoever closed it."""
        from bot.documents.act import not_held_sheet  # noqa: PLC0415 — loaded when first used
        from bot.documents.pdf import paper_pdf  # noqa: PLC0415

        async with self._office.database.read() as uow:
            meeting = await uow.meetings.without_act()
            if meeting is None:
                return False
            recorder = await self._recorder(uow, meeting)
        record = recorder.not_held()
        sha256 = fingerprint(record)
        sheet = not_held_sheet(record, self._text, sha256, check_link(self._office.shared, sha256))
        pdf = await asyncio.to_thread(paper_pdf, sheet)
        async with self._office.database.write() as uow:
            document_id = await uow.documents.add(
                meeting.entity, "act", f"act-meeting-{meeting.number}.pdf", pdf
            )
            assert meeting.closed_by is not None  # it was closed by someone
            binding = (await uow.roster.load()).binding(meeting.closed_by.seat)
            if binding is not None:
                caption = self._office.texts("protocol-act-caption", number=meeting.number or 0)
                await uow.outbox.document(binding.user_id, document_id, caption, key=f"{meeting.entity}:act")
        return True

    async def _recorder(self, uow: StoredUnitOfWork, meeting: Meeting) -> MeetingRecorder:
        moment = meeting.opened_at or meeting.starts_at
        assert moment is not None  # a convened meeting has its time
        roster, names = await uow.roster.load_at(moment), await uow.roster.names()
        return MeetingRecorder(meeting, self._office.profile, roster, names)

    def _link(self, protocol: StoredProtocol) -> str:
        return check_link(self._office.shared, protocol.sha256)
