"""Protocols, their versions and what was sent, on both engines."""

from __future__ import annotations

import hashlib

import pytest
from sqlalchemy import select

from bot.storage.database import Database
from bot.storage.protocols.tables import former_records
from bot.storage.unit_of_work import StoredUnitOfWork
from domain.meetings.meeting import Meeting
from domain.protocols.record import canonical
from domain.protocols.rewording import Passage, reworded
from domain.protocols.store import StoredProtocol
from tests.documents.test_documents_sample import SIGNATURE, SMALL


async def drawn(uow: StoredUnitOfWork) -> StoredProtocol:
    """A protocol of some meeting."""
    meeting_id = await uow.meetings.add(Meeting(id=0, established=9))
    return await uow.protocols.add(meeting_id, SMALL, 2026)


async def test_a_reworded_record_replaces_the_former_which_is_kept(database: Database) -> None:
    async with database.write() as uow:
        first = await drawn(uow)
        await uow.documents.add(first.entity, "pdf", "protocol-5.pdf", b"first")
        second = await uow.protocols.reword(first, reworded(SMALL, 1, Passage.HEARD, "Иное"))
        missing = await uow.protocols.without_document("pdf", signed=False)
        assert missing == second
    async with database.read() as uow:
        assert await uow.protocols.get(first.id) == second
        assert (second.version, second.record.items[0].heard) == (2, "Иное")
        assert await uow.protocols.by_hash(first.sha256) is None
        assert await uow.protocols.former_by_hash(first.sha256[:16]) == (second, 1)
        former = await uow.documents.by_hash(hashlib.sha256(b"first").hexdigest())
        assert former is not None and former.kind == "pdf-1"
        kept = (await uow.connection.execute(select(former_records.c.record))).scalar_one()
        assert kept == canonical(SMALL).decode()


async def test_a_signed_record_is_never_replaced(database: Database) -> None:
    async with database.write() as uow:
        protocol = await drawn(uow)
        await uow.protocols.sign(protocol.id, SIGNATURE)
        with pytest.raises(ValueError, match="is signed"):
            await uow.protocols.reword(protocol, reworded(SMALL, 1, Passage.HEARD, "Иное"))
    async with database.read() as uow:
        assert (await uow.connection.execute(select(former_records))).first() is None
        kept = await uow.protocols.get(protocol.id)
        assert kept is not None and kept.record == SMALL and kept.signature == SIGNATURE


async def test_a_protocol_has_its_meetings_number_unless_another_has_it(database: Database) -> None:
    async with database.write() as uow:
        await uow.meetings.add(Meeting(id=0, established=9, number=8, year=2026))
        assert await uow.protocols.number_for(2026, 5) == 5
        await drawn(uow)  # under number 5
        assert await uow.protocols.number_for(2026, 7) == 7
        assert await uow.protocols.number_for(2026, 5) == 9
        assert await uow.protocols.number_for(2026, None) == 9
        assert await uow.protocols.number_for(2027, 1) == 1
