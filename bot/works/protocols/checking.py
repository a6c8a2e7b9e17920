"""Looks into files that people sent: is this the signed original (product, `/verify`)."""

from __future__ import annotations

import asyncio
import hashlib
from io import BytesIO

from bot.delivery.refusals import REFUSALS
from bot.documents.verification import examine
from bot.loading import loaded
from bot.runtime import Runtime
from bot.storage.unit_of_work import StoredUnitOfWork
from domain.office.act import Act
from domain.office.outbox import Screen
from domain.office.ports import StoredDocument
from domain.protocols.detached_signature import MOST, SignatureFacts, unpacked
from domain.protocols.store import ReceivedFile, StoredProtocol
from domain.protocols.verdict import Finding, finding_text
from domain.protocols.verification import Verdict


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
                data = {"file": received.id, "by": received.user_id, "verdict": finding.verdict.value}
                await uow.record(None, Act("file-verified", finding.entity, data))
            await uow.outbox.text(received.chat_id, Screen(answer), key=f"verified:{received.id}")
        return True

    async def _answer(self, uow: StoredUnitOfWork, received: ReceivedFile, finding: Finding) -> str:
        """The verdict; who brings registries in meant one by a paper that the bot does not know."""
        if finding.verdict is Verdict.UNKNOWN:
            roster = await uow.roster.load()
            sender = roster.binding_of(received.user_id)
            if sender is not None and roster.may_import(sender.actor()):
                return self._office.texts("file-document")
        return finding_text(self._office.texts, finding)

    async def _attach(self, received: ReceivedFile, content: bytes | None) -> bool:
        """Keep a detached signature and send it along to whoever got the paper."""
        texts = self._office.texts
        async with self._office.database.read() as uow:
            paper = await uow.documents.get(received.entity, "signed")
            whole = (await uow.documents.content(paper.id))[1] if paper else b""
        facts = await self._facts(content or b"", whole)
        async with self._office.database.write() as uow:
            if not await uow.received_files.done(received.id):
                return True
            protocol = await uow.protocols.get(int(received.entity.split(":")[1]))
            if content is None or protocol is None or paper is None:
                answer = texts("file-gone")
            else:
                answer = await self._kept(uow, protocol, paper, content, facts)
            await uow.outbox.text(received.chat_id, Screen(answer), key=f"verified:{received.id}")
        return True

    async def _facts(self, content: bytes, whole: bytes) -> SignatureFacts | None:
        """What the signature says of its paper; a digest by ГОСТ is counted off the loop."""
        der = unpacked(content)
        if der is None:
            return None
        await loaded("bot.works.protocols.signature_facts")
        from bot.works.protocols.signature_facts import signature_facts  # noqa: PLC0415

        return await asyncio.to_thread(signature_facts, der, whole)

    async def _kept(
        self,
        uow: StoredUnitOfWork,
        protocol: StoredProtocol,
        paper: StoredDocument,
        content: bytes,
        facts: SignatureFacts | None,
    ) -> str:
        """Keep the signature beside its paper and send it along; what is answered."""
        texts = self._office.texts
        if facts is None:
            return texts("signature-no-cms")
        if not facts.detached:
            return texts("signature-attached-file")
        if facts.matches is False:
            return texts("signature-of-another", number=protocol.number, name=facts.signer)
        name, _ = await uow.documents.content(paper.id)
        taken = await uow.documents.signatures(protocol.entity)
        number = next((one for one in range(1, MOST + 1) if one not in taken), None)
        if number is None:
            return texts("signature-many")
        document = await uow.documents.add(protocol.entity, f"sig{number}", f"{name}.{number}.sig", content)
        said = {
            "number": protocol.number,
            "name": facts.signer,
            "since": facts.since,
            "until": facts.until,
            "matches": "yes" if facts.matches else "unknown",
            "holds": "yes" if facts.holds(uow.now()) else "no",
        }
        await self._send_along(uow, protocol, document, number, texts("signature-caption", **said))
        data = {"number": number, "sha256": hashlib.sha256(content).hexdigest()}
        await uow.record(None, Act("signature-attached", protocol.entity, data))
        return texts("signature-attached", **said)

    async def _send_along(
        self, uow: StoredUnitOfWork, protocol: StoredProtocol, document: int, number: int, caption: str
    ) -> None:
        roster = await uow.roster.load()
        members = [roster.binding(seat.number) for seat in self._office.profile.seats]
        units = [dispatch.unit for dispatch in await uow.dispatches.of(protocol.entity)]
        for binding in (*members, *(contact for unit in units for contact in roster.contacts(unit))):
            if binding is not None:
                key = f"{protocol.entity}:sig{number}:{document}:{binding.user_id}"
                await uow.outbox.document(binding.user_id, document, caption, key=key)

    async def _download(self, received: ReceivedFile) -> bytes | None:
        saved = BytesIO()
        try:
            await self._office.bot.download(received.file_id, saved)
        except REFUSALS:
            return None
        return saved.getvalue()
