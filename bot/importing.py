"""Registries on their way in: read off the event loop, previewed, applied in one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from aiogram.exceptions import TelegramBadRequest

from bot.delivery.calls import plain
from bot.registries import Reading, RegistryRefused, read_registry, write_unreadable
from bot.storage.database import Database
from bot.storage.message_rows import PlacedRow
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.topic_likeness import SoftTopics
from domain.act import Act
from domain.calendar import WorkCalendar
from domain.deadline import deadline_for
from domain.message import ImportRecord, ImportState, Problem, RegistryRow
from domain.place import settlement_of
from domain.profile import OfficeProfile
from domain.routing import Router

if TYPE_CHECKING:
    from bot.app import RunningOffice

_WHICH_CHANNEL = "file-which-channel"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import found, in rows; `problem` when the whole file was refused."""

    counts: Mapping[str, int] = field(default_factory=dict)
    problem: Problem | None = None


def place_rows(
    rows: Sequence[RegistryRow],
    profile: OfficeProfile,
    calendar: WorkCalendar,
    remembered: Mapping[str, str],
) -> list[PlacedRow]:
    """Give each row its deadline by its channel's rule, its block and its unit."""
    router = Router(profile, remembered, SoftTopics)
    hours, zone = profile.working_time, profile.time_zone
    return [
        PlacedRow(
            row,
            deadline_for(
                profile.channel(row.channel).rule_for(row.topic),
                row.received_at,
                row.registered_at,
                calendar,
                hours,
                zone,
            ),
            router.place(row.topic, row.executor, row.topic_group),
            settlement_of(row.place, profile.city),
        )
        for row in rows
    ]


async def import_file(
    database: Database,
    profile: OfficeProfile,
    calendar: WorkCalendar,
    content: bytes,
    file_name: str,
    channel: str | None,
    *,
    apply: bool,
) -> ImportReport:
    """Read a file and compare it with what is known; with `apply` put it in. Needs no messenger."""
    try:
        reading = await asyncio.to_thread(read_registry, content, file_name, profile, channel)
    except RegistryRefused as refused:
        return ImportReport(problem=refused.problem)
    if not apply:
        async with database.read() as uow:
            counts = await uow.messages.compare(reading.rows)
        return ImportReport({**counts, "unreadable": len(reading.unreadable)})
    async with database.write() as uow:
        counts = await _put_in(uow, reading, profile, calendar)
        await uow.record(None, Act("import-applied", "import:file", counts))
    return ImportReport(counts)


async def _put_in(
    uow: StoredUnitOfWork, reading: Reading, profile: OfficeProfile, calendar: WorkCalendar
) -> dict[str, int]:
    remembered = await uow.messages.remembered_topics()
    placed = await asyncio.to_thread(place_rows, reading.rows, profile, calendar, remembered)
    counts = await uow.messages.upsert(placed)
    await uow.outbox.touch("digest")
    return {**counts, "unreadable": len(reading.unreadable)}


class Importing:
    """Two works: reading what was sent, applying what was confirmed."""

    def __init__(self, office: RunningOffice) -> None:
        self._office = office

    async def read(self) -> bool:
        """Read the oldest file that waits; its preview goes to its card."""
        async with self._office.database.read() as uow:
            waiting = await uow.imports.in_state(ImportState.RECEIVED, ImportState.READING)
            content = await uow.imports.file(waiting[0].id) if waiting else None
        if not waiting:
            return False
        record = waiting[0]
        if content is None:
            try:
                content = await self._download(record)
            except TelegramBadRequest:
                await self._refuse(record, RegistryRefused("file-gone"), b"")
                return True
        try:
            reading = await asyncio.to_thread(
                read_registry, content, record.file_name, self._office.profile, record.channel
            )
        except RegistryRefused as refused:
            await self._refuse(record, refused, content)
            return True
        texts = self._office.texts

        def explain(problem: Problem) -> str:
            return plain(texts(problem.key, **problem.arguments), 500)

        unreadable = None
        if reading.unreadable:
            unreadable = await asyncio.to_thread(write_unreadable, reading, explain)
        async with self._office.database.write() as uow:
            now = await uow.imports.get(record.id)
            if now is None or now.state == ImportState.CANCELLED:
                return True
            remembered = await uow.messages.remembered_topics()
            counts = await uow.messages.compare(reading.rows)
            router = Router(self._office.profile, remembered, SoftTopics)
            nobodys = sum(
                router.place(row.topic, row.executor, row.topic_group).block is None for row in reading.rows
            )
            await uow.imports.keep_file(record.id, content)
            if unreadable is not None:
                await uow.imports.keep_unreadable(record.id, unreadable)
            await uow.imports.move(
                record.id,
                ImportState.READY,
                channel=reading.channel,
                counts={**counts, "unreadable": len(reading.unreadable), "unassigned": nobodys},
            )
            await uow.outbox.touch(f"import:{record.id}")
        self._office.delivery.wake()
        return True

    async def apply(self) -> bool:
        """Put a confirmed file in: one transaction with its audit entry."""
        async with self._office.database.read() as uow:
            waiting = await uow.imports.in_state(ImportState.APPLYING)
            content = await uow.imports.file(waiting[0].id) if waiting else None
        if not waiting or content is None:
            return False
        record = waiting[0]
        reading = await asyncio.to_thread(
            read_registry, content, record.file_name, self._office.profile, record.channel
        )
        async with self._office.database.write() as uow:
            counts = await _put_in(uow, reading, self._office.profile, self._office.calendar)
            kept = {**record.counts, **counts}
            await uow.imports.move(record.id, ImportState.APPLIED, counts=kept)
            await uow.record(
                None, Act("import-applied", f"import:{record.id}", {**counts, "by": record.user_id})
            )
            await uow.outbox.touch(f"import:{record.id}")
        self._office.delivery.wake()
        return True

    async def _download(self, record: ImportRecord) -> bytes:
        saved = BytesIO()
        await self._office.bot.download(record.file_id, saved)
        return saved.getvalue()

    async def _refuse(self, record: ImportRecord, refused: RegistryRefused, content: bytes) -> None:
        asking = refused.key == _WHICH_CHANNEL
        async with self._office.database.write() as uow:
            if asking:
                await uow.imports.keep_file(record.id, content)
            state = ImportState.ASKING if asking else ImportState.REFUSED
            await uow.imports.move(record.id, state, problem=refused.problem)
            await uow.outbox.touch(f"import:{record.id}")
        self._office.delivery.wake()
