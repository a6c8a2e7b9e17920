"""Long polling that never acknowledges what was not committed (Bot API, getUpdates)."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, ClientDecodeError, TelegramConflictError, TelegramRetryAfter
from aiogram.types import Update

from bot.delivery.line import Line
from bot.delivery.refusals import WEBHOOK_SET, says
from bot.updates.feed import ALLOWED, Feed, turns
from bot.updates.listening import Heard, nobody_notes
from bot.watching.keeping import Keep, start_once

log = structlog.get_logger("polling")

_PAUSE = 1.0
_LONGEST_STOP = 2.0
_CONFLICTS = 5  # in a row: one may come of a start while the process before still asks


class Polling:
    """Asks for updates, batch by batch; the next request acknowledges what is done."""

    def __init__(
        self,
        bot: Bot,
        feed: Feed,
        line: Line,
        heard: Heard = nobody_notes,
        tell_two_programs: Heard = nobody_notes,
    ) -> None:
        self._bot = bot
        self._feed = feed
        self._line = line
        self._heard = heard
        self._tell_two_programs = tell_two_programs
        self._conflicts = 0
        self._task: asyncio.Task[None] | None = None
        self._in_hand = asyncio.Lock()

    def start(self, keep: Keep = start_once) -> None:
        """Begin."""
        self._task = keep(self._run, "polling")

    async def stop(self) -> None:
        """Finish the update in hand; what was not taken comes again."""
        if self._task is None:
            return
        try:
            async with asyncio.timeout(_LONGEST_STOP):
                await self._in_hand.acquire()
        except TimeoutError:
            log.warning("update in hand given up")
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
            except ClientDecodeError as error:
                given = _given(error.data)
                updates = _readable(self._bot, given)
                if not updates:
                    offset = _passed_over(given, offset)
                    await asyncio.sleep(_PAUSE)
                    continue
            except AiogramError as error:
                log.warning("no updates", error=type(error).__name__)
                if isinstance(error, TelegramConflictError):
                    await self._taken_elsewhere(error)
                await asyncio.sleep(_PAUSE)
                continue
            self._conflicts = 0
            self._line.up()
            await self._heard()
            for update, together in turns(updates, self._feed.in_line):
                async with self._in_hand:
                    taken = await self._feed.take_all(together)
                if not taken:
                    # The database takes none of the others either.
                    self._feed.tell_waiting(one for one in updates if one.update_id > update.update_id)
                    await asyncio.sleep(_PAUSE)
                    break
                offset = update.update_id + 1

    async def _taken_elsewhere(self, error: TelegramConflictError) -> None:
        """Another program has the token: it asks too, or has set a webhook, which is taken away again."""
        self._conflicts += 1
        if self._conflicts == _CONFLICTS or says(error, WEBHOOK_SET):
            await self._tell_two_programs()
        if says(error, WEBHOOK_SET):
            with suppress(AiogramError):  # the next conflict tries again
                await self._bot.delete_webhook()


def _given(answer: Any) -> list[dict[str, Any]]:
    """The updates of an answer that could not be read as a whole."""
    found = answer.get("result") if isinstance(answer, dict) else None
    if not isinstance(found, list):
        return []
    return [one for one in found if isinstance(one, dict) and type(one.get("update_id")) is int]


def _readable(bot: Bot, given: list[dict[str, Any]]) -> list[Update]:
    """The updates before the one that this version cannot read."""
    updates = []
    for one in given:
        try:
            updates.append(Update.model_validate(one, context={"bot": bot}))
        except ValueError:
            break
    return updates


def _passed_over(given: list[dict[str, Any]], offset: int | None) -> int | None:
    """The number after the update that cannot be read; it alone is passed over, and said."""
    if not given:
        return offset
    log.error("update cannot be read", update_id=given[0]["update_id"], fields=sorted(given[0]))
    return int(given[0]["update_id"]) + 1
