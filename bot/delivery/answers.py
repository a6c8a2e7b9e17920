"""Answers to taps: they pass, so they are tried for some seconds only; the card shows the effect anyway."""

from __future__ import annotations

import asyncio
from time import monotonic

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramRetryAfter

from bot.delivery.line import Line
from bot.delivery.refusals import TOO_LATE, says
from domain.office.wording import plain

_LIMIT = 200  # of an answer to a tap (Bot API, answerCallbackQuery)
log = structlog.get_logger("delivery")

_SECONDS = 10.0  # Telegram lets a bot answer for about fifteen
_PAUSE = 0.5


class Answers:
    """Answers on their way to people who have tapped."""

    def __init__(self, bot: Bot, line: Line) -> None:
        self._bot = bot
        self._line = line
        self.under_way: set[asyncio.Task[None]] = set()

    def give(self, query_id: str, text: str | None, *, alert: bool) -> None:
        """Answer a tap; what is not answered in time shows on the card."""
        task = asyncio.create_task(self._give(query_id, text, alert=alert))
        self.under_way.add(task)
        task.add_done_callback(self.under_way.discard)

    async def _give(self, query_id: str, text: str | None, *, alert: bool) -> None:
        until = monotonic() + _SECONDS
        while not self._line.closing:
            left, pause = until - monotonic(), _PAUSE
            try:
                await self._bot.answer_callback_query(
                    query_id,
                    text=plain(text, _LIMIT) if text else None,
                    show_alert=alert,
                    request_timeout=max(1, int(left)),
                )
            except TelegramRetryAfter as error:
                pause = error.retry_after
            except AiogramError as error:
                if says(error, TOO_LATE):
                    log.info("tap too old to be answered, or answered before")
                    return
                log.warning("answer not given", error=type(error).__name__)
            else:
                return
            if until - monotonic() < pause:
                return
            await asyncio.sleep(pause)
