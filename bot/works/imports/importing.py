"""Registries on their way in: read off the event loop, laid by and put in in pieces."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from io import BytesIO
from threading import Event

from bot.delivery.refusals import REFUSALS
from bot.registries.reading import read_registry
from bot.registries.result import Reading, RegistryRefused
from bot.registries.unreadable import write_unreadable, write_unreadable_in_chat
from bot.runtime import Runtime
from bot.storage.database import Database
from bot.storage.imports.conflicts import Piece
from bot.storage.statistics import gather_statistics
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.works.collector import collector_paused
from bot.works.imports.inbox import LARGEST, show_dropped
from bot.works.imports.laying_by import ON_THE_WAY, GivenUp, lay_by
from bot.works.imports.putting_back import PuttingBack
from bot.works.imports.putting_in import PuttingIn, stands
from bot.works.imports.setting_aside import SettingAside
from bot.works.incidents import look_for_incidents
from domain.imports.understanding import Asked, Question
from domain.messages.message import ImportRecord, ImportState, Problem, UnreadableRow
from domain.office.act import Act
from domain.office.calendar import WorkCalendar
from domain.office.outbox import Screen
from domain.office.profile import OfficeProfile
from domain.office.wording import plain

_WHICH_CHANNEL = "file-which-channel"
_LOOKED_AFTER_EVERY = 0.5  # seconds: whether a person gave the file up
_MOST_HEADERS, _LONGEST_HEADER = 200, 100  # kept of the columns that were not understood
_MOST_QUESTIONS = 60
_TOLD_EVERY = 3.0  # seconds between edits of the card


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import found, in rows; `problem` when the whole file was refused.

    `unread` are headers of columns that were not understood, `skipped` sheets without any, `questions` what
    else was not understood, `aside` the rows that could not be read, and `table` the same as a workbook with
    the reason in each.
    """

    counts: Mapping[str, int] = field(default_factory=dict)
    problem: Problem | None = None
    unread: Sequence[str] = ()
    skipped: Sequence[str] = ()
    questions: Sequence[Question] = ()
    aside: Sequence[UnreadableRow] = ()
    table: bytes | None = None


async def import_file(
    database: Database,
    profile: OfficeProfile,
    calendar: WorkCalendar,
    content: bytes,
    file_name: str,
    channel: str | None,
    *,
    apply: bool,
    explain: Callable[[Problem], str] | None = None,
) -> ImportReport:
    """Read a file and compare it with what is known; with `apply` put it in. Needs no messenger.

    `explain` puts reasons into words, for a table of the rows that could not be read.
    """
    with collector_paused():
        try:
            now = database.clock.now()
            async with database.read() as uow:
                said = await uow.understandings.all()
            reading = await asyncio.to_thread(
                read_registry, content, file_name, profile, now, channel, understood=said
            )
        except RegistryRefused as refused:
            return ImportReport(problem=refused.problem)
        record = ImportRecord(0, 0, 0, "", file_name, ImportState.AT_KEYBOARD)
        async with database.write() as uow:
            import_id = await uow.imports.add(record)
        try:
            await lay_by(database, profile, calendar, import_id, reading.rows)
            async with database.write() as uow:
                counts = _counts(await _looked_over(uow, import_id), reading)
                if apply:
                    await uow.rows.merge(import_id)
                    await look_for_incidents(uow)
                    await uow.packed_months.begin()
                    await uow.record(None, Act("import-applied", f"import:{import_id}", counts))
                await uow.imports.move(import_id, ImportState.APPLIED if apply else ImportState.CANCELLED)
        finally:
            async with database.write() as uow:
                await uow.rows.clear(import_id, keep_conflicts=apply)
        if apply:
            await gather_statistics(database, "messages")
        table = None
        if reading.unreadable and explain is not None:
            table = await asyncio.to_thread(write_unreadable, reading, explain)
        asked = [one for one in reading.questions if one.about is not Asked.COLUMN]
        return ImportReport(
            counts,
            unread=reading.unread_headers,
            skipped=reading.skipped_sheets,
            questions=asked,
            aside=reading.unreadable,
            table=table,
        )


async def _looked_over(uow: StoredUnitOfWork, import_id: int) -> dict[str, int]:
    """How the file's rows stand towards what is known, and how its messages will stand."""
    await uow.conflicts.find(Piece(import_id), uow.profile.time_zone)
    return await stands(uow, import_id)


def _counts(looked_over: Mapping[str, int], reading: Reading) -> dict[str, int]:
    return {**looked_over, "unreadable": len(reading.unreadable)}


