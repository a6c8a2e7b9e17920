"""Draws up protocols of closed meetings and prints them to be signed (п. 4.7)."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.loading import loaded
from bot.runtime import Runtime
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.works.protocols.record import MeetingRecorder
from domain.meetings.meeting import Meeting
from domain.office.act import Act
from domain.office.outbox import Screen
from domain.protocols.record import fingerprint
from domain.protocols.secretary import awaited
from domain.protocols.signing import signed_by, signers
from domain.protocols.store import StoredProtocol
from handlers.chat.links import check_link
from handlers.protocols.file_names import file_name


class ProtocolMaking:
    """Three works, each of which looks for what is not done yet."""

    def __init__(self, office: Runtime) -> None:
        self._office = office

    def _text(self, key: str, arguments: dict[str, Any]) -> str:
        return self._office.texts(key, **arguments)

    async def draw_up(self) -> bool:
        """Fix the record of a closed meeting, under the meeting's own number."""
        async with self._office.database.write() as uow:
            meeting = await uow.meetings.without_protocol()
            if meeting is None:
                return False
            recorder = await self._recorder(uow, meeting)
            assert meeting.opened_at is not None  # a closed meeting was opened
            year = meeting.year or meeting.opened_at.astimezone(self._office.profile.time_zone).year
            number = await uow.protocols.number_for(year, meeting.number)
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
        async with self._office.database.read() as uow:
            protocol = await uow.protocols.without_document("pdf", signed=False)
        if protocol is None:
            return False
        await loaded("bot.documents.office_template", "bot.documents.pdf")
        from bot.documents.office_template import filled, template_path, trouble_text  # noqa: PLC0415
        from bot.documents.pdf import paper_pdf  # noqa: PLC0415
        from bot.documents.sheet import protocol_sheet  # noqa: PLC0415

        sheet = protocol_sheet(protocol.record, self._text, protocol.sha256, self._link(protocol))
        pdf = await asyncio.to_thread(paper_pdf, sheet)
        template = template_path(self._office.profile, self._office.settings.profile)
        docx, trouble = await asyncio.to_thread(filled, sheet, template)
        async with self._office.database.write() as uow:
            entity = f"protocol:{protocol.id}"
            now = await uow.protocols.get(protocol.id)
            if now is None or now.version != protocol.version:
                return True  # worded anew meanwhile: the next turn prints that
            pdf_id = await uow.documents.add(entity, "pdf", self._draft_name(protocol, ".pdf"), pdf)
            docx_id = await uow.documents.add(entity, "docx", self._draft_name(protocol, ".docx"), docx)
            told, said = f"{entity}:template:{protocol.version}", ""
            if trouble is not None:
                said = trouble_text(self._office.texts, trouble)
                await self._office.tell_admins(uow, said, told)
            roster = await uow.roster.load()
            may = [roster.binding(one.seat) for one in signers(protocol.record.chair, roster)]
            kept_by = roster.secretary_account() if awaited(protocol.record, roster, None) else None
            for chat_id in dict.fromkeys(one.user_id for one in (*may, kept_by) if one is not None):
                for kind, document_id in (("docx", docx_id), ("pdf", pdf_id)):
                    caption = self._office.texts(
                        f"protocol-{kind}-caption", number=protocol.number, version=protocol.version
                    )
                    key = f"{entity}:{kind}:{chat_id}:{protocol.version}"
                    await uow.outbox.document(chat_id, document_id, caption, key=key)
                if said:
                    await uow.outbox.text(chat_id, Screen(said), key=f"{told}:{chat_id}")
                key = f"{entity}:card:{chat_id}:{protocol.version}"
                await uow.outbox.card_anew(chat_id, "protocol", entity, key=key)
        return True

    async def print_act(self) -> bool:
        """Make the act of a meeting that was not held, signed as it was closed; it goes to all members."""
        async with self._office.database.read() as uow:
            meeting = await uow.meetings.without_act()
            if meeting is None:
                return False
            recorder = await self._recorder(uow, meeting)
            account = await uow.acts.account(meeting.id)
        await loaded("bot.documents.act", "bot.documents.pdf")
        from bot.documents.act import not_held_sheet  # noqa: PLC0415
        from bot.documents.pdf import paper_pdf  # noqa: PLC0415

        record = recorder.not_held()
        sha256, signature = fingerprint(record), None
        if account is not None and record.chair is not None:
            signature = signed_by(record.chair, record.chair, record.closed_at, account)
        link = check_link(self._office.shared, sha256)
        sheet = not_held_sheet(record, self._text, sha256, link, signature)
        pdf = await asyncio.to_thread(paper_pdf, sheet)
        async with self._office.database.write() as uow:
            said = {"number": meeting.number or 0}
            name = file_name(self._office.texts, "act", record.appointed_at, ".pdf", **said)
            document_id = await uow.documents.add(meeting.entity, "act", name, pdf)
            if signature is not None:
                await uow.acts.draw_up(meeting.id, record, signature)
            caption = self._office.texts("protocol-act-caption", moment=record.appointed_at, **said)
            roster = await uow.roster.load()
            for seat in self._office.profile.seats:
                binding = roster.binding(seat.number)
                if binding is not None:
                    key = f"{meeting.entity}:act:{seat.number}"
                    await uow.outbox.document(binding.user_id, document_id, caption, key=key)
        return True

    async def _recorder(self, uow: StoredUnitOfWork, meeting: Meeting) -> MeetingRecorder:
        moment = meeting.opened_at or meeting.starts_at
        assert moment is not None  # a convened meeting has its time
        roster, names = await uow.roster.load_at(moment), await uow.roster.names()
        closings = {
            vote.closed_at
            for item in meeting.agenda
            for vote in item.votes
            if vote.closed_at and vote.motion and vote.motion.seats
        }
        voted = {closed: await uow.roster.load_at(closed) for closed in closings}
        return MeetingRecorder(meeting, self._office.profile, roster, names, voted)

    def _draft_name(self, protocol: StoredProtocol, ending: str) -> str:
        said = {"number": protocol.number, "version": protocol.version}
        return file_name(self._office.texts, "draft", protocol.record.opened_at, ending, **said)

    def _link(self, protocol: StoredProtocol) -> str:
        return check_link(self._office.shared, protocol.sha256)
