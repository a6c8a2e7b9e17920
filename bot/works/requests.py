"""Puts the answers to a request for materials into one archive: a folder a seat, and an index."""

from __future__ import annotations

import asyncio
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape

from bot.delivery.refusals import REFUSALS
from bot.runtime import Runtime
from bot.works.worker import Work
from domain.office.attachment import Attachment
from domain.requests.materials import MaterialRequest
from handlers.chat.wording import called

# A bot sends files up to 50 MB (Bot API, sendDocument); an archive is closed before it outgrows that.
LARGEST_PART = 45 * 1024 * 1024
_LONGEST_NAME = 100
# What a name of an archive's entry must not hold: ways out of its folder, and what Windows forbids.
_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]')


def entry_name(name: str, taken: set[str]) -> str:
    """A file's name fit for an archive, its end kept, unlike those taken in this folder."""
    flat = _UNFIT.sub("_", name).strip(" .") or "_"
    stem, dot, end = flat.rpartition(".")
    if not dot or len(end) > 10:
        stem, dot, end = flat, "", ""
    stem = stem[:_LONGEST_NAME].rstrip(" .") or "_"
    fit, number = f"{stem}{dot}{end}", 2
    while fit.casefold() in taken:
        fit, number = f"{stem} ({number}){dot}{end}", number + 1
    taken.add(fit.casefold())
    return fit


@dataclass(slots=True)
class Parts:
    """Archives being filled, each at most `largest` bytes of content, but never less than one file."""

    largest: int = LARGEST_PART
    _closed: list[bytes] = field(default_factory=list)
    _buffer: io.BytesIO = field(default_factory=io.BytesIO)
    _size: int = 0

    def put(self, name: str, content: bytes) -> None:
        """Add an entry; a new part is begun where this one would grow too large."""
        if self._size and self._size + len(content) > self.largest:
            self._close()
        with zipfile.ZipFile(self._buffer, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, content)
        self._size += len(content)

    def finished(self) -> list[bytes]:
        """All parts."""
        if self._size:
            self._close()
        return self._closed

    def _close(self) -> None:
        self._closed.append(self._buffer.getvalue())
        self._buffer, self._size = io.BytesIO(), 0


class MaterialArchive:
    """A work: looks for a request whose archive is waited for."""

    def __init__(self, office: Runtime) -> None:
        self._office = office

    async def make(self) -> bool:
        """Gather the files, pack them, send the parts; one that cannot be had is named in the index."""
        async with self._office.database.read() as uow:
            asked = await uow.materials.to_archive()
            if asked is None:
                return False
            roster = await uow.roster.load()
            who = {seat: called(self._office.texts, roster, seat) for seat in asked.seats}
            files = {seat: await uow.attachments.of(asked.files_of(seat)) for seat in asked.replies}
        parts, missing = Parts(), set[int]()
        for seat, found in files.items():
            taken: set[str] = set()
            for file in found:
                content = await self._download(file)
                if content is None:
                    missing.add(file.id)
                    continue
                name = f"{self._folder(seat)}/{entry_name(file.file_name, taken)}"
                await asyncio.to_thread(parts.put, name, content)
        index = "\r\n".join(self._index(asked, who, files, missing))
        parts.put(unescape(self._office.texts("archive-index-name")), b"\xef\xbb\xbf" + index.encode())
        await self._send(asked, parts.finished())
        return True

    async def _send(self, asked: MaterialRequest, parts: list[bytes]) -> None:
        async with self._office.database.write() as uow:
            kept = await uow.materials.get(asked.id)
            if kept is None or kept.archive_for is None:
                return
            chat_id, kept.archive_for = kept.archive_for, None
            await uow.materials.save(kept)
            for number, content in enumerate(parts, start=1):
                name = f"materials-{asked.id}{f'-{number}' if len(parts) > 1 else ''}.zip"
                document = await uow.documents.add(asked.entity, f"archive-{number}", name, content)
                caption = self._office.texts("archive-caption", id=asked.id, part=number, parts=len(parts))
                await uow.outbox.document(chat_id, document, caption)

    async def _download(self, file: Attachment) -> bytes | None:
        saved = io.BytesIO()
        try:
            await self._office.bot.download(file.file_id, saved)
        except REFUSALS:
            return None
        return saved.getvalue()

    def _folder(self, seat: int) -> str:
        block = self._office.profile.seat(seat).block
        title = self._office.profile.block(block).title if block else ""
        return entry_name(f"{seat:02d} {title}".strip(), set())

    def _index(
        self,
        asked: MaterialRequest,
        who: Mapping[int, str],
        files: Mapping[int, Sequence[Attachment]],
        missing: set[int],
    ) -> Iterator[str]:
        def line(key: str, **arguments: object) -> str:
            return unescape(self._office.texts(key, **arguments))

        yield line("archive-index-heading", id=asked.id, due=asked.due)
        yield asked.text
        for seat in asked.seats:
            yield ""
            reply = asked.replies.get(seat)
            if reply is None:
                yield line("archive-index-silent", who=who[seat])
                continue
            yield line("archive-index-seat", who=who[seat], at=reply.at, folder=self._folder(seat))
            if reply.note:
                yield reply.note
            for file in files[seat]:
                key = "archive-index-missing" if file.id in missing else "archive-index-file"
                yield line(key, name=file.file_name, size=file.size)


WORKS = (Work("MaterialArchive.make", lambda office: MaterialArchive(office).make),)
