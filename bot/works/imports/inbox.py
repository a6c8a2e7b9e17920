"""A watched folder (`BOT_INBOX`): what is dropped there is previewed to the officers of its channel.

Every look is a work of its own, so one replica looks at a time; a file is known by its name, its time and its
bytes, so a crash between the commit and the move takes it in once all the same.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from time import time

import structlog

from bot.registries.characters import fit
from bot.runtime import Runtime
from bot.storage.unit_of_work import StoredUnitOfWork
from domain.messages.message import ImportRecord, ImportState
from domain.office.act import Act
from jobs.receivers import receiver_of

log = structlog.get_logger("inbox")

DONE = "done"
LARGEST = 100 * 1024 * 1024
_STILL_FOR = 5.0  # seconds since a file was last written to: a copy over the network halts for one or two
_AHEAD = 300.0  # seconds by which the clock of whoever wrote it may be ahead of ours
_ON_THE_WAY = (".part", ".tmp", ".partial", ".filepart", ".crdownload", ".swp")


@dataclass(frozen=True, slots=True)
class Dropped:
    """A file of the folder, last written to at a time in nanoseconds; no content where it is too large."""

    path: Path
    name: str
    key: str
    content: bytes | None
    written: int


class Inbox:
    """The work of taking files in, the oldest first.

    A folder that is gone or may not be changed is told to the administrators, once a day, and looked at on; a
    file that cannot be put aside is taken in once and left.
    """

    def __init__(self, office: Runtime) -> None:
        self._office = office
        self._told: set[Path] = set()
        self._left: dict[Path, int] = {}
        self._told_on: date | None = None

    async def take(self) -> bool:
        """Take one file in; it is read after the commit like one that was sent."""
        folder = self._office.settings.inbox
        if folder is None:
            return False
        try:
            dropped = await asyncio.to_thread(self._oldest, folder)
        except OSError as error:
            await self._tell(folder, error)
            return False
        if dropped is None:
            return False
        async with self._office.database.write() as uow:
            if not await uow.imports.came(dropped.key):
                record = ImportRecord(0, 0, 0, dropped.key, dropped.name, ImportState.RECEIVED)
                import_id = await uow.imports.add(record)
                if dropped.content is not None:
                    await uow.imports.keep_file(import_id, dropped.content)
                await uow.record(None, Act("import-received", f"import:{import_id}", {"file": dropped.name}))
        try:
            await asyncio.to_thread(_put_aside, folder, dropped.path)
        except OSError as error:
            self._left[dropped.path] = dropped.written
            await self._tell(folder, error)
        return True

    async def _tell(self, folder: Path, error: OSError) -> None:
        office = self._office
        if self._told_on == (today := office.clock.now().date()):
            return
        log.warning("inbox fails", error=type(error).__name__)
        async with office.database.write() as uow:
            await office.tell_admins(
                uow, office.texts("cli-inbox-wrong", folder=str(folder)), f"inbox:{today}"
            )
        self._told_on = today

    def _oldest(self, folder: Path) -> Dropped | None:
        for path in waiting(folder):
            try:
                if path.lstat().st_mtime_ns != self._left.get(path):
                    return _read(path)
            except OSError as error:
                if path not in self._told:
                    log.warning("file cannot be read", file=fit(path.name), error=type(error).__name__)
                    self._told.add(path)
        return None


class StillWritten:
    """Files of the folder that are work in a moment: nobody is idle before they were looked at."""

    def __init__(self, folder: Path | None, wake: Callable[[], None]) -> None:
        self._folder = folder
        self._wake = wake

    async def idle(self) -> None:
        """Return when no file is still on its way and the others are being looked at."""
        while not self.is_idle:  # noqa: ASYNC110 — a file that is written tells nobody
            await asyncio.sleep(_STILL_FOR / 10)
        if self._folder is not None:
            self._wake()

    @property
    def is_idle(self) -> bool:
        """Whether no file was written to just now."""
        with suppress(OSError):  # whoever takes files in tells of it
            return self._folder is None or not any(map(_is_fresh, _ages(self._folder)))
        return True


async def show_dropped(uow: StoredUnitOfWork, record: ImportRecord) -> None:
    """The card of a file that nobody sent goes to those whose channel it is, once."""
    if not record.was_dropped:
        return
    roster = await uow.roster.load()
    for seat in roster.officers_of(record.channel):
        chat, _ = receiver_of(roster, seat)
        if chat is not None:
            await uow.outbox.card(chat, "registry", f"import:{record.id}", key=f"dropped:{record.id}:{chat}")


def waiting(folder: Path) -> Iterator[Path]:
    """Files that nobody writes to any more, oldest first: no links, no hidden ones, none on their way."""
    found = sorted(_ages(folder), key=lambda one: (-one[0], one[1]))
    yield from (folder / one[1] for one in found if not _is_fresh(one))


def _is_fresh(aged: tuple[float, str]) -> bool:
    return -_AHEAD < aged[0] < _STILL_FOR


def _ages(folder: Path) -> list[tuple[float, str]]:
    """Names of files, each with the seconds since it was last written to. Raises OSError."""
    found, now = [], time()
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith((".", "~")) or entry.name.lower().endswith(_ON_THE_WAY):
                continue
            with suppress(FileNotFoundError):
                if entry.is_file(follow_symlinks=False):
                    found.append((now - entry.stat(follow_symlinks=False).st_mtime, entry.name))
    return found


def _read(path: Path) -> Dropped:
    """The file itself and never what a link leads to; OSError where it cannot be read."""
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
        facts = os.fstat(file.fileno())
        if not stat.S_ISREG(facts.st_mode):
            raise OSError("no file")
        content = None if facts.st_size > LARGEST else file.read(LARGEST)
    said = b"\0".join((os.fsencode(path.name), str(facts.st_mtime_ns).encode(), content or b""))
    key = f"inbox:{hashlib.sha256(said).hexdigest()}"
    return Dropped(path, fit(path.name)[:300] or "file", key, content, facts.st_mtime_ns)


def _put_aside(folder: Path, path: Path) -> None:
    """Under `done`; beside one of the same name, in a folder of its own."""
    for number in count():
        aside = folder / DONE / str(number) if number else folder / DONE
        aside.mkdir(parents=True, exist_ok=True)
        if not os.path.lexists(aside / path.name):
            path.rename(aside / path.name)
            return