class Importing:
    """Works: reading what was sent, applying what was confirmed, undoing it."""

    def __init__(self, office: Runtime) -> None:
        self._office = office
        self._aside = SettingAside(office)

    async def read(self) -> bool:
        """Read the oldest file that waits; its preview goes to its card."""
        async with self._office.database.read() as uow:
            waiting = await uow.imports.in_state(ImportState.RECEIVED, ImportState.READING)
            content = await uow.imports.file(waiting[0].id) if waiting else None
        if not waiting:
            return False
        record = waiting[0]
        with suppress(GivenUp), collector_paused():
            await self._aside.tried(record, self._read(record, content))
        return True

    async def _read(self, record: ImportRecord, content: bytes | None) -> None:
        try:
            if content is None:
                content = await self._download(record)
            reading = await self._reading(record, content)
        except RegistryRefused as refused:
            await self._refuse(record, refused, content or b"")
            return
        tables: list[bytes] = []
        if reading.unreadable:
            tables = await asyncio.to_thread(self._unreadable, reading)
        office = self._office
        async with office.database.write() as uow:
            await uow.rows.clear(record.id)  # of a reading that a crash cut off
        await lay_by(office.database, office.profile, office.calendar, record.id, reading.rows)
        async with office.database.write() as uow:
            await self._still(uow, record)
            counts = _counts(await _looked_over(uow, record.id), reading)
            if tables:
                await uow.imports.keep_unreadable(record.id, *tables)
            if record.message_id is not None:  # the chat will not have it any longer
                await uow.imports.keep_file(record.id, content)
            unread = [header[:_LONGEST_HEADER] for header in reading.unread_headers[:_MOST_HEADERS]]
            await uow.imports.move(
                record.id,
                ImportState.READY,
                channel=reading.channel,
                counts=counts,
                unread=unread,
                skipped=[name[:_LONGEST_HEADER] for name in reading.skipped_sheets[:_MOST_HEADERS]],
                questions=reading.questions[:_MOST_QUESTIONS],
            )
            await show_dropped(uow, replace(record, channel=reading.channel))

    async def _reading(self, record: ImportRecord, content: bytes) -> Reading:
        """The file read in a thread; meanwhile its card tells how far, and a person may give it up."""
        given_up, told = Event(), [0]

        def progress(rows: int) -> None:
            told[0] = rows
            if given_up.is_set():
                raise GivenUp

        office = self._office
        now = office.clock.now()
        async with office.database.read() as uow:
            said = await uow.understandings.all()
        work = asyncio.create_task(
            asyncio.to_thread(
                read_registry, content, record.file_name, office.profile, now, record.channel, progress, said
            )
        )
        loop = asyncio.get_running_loop()
        shown_at = loop.time()
        while not (await asyncio.wait({work}, timeout=_LOOKED_AFTER_EVERY))[0]:
            async with office.database.read() as uow:
                still = await uow.imports.get(record.id)
            if still is None or still.state not in ON_THE_WAY:
                given_up.set()
            elif loop.time() - shown_at >= _TOLD_EVERY:
                await self._tell(record, told[0])
                shown_at = loop.time()
        return await work

    async def _tell(self, record: ImportRecord, rows: int) -> None:
        async with self._office.database.write() as uow:
            now = await uow.imports.get(record.id)
            if now is not None and now.state in ON_THE_WAY:
                await uow.imports.move(record.id, ImportState.READING, counts={"read": rows})

    async def apply(self) -> bool:
        """Put a confirmed file in."""
        return await self._first(ImportState.APPLYING, self._apply)

    async def _apply(self, import_id: int) -> None:
        if await PuttingIn(self._office.database, import_id).to_its_end():
            await gather_statistics(self._office.database, "messages")

    async def undo(self) -> bool:
        """Make the messages of a file what they were before it."""
        putting_back = PuttingBack(self._office.database)
        return await self._first(ImportState.UNDOING, putting_back.to_its_end)

    async def _first(self, state: ImportState, work: Callable[[int], Awaitable[None]]) -> bool:
        """Do this with the file that has waited longest in this state, if any."""
        async with self._office.database.read() as uow:
            waiting = await uow.imports.in_state(state)
        if not waiting:
            return False
        await self._aside.tried(waiting[0], work(waiting[0].id))
        return True

    async def take_out_of_chat(self) -> bool:
        """Delete the message of a file that was read: citizens' data do not stay in a messenger (149-ФЗ).

        A messenger lets it be deleted for 48 hours (Bot API, deleteMessage); then its sender is asked to.
        """
        office = self._office
        async with office.database.read() as uow:
            record = await uow.imports.lying_in_chat()
        if record is None or record.message_id is None:
            return False
        failed = False
        try:
            await office.bot.delete_message(record.chat_id, record.message_id)
        except REFUSALS as error:
            failed = "not found" not in error.message
        async with office.database.write() as uow:
            await uow.imports.taken_out_of_chat(record.id)
            if failed:
                name = await office.shared.masked(record.file_name)
                said = Screen(office.texts("import-not-deleted", name=name))
                await uow.outbox.text(record.chat_id, said, key=f"import-not-deleted:{record.id}")
        return True

    async def _still(self, uow: StoredUnitOfWork, record: ImportRecord) -> None:
        now = await uow.imports.get(record.id)
        if now is None or now.state not in ON_THE_WAY:
            raise GivenUp

    async def _download(self, record: ImportRecord) -> bytes:
        if record.was_dropped:  # whose bytes are kept, unless they are too many
            raise RegistryRefused("import-dropped-too-large", limit=str(LARGEST // (1024 * 1024)))
        saved = BytesIO()
        try:
            await self._office.bot.download(record.file_id, saved)
        except REFUSALS:
            raise RegistryRefused("file-gone") from None
        return saved.getvalue()

    def _unreadable(self, reading: Reading) -> list[bytes]:
        """The rows that could not be read, whole and as a chat may carry them."""
        in_chat = write_unreadable_in_chat(reading, self._explain, self._office.texts("unreadable-row"))
        return [write_unreadable(reading, self._explain), in_chat]

    def _explain(self, problem: Problem) -> str:
        return plain(self._office.texts(problem.key, **problem.arguments), 500)

    async def _refuse(self, record: ImportRecord, refused: RegistryRefused, content: bytes) -> None:
        asking = refused.key == _WHICH_CHANNEL or bool(refused.questions)
        async with self._office.database.write() as uow:
            await self._still(uow, record)
            if asking:
                await uow.imports.keep_file(record.id, content)
            state = ImportState.ASKING if asking else ImportState.REFUSED
            await uow.imports.move(record.id, state, problem=refused.problem, questions=refused.questions)
            await show_dropped(uow, record)
