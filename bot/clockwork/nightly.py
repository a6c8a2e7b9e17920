"""The nightly copy of the database, and which of the older ones stay."""

from __future__ import annotations

import asyncio
import re
from datetime import date
from pathlib import Path

import structlog
from sqlalchemy.engine import URL

from bot.runtime import Runtime
from bot.settings import Settings
from bot.storage.copies import CopyFailed, copy_database, sqlite_file
from domain.messages.keeping import copies_to_keep
from domain.office.outbox import Screen

log = structlog.get_logger("nightly")


def copies_folder(settings: Settings, url: URL) -> Path:
    """Where copies are kept: the folder that was set, else `copies` beside a SQLite file, else in `data`."""
    if settings.copies is not None:
        return settings.copies
    beside = sqlite_file(url).parent if url.get_backend_name() == "sqlite" else Path("data")
    return beside / "copies"


def copy_name(url: URL, moment: str) -> str:
    """A copy's file name: the database's own name and when."""
    stem = Path(url.database or "office").stem
    return f"{stem}-{moment}.{'db' if url.get_backend_name() == 'sqlite' else 'dump'}"


class Nightly:
    """Copies the database once a day; a failure is told to the administrators, once a day as well."""

    def __init__(self, office: Runtime) -> None:
        self._office = office
        self._folder = copies_folder(office.settings, office.database.url)

    async def back_up(self) -> bool:
        """Make today's copy where there is none yet, and remove those the rule does not keep."""
        url = self._office.database.url
        today = self._office.clock.now().astimezone(self._office.profile.time_zone).date()
        target = self._folder / copy_name(url, today.isoformat())
        if target.exists():
            return False
        try:
            await asyncio.to_thread(copy_database, url, target)
        except CopyFailed as failed:
            log.error("nightly copy failed", reason=failed.key)
            await self._tell(failed, today)
            return True
        await asyncio.to_thread(self._prune)
        return False

    def _prune(self) -> None:
        name = re.escape(copy_name(self._office.database.url, "@"))
        pattern = re.compile(name.replace("@", r"(\d{4}-\d\d-\d\d)"))
        found = {
            date.fromisoformat(match[1]): path
            for path in self._folder.iterdir()
            if (match := pattern.fullmatch(path.name))
        }
        for day in found.keys() - copies_to_keep(found):
            found[day].unlink(missing_ok=True)

    async def _tell(self, failed: CopyFailed, day: date) -> None:
        texts = self._office.texts
        screen = Screen(texts("nightly-copy-failed", reason=texts(failed.key, name=failed.name)))
        async with self._office.database.write() as uow:
            for admin in sorted(self._office.settings.admins):
                await uow.outbox.text(admin, screen, key=f"copy-failed:{day.isoformat()}:{admin}")
