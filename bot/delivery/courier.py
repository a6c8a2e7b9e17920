"""One row of the outbox on its way: tried until it is there, known to be impossible, or put off."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.types import BufferedInputFile

from bot.delivery import calls
from bot.delivery.line import Line
from bot.delivery.pace import Pace
from bot.storage.database import Database
from bot.storage.outbox.delivery import DOCUMENT, FILE, MENU, PICTURE, TEXT, Waiting
from bot.storage.outbox.store import kept_screen
from bot.storage.trouble import passes
from bot.storage.unit_of_work import StoredUnitOfWork
from domain.office.outbox import Card, Screen
from domain.unit_of_work import Office
from handlers.people import reach

log = structlog.get_logger("delivery")

Render = Callable[[StoredUnitOfWork, Card], Awaitable[Screen | None]]
# A menu's name and a language → commands and what they do.
Menu = Callable[[str, str], list[tuple[str, str]]]

_GONE = ("message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID")
_NO_WAY_IN = ("chat not found", "not enough rights", "CHAT_WRITE_FORBIDDEN", "USER_IS_BLOCKED")
_MISTAKES = 3
_AFTER_MISTAKE = 1.0
_TURN = 2.0  # seconds that a new message waits for another one under way


class Courier:
    """Sends and edits. What may have gone out already goes again as a repeat, and says so."""

    def __init__(
        self,
        bot: Bot,
        database: Database,
        render: Render,
        menu: Menu,
        office: Office,
        pace: Pace,
        line: Line,
    ) -> None:
        self._bot = bot
        self._database = database
        self._render = render
        self._menu = menu
        self._office = office
        self._pace = pace
        self._line = line
        self._new_message = asyncio.Lock()

    async def deliver(self, row_id: int) -> bool:
        """Whether the chat may get its next row: this one is there, or never will be."""
        failures = mistakes = 0
        while not self._line.closing:
            async with self._database.read() as uow:
                waiting = await uow.outbox.take(row_id)
            if waiting is None:
                return True
            new = waiting.card.message_id is None and waiting.card.kind != MENU
            await self._pace.wait(waiting.card.chat_id, edit=not new)
            try:
                async with self._turn(new):
                    done = await self._show(waiting, new=new)
            except TelegramEntityTooLarge:
                await self._say_too_large(waiting)
            except (TelegramNetworkError, ClientDecodeError):
                # It may be there or not: the row keeps its try, so the next one is a repeat.
                failures += 1
                self._line.down()
                await self._line.wait(failures)
            except AiogramError as error:
                if new:
                    await self._retract(row_id)
                if (goes_on := await self._refused(waiting, error)) is not None:
                    return goes_on
                failures += 1
                await self._wait_after(error, failures)
            except Exception as error:
                if passes(error):
                    raise
                mistakes += 1
                log.exception("cannot be shown", row=row_id, kind=waiting.card.kind)
                if mistakes == _MISTAKES:
                    await self._set_aside(waiting.card, type(error).__name__)
                    return True
                await self._line.pause(_AFTER_MISTAKE)
            else:
                self._line.up()
                if done:
                    return True
        return False

    @asynccontextmanager
    async def _turn(self, new: bool) -> AsyncIterator[None]:
        """New messages go one at a time, so that a kill repeats one at most; a slow one holds up nobody."""
        if not new:
            yield
            return
        try:
            async with asyncio.timeout(_TURN):
                await self._new_message.acquire()
        except TimeoutError:
            yield
            return
        try:
            yield
        finally:
            self._new_message.release()

    async def _announce(self, waiting: Waiting) -> bool:
        async with self._database.write() as uow:
            return await uow.outbox.trying(waiting.card.id, waiting.tries)

    async def _retract(self, row_id: int) -> None:
        """The messenger said no, so nothing went out."""
        async with self._database.write() as uow:
            await uow.outbox.not_sent(row_id)

    async def _set_aside(self, card: Card, failure: str) -> None:
        """A mistake of ours: what cannot be shown keeps nothing else from the chat."""
        async with self._database.write() as uow:
            await self._give_up(uow, card, failure)

    async def _wait_after(self, error: AiogramError, failures: int) -> None:
        if isinstance(error, TelegramRetryAfter):
            await self._line.pause(error.retry_after, whole=True)
            return
        log.warning("not delivered yet", error=type(error).__name__, failures=failures)
        self._line.down()
        await self._line.wait(failures)

    async def _refused(self, waiting: Waiting, error: AiogramError) -> bool | None:
        """What a refusal means: the chat goes on (True), stands still (False), or tries again (None)."""
        card = waiting.card
        if isinstance(error, TelegramMigrateToChat):
            async with self._database.write() as uow:
                await reach.move(uow, card.chat_id, error.migrate_to_chat_id)
            return False
        if isinstance(error, TelegramForbiddenError):
            return await self._unreachable(card, str(error))
        if not isinstance(error, TelegramBadRequest):
            return None
        if any(word in str(error) for word in _NO_WAY_IN):
            return await self._unreachable(card, str(error))
        async with self._database.write() as uow:
            gone = card.message_id is not None and any(word in str(error) for word in _GONE)
            if gone and card.kind != TEXT:
                await uow.outbox.forget_message(card.id)
                return False  # people deleted the message: the card is sent anew
            if not gone:
                log.error("cannot be delivered", row=card.id, kind=card.kind, failure=str(error))
            await self._give_up(uow, card, str(error))
        return True

    async def _unreachable(self, card: Card, failure: str) -> bool:
        """What is due to a person or to the office's group waits for them; a channel of others does not."""
        log.warning("chat cannot be reached", failure=failure)
        async with self._database.write() as uow:
            waits = await reach.lose(uow, self._office, card.chat_id, failure)
            if not waits:
                await self._give_up(uow, card, failure)
        return not waits

    async def _give_up(self, uow: StoredUnitOfWork, card: Card, failure: str) -> None:
        await uow.outbox.undeliverable(card.id, failure)
        await _tell_subject(uow, card)

    async def _say_too_large(self, waiting: Waiting) -> None:
        """A file that the messenger does not take: its caption comes with words instead."""
        texts, content = self._office.texts, waiting.card.content
        notice = texts("file-too-large-to-send")
        text = f"{content['text']}\n\n{notice}" if content["text"] else notice
        async with self._database.write() as uow:
            await uow.outbox.text_instead(waiting.card.id, {**content, "text": text})

    async def _show(self, waiting: Waiting, *, new: bool) -> bool:
        """Render the latest state and send or edit, skipping what the chat shows already.

        False when there is something else to show: another replica was quicker, or a file is too large.
        """
        if self._line.closing:
            return False
        async with self._database.read() as uow:
            latest = await uow.outbox.take(waiting.card.id)
            if latest is None:
                return True
            card, stored = latest.card, None
            screen = await self._screen(uow, card)
            if card.kind in (DOCUMENT, PICTURE):
                stored = await uow.documents.content(int(card.content["document"]))
        if stored is not None and len(stored[1]) > calls.UPLOAD_LIMIT:
            await self._say_too_large(latest)
            return False
        message_id, shown = None, calls.screen_hash(screen) if screen else None
        if card.kind == MENU:
            menu = self._menu(card.content["menu"], card.content.get("language", ""))
            await calls.set_menu(self._bot, card.chat_id, menu)
        elif screen is None:
            pass
        elif new:
            if not await self._announce(latest):
                return False
            if latest.tries > 0:
                screen = Screen(f"{self._office.texts('repeat-mark')}\n{screen.text}", screen.rows)
            message_id = await self._send(card, screen, stored)
        elif shown != latest.shown_hash:
            await self._edit(card, screen)
        async with self._database.write() as uow:
            await uow.outbox.shown(card.id, latest.version, shown, message_id)
            await _tell_subject(uow, card)
        return True

    async def _screen(self, uow: StoredUnitOfWork, card: Card) -> Screen | None:
        if card.kind in (DOCUMENT, PICTURE, FILE) and not await self._known(uow, card.chat_id):
            return None  # bound when the file was asked for, and no more
        if card.kind in (TEXT, DOCUMENT, PICTURE, FILE):
            return kept_screen(card.content)
        if card.kind == MENU:
            return None
        return await self._render(uow, card)

    async def _known(self, uow: StoredUnitOfWork, chat_id: int) -> bool:
        """Whether files may go there: to a group or channel, or to somebody the office knows."""
        return chat_id < 0 or chat_id in self._office.admins or await uow.roster.identify(chat_id) is not None

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


async def _tell_subject(uow: StoredUnitOfWork, card: Card) -> None:
    """Cards about what a picture belongs to say now whether it came."""
    if card.kind == PICTURE and card.subject:
        await uow.outbox.touch(card.subject)
