"""Lists of messages as tables: asked for in a transaction, made after it, off the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from itertools import chain

import structlog

from bot.registries.text_table import TextSheet, write_text_table
from bot.runtime import Runtime
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.works.collector import collector_paused
from domain.digests.digest import Export
from domain.messages.deadline import working_days_between
from domain.messages.message import KnownMessage
from domain.messages.sections import Section
from domain.messages.stages import stages_of
from domain.office.outbox import Screen

log = structlog.get_logger("lists")

MOST_ROWS = 100_000
_BATCH = 250
# With their widths in characters.
_COLUMNS = {
    "channel": 14, "number": 13, "status": 12, "received": 17, "registered": 17, "deadline": 17,
    "answered": 17, "late": 8, "topic": 20, "block": 22, "unit": 22, "reason": 18, "text": 50,
}  # fmt: skip
_HIDDEN = {"place": 30, "url": 30}

Row = tuple[str | int | datetime | None, ...]


class Exporting:
    """One work: the oldest list that waits becomes a document in the chat that asked.

    `whole`: with addresses and links, for who may look at them and never for a chat.
    """

    def __init__(self, office: Runtime, *, whole: bool = False) -> None:
        self._office = office
        self._whole = whole
        self._columns = {**_COLUMNS, **(_HIDDEN if whole else {})}

    async def export(self) -> bool:
        """Read the list as it stood when it was asked for, write the table, send it."""
        with collector_paused():
            return await self._export()

    async def _export(self) -> bool:
        async with self._office.database.read() as uow:
            export = await uow.digests.next_export()
            if export is None:
                return False
            rows, found = await self.rows(uow, export)
        try:
            content = await asyncio.to_thread(self.table, export, rows, found)
        except Exception:
            # The same rows would fail again and hold up every list after this one.
            log.exception("list failed", export=export.id)
            await self._fail(export)
            return True
        async with self._office.database.write() as uow:
            day = export.chosen.now.astimezone(self._office.profile.time_zone).date()
            name = f"messages-{day.isoformat()}-{export.id}.xlsx"
            document = await uow.documents.add(f"export:{export.id}", "list", name, content)
            caption = self._caption(export, found)
            await uow.outbox.document(export.chat_id, document, caption, key=f"export:{export.id}")
            await uow.digests.export_made(export.id)
        return True

    async def rows(self, uow: StoredUnitOfWork, export: Export) -> tuple[list[Row], int]:
        """Rows of the table, as many as it may have, and how many there are, at most one more."""
        rows: list[Row] = []
        async for batch in uow.messages.batches(export.chosen, export.section, _BATCH, MOST_ROWS + 1):
            rows += await asyncio.to_thread(self._read, export, batch)
        return rows[:MOST_ROWS], len(rows)

    def table(self, export: Export, rows: list[Row], found: int) -> bytes:
        """The rows as XLSX, which says in its end if there are more; to be made in a thread."""
        texts = self._office.texts
        title = texts(f"export-{export.section.value}")
        headers = tuple(texts(f"column-{name}") for name in self._columns)
        more = [(texts("export-cut", limit=MOST_ROWS),)] if found > len(rows) else []
        widths = tuple(self._columns.values())
        return write_text_table([TextSheet(title, headers, chain(rows, more), widths)])

    async def _fail(self, export: Export) -> None:
        async with self._office.database.write() as uow:
            told = Screen(self._office.texts("export-failed"))
            await uow.outbox.text(export.chat_id, told, key=f"export:{export.id}")
            await uow.digests.export_made(export.id)

    def _caption(self, export: Export, rows: int) -> str:
        texts = self._office.texts
        caption = texts(
            "export-caption",
            section=texts(f"export-{export.section.value}"),
            count=min(rows, MOST_ROWS),
            moment=export.chosen.now,
        )
        return caption if rows <= MOST_ROWS else f"{caption}\n{texts('export-cut', limit=MOST_ROWS)}"

    def _block(self, message: KnownMessage) -> str:
        if message.block is None:
            return ""
        title = self._office.profile.block(message.block).title
        return self._office.texts("block-presumed", title=title) if message.block_presumed else title

    def _read(self, export: Export, batch: Sequence[KnownMessage]) -> list[Row]:
        return [self._cells(export, message) for message in batch]

    def _cells(self, export: Export, message: KnownMessage) -> Row:
        profile, zone = self._office.profile, self._office.profile.time_zone
        answered_at = None if message.outside else message.answered_at
        moments = (message.received_at, message.registered_at, message.deadline_at, answered_at)
        return (
            profile.channel(message.channel).short_title,
            message.number,
            self._status(message),
            *(moment.astimezone(zone) if moment else None for moment in moments),
            self._late(message, message.answered_at or export.chosen.now),
            message.topic,
            self._block(message),
            profile.unit(message.unit).title if message.unit else message.executor,
            message.delay_reason,
            message.text,
            *((message.place, message.url) if self._whole else ()),
        )

    def _status(self, message: KnownMessage) -> str:
        if message.outside:
            section = Section.OUTSIDE
        else:
            section = Section.OPEN if message.answered_at is None else Section.ANSWERED
        texts = self._office.texts
        also = [message.said_status] if message.said_status else []
        also += [texts("outside-word", state=message.outside)] if message.outside else []
        also += [texts(f"stage-mark-{name}") for name in stages_of(message)]
        said = texts(f"export-{section.value}")
        return f"{said} ({', '.join(also)})" if also else said

    def _late(self, message: KnownMessage, until: datetime) -> int | None:
        """Working days begun since the day of the term, whatever its own unit; None in time."""
        if until <= message.deadline_at:
            return None
        zone = self._office.profile.time_zone
        days = (message.deadline_at.astimezone(zone).date(), until.astimezone(zone).date())
        return working_days_between(*days, self._office.calendar)
