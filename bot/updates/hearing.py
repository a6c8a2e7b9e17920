"""Whether the messenger's posts come in (Bot API, getWebhookInfo): a deaf office looks like an idle one."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from aiogram.exceptions import AiogramError

from bot.runtime import Runtime
from bot.storage.trouble import passes
from bot.updates.listening import nobody_notes
from bot.watching.hearing import Heard
from bot.watching.keeping import Keep

log = structlog.get_logger("hearing")

_LOOK_AGAIN = 60.0  # seconds
_QUIET = 600.0


class Hearing:
    """Asks every minute what the messenger says of the webhook; tells the administrators of a deaf one."""

    def __init__(
        self,
        office: Runtime,
        heard: Callable[[], Awaitable[None]] = nobody_notes,
        *,
        every: float = _LOOK_AGAIN,
        quiet: float = _QUIET,
    ) -> None:
        self._office = office
        self._heard = heard
        self._every = every
        self._quiet = quiet
        self._task: asyncio.Task[None] | None = None

    def start(self, keep: Keep) -> None:
        """Begin to look."""
        self._task = keep(self._look_again, "hearing")

    async def stop(self) -> None:
        """Look no more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _look_again(self) -> None:
        while True:
            await self._look()
            await asyncio.sleep(self._every)

    async def _look(self) -> None:
        meter = self._office.meter
        try:
            info = await self._office.bot.get_webhook_info()
        except AiogramError as error:
            log.warning("webhook not asked about", error=type(error).__name__)
            return
        meter.heard = heard = Heard.of(info, self._office.settings.webhook_url)
        if not heard.in_vain:
            await self._heard()
        if heard.in_vain and meter.since_update >= self._quiet:
            log.warning("webhook deaf", waiting=heard.waiting, reason=heard.error)
            await self._tell(heard)

    async def _tell(self, heard: Heard) -> None:
        """A word to the administrators, once an hour at most."""
        office = self._office
        said, hour = heard.words(office.texts, key="webhook-deaf"), f"{office.clock.now():%Y-%m-%dT%H}"
        try:
            async with office.database.write() as uow:
                await office.tell_admins(uow, said, f"deaf:{hour}")
        except Exception as error:
            if not passes(error):
                raise
            log.warning("cannot be told", error=type(error).__name__)
