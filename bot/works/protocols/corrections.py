"""Prints signed corrections and sends them to whoever got the protocol (п. 4.7)."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.loading import loaded
from bot.runtime import Runtime
from bot.works.protocols.papers import SignedPaper
from handlers.chat.links import check_link
from handlers.protocols.file_names import file_name


class CorrectionSending:
    """One work: a signed correction that is not printed and sent yet."""

    def __init__(self, office: Runtime) -> None:
        self._office = office

    def _text(self, key: str, arguments: dict[str, Any]) -> str:
        return self._office.texts(key, **arguments)

    async def send(self) -> bool:
        """Print the correction and send it in one transaction."""
        async with self._office.database.read() as uow:
            correction = await uow.corrections.unsent()
        if correction is None:
            return False
        await loaded("bot.documents.correction", "bot.documents.pdf")
        from bot.documents.correction import correction_sheet  # noqa: PLC0415
        from bot.documents.pdf import paper_pdf  # noqa: PLC0415

        link = check_link(self._office.shared, correction.sha256)
        sheet = correction_sheet(correction.record, self._text, correction.sha256, link, correction.signature)
        pdf = await asyncio.to_thread(paper_pdf, sheet)
        async with self._office.database.write() as uow:
            record = correction.record
            numbers = {"correction": record.number, "number": record.protocol_number}
            name = file_name(self._office.texts, "correction", record.protocol_day, ".pdf", **numbers)
            document = await uow.documents.add(correction.entity, "signed", name, pdf)
            said = {**numbers, "moment": record.protocol_day}
            roster, chair = await uow.roster.load(), record.chair.seat
            paper = SignedPaper(self._office, uow, roster, "correction", correction.id, chair, said)
            await paper.to_members(document)
            for dispatch in await uow.dispatches.of(f"protocol:{correction.protocol_id}"):
                await paper.to_unit(dispatch.unit, document)
            await paper.by_hand()
        return True
