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
from bot.storage.copies.failure import CopyFailed, Damaged
from bot.storage.copies.making import DOUBTFUL, copy_database, sqlite_file
from bot.storage.copies.proof import Contents
from domain.messages.keeping import copies_to_keep
from domain.office.act import Act
from domain.office.ports import Texts

log = structlog.get_logger("nightly")

_LONGEST = 50  # of a name in the log


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


def dated_copies(folder: Path, url: URL) -> dict[date, Path]:
    """The nightly copies of a database, by day."""
    pattern = re.compile(re.escape(copy_name(url, "@")).replace("@", r"(\d{4}-\d\d-\d\d)"))
    if not folder.is_dir():
        return {}
    named = ((pattern.fullmatch(path.name), path) for path in folder.iterdir())
    return {date.fromisoformat(match[1]): path for match, path in named if match}


def way_out(settings: Settings, url: URL, texts: Texts) -> str:
    """What to do about a damaged database: the newest copy was proven, for no other gets such a name."""
    copies = dated_copies(copies_folder(settings, url), url)
    newest = str(copies[max(copies)]) if copies else ""
    return texts("cli-way-out", newest=newest, there="yes" if newest else "no")


def copied_entity(copy: Path) -> str:
    """Under what the log says what a copy held."""
    return f"copy:{copy.name[-_LONGEST:]}"


class Nightly:
    """Copies the database once a day; a failure is told to the administrators, once a day as well."""

    def __init__(self, office: Runtime) -> None:
        self._office = office
        self._folder = copies_folder(office.settings, office.database.url)

    async def back_up(self) -> bool:
        """Make today's copy where there is none yet; once it is proven, remove those no rule keeps."""
        url = self._office.database.url
        today = self._office.clock.now().astimezone(self._office.profile.time_zone).date()
        target = self._folder / copy_name(url, today.isoformat())
        if target.exists():
            return False
        try:
            contents = await asyncio.to_thread(copy_database, url, target)
        except CopyFailed as failed:
            log.error("nightly copy failed", reason=failed.key)
            self._keep_one_doubtful(target)
            await self._tell(failed, today)
            return True
        await self._record(target, contents)
        await asyncio.to_thread(self._prune)
        return False

    def _prune(self) -> None:
        found = dated_copies(self._folder, self._office.database.url)
        for day in found.keys() - copies_to_keep(found):
            found[day].unlink(missing_ok=True)

    def _keep_one_doubtful(self, target: Path) -> None:
        """Of copies that prove nothing the newest is enough: they must not fill the disk."""
        doubtful = target.with_name(target.name + DOUBTFUL)
        if doubtful.exists():
            for older in self._folder.glob(f"*{DOUBTFUL}"):
                if older != doubtful:
                    older.unlink(missing_ok=True)

    async def _record(self, copy: Path, contents: Contents) -> None:
        """What the copy held: a drill compares with it."""
        async with self._office.database.write() as uow:
            await uow.record(None, Act("copied", copied_entity(copy), dict(contents.rows)))

    async def _tell(self, failed: CopyFailed, day: date) -> None:
        office, texts = self._office, self._office.texts
        reason = texts(failed.key, **failed.said)
        if isinstance(failed, Damaged):
            reason = f"{reason} {way_out(office.settings, office.database.url, texts)}"
        async with office.database.write() as uow:
            await office.tell_admins(uow, texts("nightly-copy-failed", reason=reason), f"copy-failed:{day}")
