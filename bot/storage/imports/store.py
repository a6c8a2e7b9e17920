"""Registry files on their way in; the file itself is kept until it is applied or given up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Text, cast, delete, insert, select, update

from bot.storage.documents import documents
from bot.storage.imports.tables import import_rows, imports
from bot.storage.transaction import Store
from domain.imports.understanding import Asked, Question
from domain.messages.message import ImportRecord, ImportState, Problem

# For a person's answer.
_WAITING = (ImportState.ASKING, ImportState.READY)


class StoredImports(Store):
    """Imports in the database."""

    async def add(self, record: ImportRecord) -> int:
        result = await self.connection.execute(
            insert(imports)
            .values(
                user_id=record.user_id,
                chat_id=record.chat_id,
                file_id=record.file_id,
                file_name=record.file_name,
                message_id=record.message_id,
                channel=record.channel,
                state=record.state,
                counts=record.counts,
                created_at=self.clock.now(),
            )
            .returning(imports.c.id)
        )
        self.ask_work()
        return int(result.scalar_one())

    async def get(self, import_id: int) -> ImportRecord | None:
        if self.transaction.locking:
            await self.connection.execute(
                select(imports.c.id).where(imports.c.id == import_id).with_for_update()
            )
        found = await self._records(imports.c.id == import_id)
        return found[0] if found else None

    async def came(self, file_id: str) -> bool:
        """Whether this very file was taken in before."""
        some = select(imports.c.id).where(imports.c.file_id == file_id).limit(1)
        return await self.connection.scalar(some) is not None

    async def recent(self, limit: int) -> Sequence[ImportRecord]:
        newest = select(imports.c.id).order_by(imports.c.id.desc()).limit(limit)
        return (await self._records(imports.c.id.in_(newest)))[::-1]

    async def in_state(self, *states: str) -> Sequence[ImportRecord]:
        """Imports that stand here, oldest first."""
        return await self._records(imports.c.state.in_(states))

    async def move(
        self,
        import_id: int,
        state: str,
        *,
        channel: str | None = None,
        counts: dict[str, int] | None = None,
        problem: Problem | None = None,
        unread: Sequence[str] | None = None,
        skipped: Sequence[str] | None = None,
        questions: Sequence[Question] | None = None,
    ) -> None:
        values: dict[str, Any] = {"state": state}
        if channel is not None:
            values["channel"] = channel
        if counts is not None:
            values["counts"] = counts
        if problem is not None:
            values["problem"] = asdict(problem)
        if unread is not None:
            values["unread"] = list(unread)
        if skipped is not None:
            values["skipped"] = list(skipped)
        if questions is not None:
            values["questions"] = [asdict(question) for question in questions]
        if state == ImportState.APPLIED:
            values["applied_at"] = self.clock.now()
        if state in (ImportState.APPLIED, ImportState.CANCELLED, ImportState.REFUSED):
            values["file"] = None
        self.ask_work()
        self.changed(f"import:{import_id}")
        await self.connection.execute(update(imports).where(imports.c.id == import_id).values(**values))

    async def read_anew(self) -> None:
        """Read again what is not put in yet: its rows were placed and their terms counted by other rules."""
        for record in await self.in_state(ImportState.ASKING, ImportState.READY):
            await self.move(record.id, ImportState.RECEIVED)
        known = [channel.key for channel in self.profile.channels]
        gone = imports.c.channel.not_in(known) & (imports.c.state == ImportState.RECEIVED)
        await self.connection.execute(update(imports).where(gone).values(channel=None))

    async def questions(self, import_id: int) -> Sequence[Question]:
        kept = await self.connection.scalar(select(imports.c.questions).where(imports.c.id == import_id))
        return [
            Question(Asked(one["about"]), one["subject"], tuple(one["answers"]), one["rows"], one["example"])
            for one in kept or ()
        ]

    async def failed(self, import_id: int) -> int:
        """One more try at a file came to nothing; how many did."""
        result = await self.connection.execute(
            update(imports)
            .where(imports.c.id == import_id)
            .values(tries=imports.c.tries + 1)
            .returning(imports.c.tries)
        )
        return int(result.scalar_one())

    async def lying_in_chat(self) -> ImportRecord | None:
        """The oldest file that was read and whose message is to be deleted still."""
        waits = imports.c.state.in_((ImportState.RECEIVED, ImportState.READING))
        found = await self._records(imports.c.message_id.is_not(None) & ~waits)
        return found[0] if found else None

    async def taken_out_of_chat(self, import_id: int) -> None:
        """Its message lies in the chat no more, or cannot be deleted."""
        await self.connection.execute(
            update(imports).where(imports.c.id == import_id).values(message_id=None)
        )

    async def keep_file(self, import_id: int, content: bytes) -> None:
        await self.connection.execute(update(imports).where(imports.c.id == import_id).values(file=content))

    async def file(self, import_id: int) -> bytes | None:
        content: bytes | None = await self.connection.scalar(
            select(imports.c.file).where(imports.c.id == import_id)
        )
        return content

    async def keep_unreadable(self, import_id: int, content: bytes, in_chat: bytes) -> None:
        """Keep the table of rows that could not be read, with a reason each, whole and as a chat has it."""
        self.changed(f"import:{import_id}")
        await self.connection.execute(
            update(imports)
            .where(imports.c.id == import_id)
            .values(unreadable=content, unreadable_in_chat=in_chat)
        )

    async def unreadable(self, import_id: int, *, in_chat: bool = False) -> bytes | None:
        table = imports.c.unreadable_in_chat if in_chat else imports.c.unreadable
        content: bytes | None = await self.connection.scalar(select(table).where(imports.c.id == import_id))
        return content

    async def forget_rows(self, before: datetime) -> int:
        old = imports.c.created_at < before
        await self.connection.execute(
            delete(import_rows).where(import_rows.c.import_id.in_(select(imports.c.id).where(old)))
        )
        entities = select("import:" + cast(imports.c.id, Text)).where(old)
        await self.connection.execute(delete(documents).where(documents.c.entity.in_(entities)))
        result = await self.connection.execute(
            update(imports)
            .where(old, imports.c.unreadable.is_not(None))
            .values(unreadable=None, unreadable_in_chat=None)
            .returning(imports.c.id)
        )
        forgotten = result.scalars().all()
        self.changed(*(f"import:{number}" for number in forgotten))
        # Its rows are gone, so that nothing could be put in; the file itself has people's words.
        given_up = await self.connection.scalars(
            select(imports.c.id).where(old, imports.c.state.in_(_WAITING))
        )
        for number in given_up.all():
            await self.move(number, ImportState.CANCELLED, questions=())
        return len(forgotten)

    async def _records(self, condition: Any) -> list[ImportRecord]:
        columns = [
            imports.c[name]
            for name in (
                "id",
                "user_id",
                "chat_id",
                "file_id",
                "file_name",
                "state",
                "channel",
                "counts",
                "problem",
                "unread",
                "skipped",
                "message_id",
            )
        ]
        rows = await self.connection.execute(
            select(*columns, imports.c.unreadable.is_not(None).label("has_unreadable"))
            .where(condition)
            .order_by(imports.c.id)
        )
        return [
            ImportRecord(
                row.id,
                row.user_id,
                row.chat_id,
                row.file_id,
                row.file_name,
                row.state,
                row.channel,
                row.counts,
                Problem(**row.problem) if row.problem else None,
                row.has_unreadable,
                tuple(row.unread or ()),
                tuple(row.skipped or ()),
                row.message_id,
            )
            for row in rows
        ]
