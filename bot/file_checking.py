"""Looks into files that people sent: is this the signed original (product, `/verify`)."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from aiogram.exceptions import TelegramBadRequest

from bot.verification import examine
from domain.act import Act
from domain.ports import ReceivedFile, Screen
from handlers.views.verdict import verdict_text

if TYPE_CHECKING:
    from bot.app import RunningOffice


class FileChecking:
    """One work: the oldest file that waits."""

    def __init__(self, office: RunningOffice) -> None:
        self._office = office

    async def check(self) -> bool:
        """Answer whether the oldest file that waits is an original."""
        async with self._office.database.read() as uow:
            received = await uow.received_files.waiting()
        if received is None:
            return False
        content = await self._download(received)
        async with self._office.database.write() as uow:
            if not await uow.received_files.done(received.id):
                return True
            if content is None:
                answer = self._office.texts("file-gone")
            else:
                finding = await examine(uow, content)
                answer = verdict_text(self._office.texts, finding.verdict, finding.protocol, finding.version)
                entity = finding.protocol.entity if finding.protocol else "file"
                data = {"file": received.id, "by": received.user_id, "verdict": finding.verdict.value}
                await uow.record(None, Act("file-verified", entity, data))
            await uow.outbox.text(received.chat_id, Screen(answer), key=f"verified:{received.id}")
        self._office.delivery.wake()
        return True

    async def _download(self, received: ReceivedFile) -> bytes | None:
        saved = BytesIO()
        try:
            await self._office.bot.download(received.file_id, saved)
        except TelegramBadRequest:
            return None
        return saved.getvalue()
