"""Looks into files that people sent: is this the signed original (product, `/verify`)."""

from __future__ import annotations

import hashlib
from io import BytesIO

from aiogram.exceptions import TelegramBadRequest

from bot.runtime import Runtime
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.works.protocols.verification import Finding, examine
from domain.office.act import Act
from domain.office.outbox import Screen
from domain.protocols.detached_signature import MOST, looks_like_cms
from domain.protocols.store import ReceivedFile, StoredProtocol
from domain.protocols.verification import Verdict
from handlers.protocols.verdict import verdict_text


class FileChecking:
    """One work: the oldest file that waits."""

    def __init__(self, office: Runtime) -> None:
        self._office = office

    async def check(self) -> bool:
        """Answer whether the oldest file that waits is an original."""
        async with self._office.database.read() as uow:
            received = await uow.received_files.waiting()
        if received is None:
            return False
        content = await self._download(received)
        if received.entity:
            return await self._attach(received, content)
        async with self._office.database.write() as uow:
            if not await uow.received_files.done(received.id):
                return True
            if content is None:
                answer = self._office.texts("file-gone")
            else:
                finding = await examine(uow, content)
                answer = await self._answer(uow, received, finding)
                entity = finding.protocol.entity if finding.protocol else "file"
                data = {"file": received.id, "by": received.user_id, "verdict": finding.verdict.value}
                await uow.record(None, Act("file-verified", entity, data))
            await uow.outbox.text(received.chat_id, Screen(answer), key=f"verified:{received.id}")
        return True

    async def _answer(self, uow: StoredUnitOfWork, received: ReceivedFile, finding: Finding) -> str:
        """The verdict; who brings registries in meant one by a paper that the bot does not know."""
        if finding.verdict is Verdict.UNKNOWN:
            roster = await uow.roster.load()
            sender = roster.binding_of(received.user_id)
            if sender is not None and roster.may_import(sender.actor()):
                return self._office.texts("file-document")
        return verdict_text(self._office.texts, finding.verdict, finding.protocol, finding.version)

    async def _attach(self, received: ReceivedFile, content: bytes | None) -> bool:
        """Keep a detached signature and send it along to whoever got the paper."""
        texts = self._office.texts
        async with self._office.database.write() as uow:
            if not await uow.received_files.done(received.id):
                return True
            protocol = await uow.protocols.get(int(received.entity.split(":")[1]))
            number = len(await uow.documents.signatures(received.entity)) + 1
            if content is None:
                answer = texts("file-gone")
            elif protocol is None or number > MOST or not looks_like_cms(content):
                answer = texts("signature-many" if number > MOST else "signature-no-cms")
            else:
                file_name = f"protocol-{protocol.number}-{number}.sig"
                document = await uow.documents.add(received.entity, f"sig{number}", file_name, content)
                await self._send_along(uow, protocol, document, number)
                data = {"file": received.id, "sha256": hashlib.sha256(content).hexdigest()}
                await uow.record(None, Act("signature-attached", received.entity, data))
                answer = texts("signature-attached", number=protocol.number)
            await uow.outbox.text(received.chat_id, Screen(answer), key=f"verified:{received.id}")
        return True

    async def _send_along(
        self, uow: StoredUnitOfWork, protocol: StoredProtocol, document: int, number: int
    ) -> None:
        roster = await uow.roster.load()
        members = [roster.binding(seat.number) for seat in self._office.profile.seats]
        units = [dispatch.unit for dispatch in await uow.dispatches.of(protocol.entity)]
        caption = self._office.texts("signature-caption", number=protocol.number)
        for binding in (*members, *(contact for unit in units for contact in roster.contacts(unit))):
            if binding is not None:
                key = f"{protocol.entity}:sig{number}:{binding.user_id}"
                await uow.outbox.document(binding.user_id, document, caption, key=key)

    async def _download(self, received: ReceivedFile) -> bytes | None:
        saved = BytesIO()
        try:
            await self._office.bot.download(received.file_id, saved)
        except TelegramBadRequest:
            return None
        return saved.getvalue()
