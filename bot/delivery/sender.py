"""Sends what waits in the outbox: each chat in its own order, cards in their latest state."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import BufferedInputFile

from bot.delivery import calls
from bot.delivery.pace import Pace
from bot.storage.database import Database
from bot.storage.outbox import DOCUMENT, FILE, MENU, PICTURE, TEXT, Waiting, kept_screen
from bot.storage.unit_of_work import StoredUnitOfWork
from domain.ports import Card, Screen, Texts

log = structlog.get_logger("delivery")

Render = Callable[[StoredUnitOfWork, Card], Awaitable[Screen | None]]
Menu = Callable[[str], list[tuple[str, str]]]

_BATCH = 500
_LONGEST_PAUSE = 30.0
_GONE = ("message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID")


class Delivery:
    """The office's way out. `wake` after a commit; `idle` returns when nothing is left to send."""

    def __init__(
        self, bot: Bot, database: Database, render: Render, menu: Menu, texts: Texts, pace: Pace
    ) -> None:
        self._bot = bot
        self._database = database
        self._render = render
        self._menu = menu
        self._texts = texts
        self._pace = pace
        self._awake = asyncio.Event()
        self._quiet = asyncio.Event()
        self._chats: dict[int, asyncio.Task[None]] = {}
        self._answers: set[asyncio.Task[None]] = set()
        self._loop: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin, with whatever a former run has left."""
        self._loop = asyncio.create_task(self._run(), name="delivery")
        self.wake()

    async def stop(self) -> None:
        """Stop; what was not sent stays in the outbox."""
        tasks = [task for task in (self._loop, *self._chats.values(), *self._answers) if task]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def wake(self) -> None:
        """Something was committed that may have to go out."""
        self._quiet.clear()
        self._awake.set()

    def answer(self, query_id: str, text: str | None, *, alert: bool) -> None:
        """Answer a tap; lost answers are not repeated, the card shows the effect."""
        task = asyncio.create_task(self._answer(query_id, text, alert=alert))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def idle(self) -> None:
        """Return when nothing is left to send now."""
        while True:
            await self._quiet.wait()
            if self._answers:
                await asyncio.wait(self._answers)
            if self._quiet.is_set():
                return

    @property
    def is_idle(self) -> bool:
        """Whether nothing is left to send now."""
        return self._quiet.is_set() and not self._answers

    async def _answer(self, query_id: str, text: str | None, *, alert: bool) -> None:
        try:
            await self._bot.answer_callback_query(
                query_id, text=calls.plain(text) if text else None, show_alert=alert
            )
        except TelegramAPIError as error:
            log.warning("answer lost", error=type(error).__name__)

    async def _run(self) -> None:
        while True:
            self._awake.clear()
            try:
                async with self._database.read() as uow:
                    waiting = await uow.outbox.waiting(_BATCH)
            except Exception:
                log.exception("outbox cannot be read")
                await asyncio.sleep(1)
                self._awake.set()
                continue
            rows: dict[int, list[int]] = {}
            for row_id, chat_id in waiting:
                rows.setdefault(chat_id, []).append(row_id)
            for chat_id, ids in rows.items():
                if chat_id not in self._chats:
                    task = asyncio.create_task(self._serve(ids), name=f"chat {chat_id}")
                    self._chats[chat_id] = task
                    task.add_done_callback(lambda _, chat=chat_id: self._served(chat))  # type: ignore[misc]
            if not rows and not self._chats and not self._awake.is_set():
                self._quiet.set()
            await self._awake.wait()

    def _served(self, chat_id: int) -> None:
        del self._chats[chat_id]
        self._awake.set()

    async def _serve(self, ids: list[int]) -> None:
        for row_id in ids:
            try:
                await self._deliver(row_id)
            except Exception:
                # A mistake of ours or the database away: the row still waits, the chat is tried again.
                log.exception("delivery failed", row=row_id)
                await asyncio.sleep(1)
                return

    async def _deliver(self, row_id: int) -> None:
        pause, uncertain, announced = 1.0, False, False
        while True:
            async with self._database.read() as uow:
                waiting = await uow.outbox.take(row_id)
            if waiting is None:
                return
            uncertain = uncertain or (waiting.tries > 0 and not announced)
            first = waiting.card.message_id is None and waiting.card.kind != MENU
            await self._pace.wait(waiting.card.chat_id, edit=not first)
            if first and not announced:
                async with self._database.write() as uow:
                    await uow.outbox.trying(row_id)
                announced = True
            try:
                await self._show(row_id, repeat=uncertain)
                return
            except TelegramRetryAfter as error:
                await asyncio.sleep(error.retry_after)
            except TelegramForbiddenError as error:
                await self._give_up(waiting, str(error))
                return
            except TelegramBadRequest as error:
                if not first and any(word in str(error) for word in _GONE):
                    await self._send_anew(row_id)
                    continue
                await self._give_up(waiting, str(error))
                return
            except TelegramNetworkError:
                uncertain = True
                await asyncio.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)
            except TelegramServerError:
                await asyncio.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)

    async def _show(self, row_id: int, *, repeat: bool) -> None:
        """Render the latest state and send or edit; skip what the chat shows already."""
        async with self._database.read() as uow:
            waiting = await uow.outbox.take(row_id)
            if waiting is None:
                return
            screen = await self._screen(uow, waiting.card)
            stored = None
            if waiting.card.kind in (DOCUMENT, PICTURE):
                stored = await uow.document_content(int(waiting.card.content["document"]))
        card = waiting.card
        message_id, shown = None, calls.screen_hash(screen) if screen else None
        if card.kind == MENU:
            await calls.set_menu(self._bot, card.chat_id, self._menu(card.content["menu"]))
        elif screen is None:
            pass
        elif card.message_id is None:
            if repeat:
                screen = Screen(f"{self._texts('repeat-mark')}\n{screen.text}", screen.rows)
            message_id = await self._send(card, screen, stored)
        elif shown != waiting.shown_hash:
            await self._edit(card, screen)
        async with self._database.write() as uow:
            await uow.outbox.shown(row_id, waiting.version, shown, message_id)
            await _tell_subject(uow, card)

    async def _screen(self, uow: StoredUnitOfWork, card: Card) -> Screen | None:
        if card.kind in (TEXT, DOCUMENT, PICTURE, FILE):
            return kept_screen(card.content)
        if card.kind == MENU:
            return None
        return await self._render(uow, card)

    async def _send(self, card: Card, screen: Screen, stored: tuple[str, bytes] | None) -> int:
        if card.kind == FILE:
            photo = bool(card.content["photo"])
            return await calls.send_file(
                self._bot, card.chat_id, screen, card.content["file_id"], photo=photo
            )
        if stored is not None:
            name, content = stored
            file = BufferedInputFile(content, name)
            return await calls.send_file(self._bot, card.chat_id, screen, file, photo=card.kind == PICTURE)
        return await calls.send_screen(self._bot, card.chat_id, screen)

    async def _edit(self, card: Card, screen: Screen) -> None:
        try:
            await calls.edit_screen(self._bot, card, screen)
        except TelegramBadRequest as error:
            if "message is not modified" not in str(error):
                raise

    async def _send_anew(self, row_id: int) -> None:
        async with self._database.write() as uow:
            await uow.outbox.forget_message(row_id)

    async def _give_up(self, waiting: Waiting, failure: str) -> None:
        log.warning("cannot be delivered", row=waiting.card.id, kind=waiting.card.kind, failure=failure)
        async with self._database.write() as uow:
            await uow.outbox.undeliverable(waiting.card.id, failure)
            await _tell_subject(uow, waiting.card)


async def _tell_subject(uow: StoredUnitOfWork, card: Card) -> None:
    """Cards about what a picture belongs to say now whether it came."""
    if card.kind == PICTURE and card.subject:
        await uow.outbox.touch(card.subject)
