"""Files that people send: told by their names, kept with what they belong to, passed on."""

from __future__ import annotations

from collections.abc import Callable

from aiogram.types import Message as ChatMessage

from domain.office.attachment import SentFile, require_room
from domain.office.refusal import Refusal
from domain.office.wording import clipped
from handlers.chat.request import Request


def named(*endings: str) -> Callable[[ChatMessage], bool]:
    """Whether a message brings a file whose name ends so."""

    def brings(message: ChatMessage) -> bool:
        document = message.document
        return document is not None and (document.file_name or "").lower().endswith(endings)

    return brings


def photographed(message: ChatMessage) -> bool:
    """Whether a message brings a photo."""
    return bool(message.photo)


async def attach(request: Request, entity: str, file: SentFile) -> int:
    """Keep the file with an entity; its id. A refusal for a file too large or one too many."""
    already = await request.uow.attachments.of(entity)
    require_room(file.size, len(already))
    return await request.uow.attachments.add(
        entity, file.file_id, file.file_name, file.size, request.actor.user_id, photo=file.is_photo
    )


async def pass_on(request: Request, entity: str, heading: str) -> None:
    """Send the files of an entity to this chat, each under the heading; a refusal when it has none."""
    found = await request.uow.attachments.of(entity)
    if not found:
        raise Refusal("no-files")
    for number, file in enumerate(found, start=1):
        caption = request.own_texts(
            "file-caption", heading=clipped(heading, 200), number=number, count=len(found)
        )
        await request.uow.outbox.file(request.chat_id, file, caption)


def sent_file(message: ChatMessage) -> SentFile:
    """The document or photo of a message."""
    album = message.media_group_id or ""
    if message.document is not None:
        document = message.document
        name = document.file_name or "file"
        return SentFile(document.file_id, name, document.file_size or 0, album=album)
    assert message.photo  # the filter let documents and photos through only
    largest = message.photo[-1]
    name = f"photo-{message.message_id}.jpg"
    return SentFile(largest.file_id, name, largest.file_size or 0, is_photo=True, album=album)
