"""A file that fails time and again is set aside with words, so that the next in line goes on."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any

import structlog

from bot.delivery.refusals import says_nothing
from bot.runtime import Runtime
from bot.storage.trouble import passes
from bot.works.imports.inbox import show_dropped
from bot.works.imports.laying_by import GivenUp
from domain.messages.message import ImportRecord, ImportState, Problem
from domain.office.act import Act

log = structlog.get_logger("imports")

_MOST_TRIES = 3


class SettingAside:
    """Counts the tries at each file."""

    def __init__(self, office: Runtime) -> None:
        self._office = office

    async def tried(self, record: ImportRecord, work: Awaitable[Any]) -> None:
        """Do it; what fails for the third time is set aside."""
        try:
            await work
        except Exception as error:
            # Neither the messenger nor a database that is away says anything of the file.
            if isinstance(error, GivenUp) or says_nothing(error) or passes(error):
                raise
            async with self._office.database.write() as uow:
                tries = await uow.imports.failed(record.id)
            if tries < _MOST_TRIES:
                raise
            log.exception("import set aside", record=record.id, tries=tries)
            await self._set_aside(record, error)

    async def _set_aside(self, record: ImportRecord, error: Exception) -> None:
        """Whoever sent the file gets words on its card, the administrators its number.

        What it had changed is put back when it is cleared up, with all that was given up.
        What cannot be undone stays put in: its receipt is as it was before it was asked for.
        """
        office, failure = self._office, type(error).__name__
        undoing = record.state == ImportState.UNDOING
        async with office.database.write() as uow:
            if undoing:
                await uow.imports.move(record.id, ImportState.APPLIED)
            else:
                problem = Problem("import-set-aside")
                await uow.imports.move(record.id, ImportState.REFUSED, problem=problem)
                await show_dropped(uow, record)
            await uow.record(None, Act("import-set-aside", f"import:{record.id}", {"failure": failure}))
            told = office.texts(
                "import-set-aside-admin",
                id=str(record.id),
                failure=failure,
                undoing="yes" if undoing else "no",
            )
            await office.tell_admins(uow, told, f"aside:import:{record.id}")
