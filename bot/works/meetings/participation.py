"""Figures of participation as a table: asked for in a transaction, made after it, off the event loop."""

from __future__ import annotations

import asyncio

from bot.registries.text_table import TextSheet, write_text_table
from bot.runtime import Runtime

_COLUMNS = ("seat", "name", "invited", "present", "late", "votes-held", "voted", "abstained", "aloud")


class ParticipationExport:
    """One work: the oldest table that waits becomes a document in the chat that asked."""

    def __init__(self, office: Runtime) -> None:
        self._office = office

    async def export(self) -> bool:
        """Count by SQL, write the table, send it."""
        texts = self._office.texts
        async with self._office.database.read() as uow:
            asked = await uow.past.next_asked()
            if asked is None:
                return False
            figures = await uow.past.figures(asked.period)
        headers = tuple(texts(f"statistics-column-{name}") for name in _COLUMNS)
        rows = [
            (
                one.seat, one.name, one.invited, one.present, one.late, one.votes_held, one.voted,
                one.abstained, one.aloud,
            )
            for one in figures
        ]  # fmt: skip
        sheet = TextSheet(texts("statistics-sheet"), headers, rows)
        content = await asyncio.to_thread(write_text_table, [sheet])
        async with self._office.database.write() as uow:
            period = asked.period
            name = f"participation-{period.first.isoformat()}-{period.last.isoformat()}.xlsx"
            key = f"figures:{asked.id}"
            document = await uow.documents.add(key, "list", name, content)
            caption = texts("statistics-caption", first=period.first, last=period.last)
            await uow.outbox.document(asked.chat_id, document, caption, key=key)
            await uow.past.asked_made(asked.id)
        return True
