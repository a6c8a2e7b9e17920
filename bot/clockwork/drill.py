"""The weekly drill: whether the newest copy of the database would really bring the office back."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import structlog

from bot.clockwork.nightly import copied_entity
from bot.runtime import Runtime
from bot.storage.copies.drilled import DRILLS, Drilled, newest_drill
from bot.storage.copies.drilling import contents_restored
from bot.storage.copies.failure import CopyFailed
from bot.storage.copies.naming import copies_folder, dated_copies, newest_day
from bot.storage.copies.proof import Contents
from domain.office.act import Act

log = structlog.get_logger("drill")

_EVERY = timedelta(days=7)


class Drill:
    """Restores the newest copy to a temporary place once a week; a failure is told to the administrators."""

    def __init__(self, office: Runtime) -> None:
        self._office = office

    async def run(self) -> bool:
        """Drill where the last one was a week ago and there is a copy."""
        office, url = self._office, self._office.database.url
        now = office.clock.now()
        async with office.database.read() as uow:
            last = await newest_drill(uow)
        try:
            copies = await asyncio.to_thread(dated_copies, copies_folder(office.settings, url), url)
        except OSError:  # nobody is let into the folder, of which the nightly copy tells
            return False
        if not copies or (last is not None and timedelta() <= now - last.at < _EVERY):
            return False
        newest = newest_day(copies, now.astimezone(office.profile.time_zone).date())
        assert newest is not None  # there are copies
        copy = copies[newest]
        rows, wrong, said = await self._try(copy)
        result: dict[str, Any] = {"copy": copy.name, "rows": rows, "wrong": wrong, "said": said}
        async with office.database.write() as uow:
            await uow.record(None, Act("copy-drilled", DRILLS, result))
            if wrong:
                log.error("drill failed", copy=copy.name, reason=wrong)
                drilled = Drilled(now, copy.name, rows, wrong, said)
                await office.tell_admins(uow, drilled.told(office.texts), f"drill-failed:{now.date()}")
        return bool(wrong)

    async def _try(self, copy: Path) -> tuple[int, str, dict[str, str]]:
        """Rows found, what is wrong with them, and of what that speaks."""
        try:
            found = await asyncio.to_thread(contents_restored, self._office.database.url, copy)
        except CopyFailed as failed:
            return 0, failed.key, failed.said
        if found.damage:
            return found.total, "cli-bad-backup", {"name": copy.name}
        return found.total, *await self._compared(found, copy)

    async def _compared(self, found: Contents, copy: Path) -> tuple[str, dict[str, str]]:
        """The copy holds what was counted when it was made, and its log is a part of the office's."""
        async with self._office.database.read() as uow:
            counted = await uow.history(copied_entity(copy), 1)
            known = found.last_entry is None or await uow.audit.holds(*found.last_entry)
        if found.broken_entry is not None or not known:
            entry = found.broken_entry or (found.last_entry or (0, ""))[0]
            return "drill-other-log", {"entry": str(entry)}
        for one in counted:
            for table, rows in one.data.items():
                if found.rows.get(table) != rows:
                    return "drill-rows-differ", {
                        "table": table, "counted": str(rows), "found": str(found.rows.get(table, 0)),
                    }  # fmt: skip
        return "", {}
