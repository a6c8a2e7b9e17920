"""Lists of messages as tables: asked for in a transaction, made after it, off the event loop."""

from __future__ import annotations

import asyncio

from bot.registries.text_table import TextSheet, write_text_table
from bot.runtime import Runtime
from domain.digests.digest import Export
from domain.messages.deadline import overdue_by
from domain.messages.message import KnownMessage
from domain.messages.terms import rule_of

MOST_ROWS = 20_000
_BATCH = 500
_COLUMNS = (
    "channel", "number", "received", "deadline", "late", "topic", "block", "unit", "answered", "reason",
    "text",
)  # fmt: skip


class Exporting:
    """One work: the oldest list that waits becomes a document in the chat that asked."""

    def __init__(self, office: Runtime) -> None:
        self._office = office

    async def export(self) -> bool:
        """Read the list as it stood when it was asked for, write the table, send it."""
        async with self._office.database.read() as uow:
            export = await uow.digests.next_export()
            if export is None:
                return False
            rows: list[tuple[str, ...]] = []
            async for batch in uow.messages.batches(export.chosen, export.section, _BATCH, MOST_ROWS + 1):
                rows += [self._cells(export, message) for message in batch]
                await asyncio.sleep(0)
        title = self._office.texts(f"export-{export.section.value}")
        headers = tuple(self._office.texts(f"column-{name}") for name in _COLUMNS)
        sheet = TextSheet(title, headers, rows[:MOST_ROWS])
        content = await asyncio.to_thread(write_text_table, [sheet])
        async with self._office.database.write() as uow:
            day = export.chosen.now.astimezone(self._office.profile.time_zone).date()
            name = f"messages-{day.isoformat()}-{export.id}.xlsx"
            document = await uow.documents.add(f"export:{export.id}", "list", name, content)
            caption = self._caption(export, len(rows))
            await uow.outbox.document(export.chat_id, document, caption, key=f"export:{export.id}")
            await uow.digests.export_made(export.id)
        return True

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

    def _cells(self, export: Export, message: KnownMessage) -> tuple[str, ...]:
        office = self._office
        profile, zone = office.profile, office.profile.time_zone
        channel = profile.channel(message.channel)
        rule = rule_of(profile, message)
        late = overdue_by(
            rule,
            message.deadline_at,
            message.answered_at or export.chosen.now,
            office.calendar,
            profile.working_time,
            zone,
        )
        answered = message.answered_at
        return (
            channel.short_title,
            message.number,
            f"{message.received_at.astimezone(zone):%d.%m.%Y %H:%M}",
            f"{message.deadline_at.astimezone(zone):%d.%m.%Y %H:%M}",
            office.texts("lateness", unit=rule.unit.value, count=late) if late else "",
            message.topic,
            self._block(message),
            profile.unit(message.unit).title if message.unit else message.executor,
            f"{answered.astimezone(zone):%d.%m.%Y %H:%M}" if answered else "",
            message.delay_reason,
            message.text,
        )
