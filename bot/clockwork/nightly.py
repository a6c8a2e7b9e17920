"""The nightly copy of the database, and which of the older ones stay."""

from __future__ import annotations

import asyncio
from datetime import date
from errno import errorcode
from pathlib import Path

import structlog
from aiogram.exceptions import AiogramError
from sqlalchemy.exc import SQLAlchemyError

from bot.runtime import Runtime
from bot.storage.copies.failure import CopyFailed, Damaged
from bot.storage.copies.making import DOUBTFUL, copy_database
from bot.storage.copies.naming import copies_folder, copy_name, dated_copies, way_out
from bot.storage.copies.proof import Contents
from bot.storage.trouble import damaged
from domain.messages.keeping import copies_to_keep
from domain.office.act import Act

log = structlog.get_logger("nightly")

_LONGEST = 50  # of a name in the log


def copied_entity(copy: Path) -> str:
    """Under what the log says what a copy held."""
    return f"copy:{copy.name[-_LONGEST:]}"


def _refused(folder: Path, error: OSError) -> CopyFailed:
    code = errorcode.get(error.errno or 0, type(error).__name__)
    log.error("nightly copy failed", reason=code)
    return CopyFailed("cli-copy-refused", str(folder), code=code)


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
        try:
            if target.exists():
                return False
            contents = await asyncio.to_thread(copy_database, url, target)
        except OSError as error:  # nobody is let into the folder
            await self._tell(_refused(self._folder, error), today)
            return True
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
        said = texts("nightly-copy-failed", reason=reason)
        try:
            async with office.database.write() as uow:
                await office.tell_admins(uow, said, f"copy-failed:{day}")
        except SQLAlchemyError as error:
            if not damaged(error):
                raise
            log.exception("nothing can be put in the outbox")
            await self._say_at_once(said)

    async def _say_at_once(self, said: str) -> None:
        """Past the outbox, which is damaged itself: nothing else would come to anybody."""
        for admin in sorted(self._office.settings.admins):
            try:
                await self._office.bot.send_message(admin, said)
            except AiogramError as error:
                log.error("administrator not told", chat=admin, error=type(error).__name__)
