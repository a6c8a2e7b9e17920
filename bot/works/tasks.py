"""Makes the table «Об исполнении решений» that a question of the agenda has for its material."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.loading import loaded
from bot.runtime import Runtime
from bot.works.worker import Work


class TaskPapers:
    """A work: looks for a table that was promised and is not made yet."""

    def __init__(self, office: Runtime) -> None:
        self._office = office

    async def make(self) -> bool:
        """Make the oldest one that waits."""
        profile = self._office.profile
        async with self._office.database.read() as uow:
            waiting = await uow.attachments.unmade()
            if waiting is None:
                return False
            tasks, roster = await uow.tasks.to_account_for(), await uow.roster.load()
        await loaded("bot.documents.pdf", "bot.documents.task_table")
        from bot.documents.pdf import paper_pdf  # noqa: PLC0415
        from bot.documents.task_table import TaskTable  # noqa: PLC0415

        moment = waiting.added_at.astimezone(profile.time_zone).replace(microsecond=0)
        table = TaskTable(profile, roster, self._office.calendar, self._text)
        content = await asyncio.to_thread(paper_pdf, table.sheet(tasks, moment))
        async with self._office.database.write() as uow:
            document = await uow.documents.add(
                f"attachment:{waiting.id}", "table", waiting.file_name, content
            )
            await uow.attachments.made(waiting.id, document, len(content))
        return True

    def _text(self, key: str, arguments: dict[str, Any]) -> str:
        return self._office.texts(key, **arguments)


WORKS = (Work("TaskPapers.make", lambda office: TaskPapers(office).make),)
