"""A file that was asked for goes to the conversation that asked, before any other reading of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiogram import F, Router
from aiogram.types import Message as ChatMessage

from domain.attachment import SentFile, require_room
from domain.ports import Expectation
from handlers.request import Request

Files = Callable[[Request, Expectation, SentFile, str], Awaitable[None]]


def build(takers: Mapping[str, Files]) -> Router:
    """Files in a private chat while one is expected; `takers` by the kind of the expectation."""
    router = Router(name="files")

    async def expected(_: ChatMessage, request: Request) -> bool | dict[str, Any]:
        expectation = await request.uow.expected(request.actor.user_id)
        if expectation is None or expectation.kind not in takers:
            return False
        return {"expectation": expectation}

    async def receive(message: ChatMessage, request: Request, expectation: Expectation) -> None:
        caption = (message.caption or "").strip()
        await takers[expectation.kind](request, expectation, _sent_file(message), caption)

    router.message.register(receive, F.chat.type == "private", F.document | F.photo, expected)
    return router


async def attach(request: Request, entity: str, file: SentFile) -> int:
    """Keep the file with an entity; its id. A refusal for a file too large or one too many."""
    already = await request.uow.attachments.of(entity)
    require_room(file.size, len(already))
    return await request.uow.attachments.add(
        entity, file.file_id, file.file_name, file.size, request.actor.user_id, photo=file.is_photo
    )


def _sent_file(message: ChatMessage) -> SentFile:
    if message.document is not None:
        document = message.document
        return SentFile(document.file_id, document.file_name or "file", document.file_size or 0)
    assert message.photo  # the filter let documents and photos through only
    largest = message.photo[-1]
    return SentFile(largest.file_id, f"photo-{message.message_id}.jpg", largest.file_size or 0, is_photo=True)
