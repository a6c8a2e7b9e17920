"""Long polling that never acknowledges what was not committed (Bot API, getUpdates)."""

from __future__ import annotations

import asyncio

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter
from aiogram.types import Update

from bot.storage.database import Database

log = structlog.get_logger("polling")

_TRIES = 5
_PAUSE = 1.0
ALLOWED = ["message", "callback_query"]


class Feed:
    """Gives updates to the dispatcher; a poison update is set aside after its tries."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher, database: Database) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._database = database
        self._failures: dict[int, int] = {}

    async def take(self, update: Update) -> bool:
        """Whether the update is done with: committed, or set aside. False: it must come again."""
        with structlog.contextvars.bound_contextvars(update_id=update.update_id):
            return await self._take(update)

    async def _take(self, update: Update) -> bool:
        try:
            await self._dispatcher.feed_update(self._bot, update)
        except Exception as error:
            failed = self._failures[update.update_id] = self._failures.get(update.update_id, 0) + 1
            log.exception("update failed", update_id=update.update_id, tries=failed)
            if failed < _TRIES:
                return False
            return await self._set_aside(update, error)
        self._failures.pop(update.update_id, None)
        return True

    async def _set_aside(self, update: Update, error: Exception) -> bool:
        try:
            async with self._database.write() as uow:
                await uow.set_aside(update.update_id, type(error).__name__)
                await uow.take_update(update.update_id)
        except Exception:
            # The database is away: nothing can be kept, so nothing may be acknowledged.
            log.exception("update cannot be set aside", update_id=update.update_id)
            return False
        del self._failures[update.update_id]
        return True


class Polling:
    """Asks for updates, batch by batch; the next request acknowledges what is done."""

    def __init__(self, bot: Bot, feed: Feed) -> None:
        self._bot = bot
        self._feed = feed
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin."""
        self._task = asyncio.create_task(self._run(), name="polling")

    async def stop(self) -> None:
        """Stop; an update in hand is rolled back and comes again."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        offset: int | None = None
        while True:
            try:
                updates = await self._bot.get_updates(
                    offset=offset, timeout=20, allowed_updates=ALLOWED, request_timeout=40
                )
            except TelegramRetryAfter as error:
                await asyncio.sleep(error.retry_after)
                continue
            except TelegramAPIError as error:
                log.warning("no updates", error=type(error).__name__)
                await asyncio.sleep(_PAUSE)
                continue
            for update in updates:
                if not await self._feed.take(update):
                    await asyncio.sleep(_PAUSE)
                    break
                offset = update.update_id + 1
