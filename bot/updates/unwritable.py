"""A database that takes nothing: said past the outbox, which stands in it."""

from __future__ import annotations

import asyncio
from time import monotonic

import structlog
from aiogram.exceptions import AiogramError
from aiogram.types import Message as ChatMessage
from aiogram.types import Update

from bot.runtime import Runtime
from bot.storage.trouble import is_full, read_only
from bot.updates.subject import chat_of, subject_of

log = structlog.get_logger("unwritable")

_FOR_ADMINISTRATORS = {"database-full": "cli-disk-full", "database-read-only": "cli-database-read-only"}
_AGAIN = 3600.0  # seconds until the same chat is told again


class Unwritable:
    """Tells who wrote, and the administrators, once an hour each, that nothing can be written and why."""

    def __init__(self, office: Runtime) -> None:
        self._office = office
        self._told: dict[int, float] = {}
        self._telling: set[asyncio.Task[None]] = set()

    def words(self, error: BaseException) -> str | None:
        """The locale's sentence for a person; None where the database is only away or busy."""
        if is_full(error):
            return "database-full"
        return "database-read-only" if read_only(error) else None

    def tell(self, update: Update, key: str) -> None:
        """Begin to tell; a tap is answered elsewhere."""
        office, subject = self._office, subject_of(update)
        if isinstance(subject, ChatMessage) and (chat := chat_of(subject)) > 0:
            self._begin(chat, office.texts(key))
        place = office.database.url.database or ""
        for admin in sorted(office.settings.admins):
            self._begin(admin, office.texts(_FOR_ADMINISTRATORS[key], name=place))

    def _begin(self, chat: int, said: str) -> None:
        now = monotonic()
        if now - self._told.get(chat, -_AGAIN) < _AGAIN:
            return
        self._told[chat] = now
        task = asyncio.create_task(self._send(chat, said), name=f"unwritable {chat}")
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)

    async def _send(self, chat: int, said: str) -> None:
        try:
            await self._office.bot.send_message(chat, said)
        except AiogramError as error:
            self._told.pop(chat, None)
            log.warning("cannot be told", error=type(error).__name__)
