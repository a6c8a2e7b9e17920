"""Sends what waits in the outbox: each chat in its own order, cards in their latest state."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import structlog

from bot.delivery.answers import Answers
from bot.delivery.courier import Courier
from bot.delivery.line import Line
from bot.storage.database import Database
from bot.storage.locks import Locks
from bot.watching.keeping import Keep, start_once
from domain.office.outbox import Card

log = structlog.get_logger("delivery")

_BATCH = 500
_AFTER_MISTAKE = 1.0
_CHAT_OF_ANOTHER = 0.3
_LOOK_AGAIN = 2.0  # seconds: for what a replica left that died, or another program wrote
_LONGEST_STOP = 2.0


class Delivery:
    """The office's way out. A commit wakes it; `idle` returns when nothing is left to send.

    One replica serves a chat at a time, so that what is due to it goes in order and once.
    """

    def __init__(
        self, database: Database, locks: Locks, courier: Courier, answers: Answers, line: Line
    ) -> None:
        self._database = database
        self._locks = locks
        self._courier = courier
        self._answers = answers
        self._line = line
        self._awake = asyncio.Event()
        self._quiet = asyncio.Event()
        self._chats: dict[int, asyncio.Task[None]] = {}
        self._loop: asyncio.Task[None] | None = None

    def start(self, keep: Keep = start_once) -> None:
        """Begin, with whatever a former run has left."""
        self._loop = keep(self._run, "delivery")
        self.wake()

    async def stop(self) -> None:
        """Finish the calls under way; what was not sent stays in the outbox."""
        self._line.close()
        if self._loop:
            self._loop.cancel()
        under_way = {*self._chats.values(), *self._answers.under_way}
        if under_way:
            _, late = await asyncio.wait(under_way, timeout=_LONGEST_STOP)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def wake(self) -> None:
        """Something was committed that may have to go out."""
        self._quiet.clear()
        self._awake.set()

    async def idle(self) -> None:
        """Return when nothing is left to send now."""
        while True:
            await self._quiet.wait()
            if self._answers.under_way:
                await asyncio.wait(self._answers.under_way)
            if self._quiet.is_set():
                return

    @property
    def is_idle(self) -> bool:
        """Whether nothing is left to send now."""
        return self._quiet.is_set() and not self._answers.under_way

    async def _run(self) -> None:
        while True:
            self._awake.clear()
            try:
                async with self._database.read() as uow:
                    waiting = await uow.outbox.waiting(_BATCH)
            except Exception:
                log.exception("outbox cannot be read")
                await asyncio.sleep(_AFTER_MISTAKE)
                continue
            rows: dict[int, list[Card]] = {}
            for card in waiting:
                rows.setdefault(card.chat_id, []).append(card)
            for chat_id in rows.keys() - self._chats.keys():
                task = asyncio.create_task(self._serve(chat_id, rows[chat_id]), name=f"chat {chat_id}")
                self._chats[chat_id] = task
                task.add_done_callback(lambda _, chat=chat_id: self._served(chat))  # type: ignore[misc]
            if rows or self._chats:
                self._quiet.clear()
            elif not self._awake.is_set():
                self._quiet.set()
            with suppress(TimeoutError):
                async with asyncio.timeout(_LOOK_AGAIN):
                    await self._awake.wait()

    def _served(self, chat_id: int) -> None:
        del self._chats[chat_id]
        self._awake.set()

    async def _serve(self, chat_id: int, cards: list[Card]) -> None:
        key = f"chat {chat_id}"
        if not await self._locks.take(key):
            await asyncio.sleep(_CHAT_OF_ANOTHER)
            return
        try:
            for card in cards:
                if not await self._courier.deliver(card):
                    return
        except Exception:
            # A mistake of ours or the database away: the row still waits, the chat is tried again.
            log.exception("delivery failed", chat=chat_id)
            await asyncio.sleep(_AFTER_MISTAKE)
        finally:
            await self._locks.release(key)
