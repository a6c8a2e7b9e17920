"""One row of the outbox on its way: tried until it is there, known to be impossible, or put off."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.types import BufferedInputFile

from bot.delivery import calls
from bot.delivery.arranging import ARRANGED, UNPACED, Menu, arrange
from bot.delivery.line import Line
from bot.delivery.marks import Marks, tell_subject
from bot.delivery.pace import Pace
from bot.delivery.refusals import GONE, NEVER, NO_FILES, NO_TOPIC, NO_WAY_IN, REFUSALS, says, unlike_any
from bot.delivery.sights import Render, Sight, Sights
from bot.storage.database import Database
from bot.storage.outbox.delivery import DOCUMENT, FILE, NOTED, PICTURE, TEXT, Shown
from bot.storage.trouble import passes
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.watching.redaction import error_words
from domain.office.abilities import Abilities
from domain.office.calendar import office_rests
from domain.office.outbox import Card, Screen
from domain.people.reach import who_is_told
from domain.unit_of_work import Office
from handlers.people import reach

log = structlog.get_logger("delivery")

_FILES = (DOCUMENT, PICTURE, FILE)
_TRY_AGAIN = timedelta(minutes=10)
_MISTAKES = 3
_PATIENCE = 3  # answers like no other in a row: one that comes each time must not hold up the chat
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
        abilities: Abilities,
    ) -> None:
        self._bot = bot
        self._database = database
        self._menu = menu
        self._office = office
        self._pace = pace
        self._line = line
        self._abilities = abilities
        self._new_message = asyncio.Lock()
        self._sights = Sights(database, render, office.admins)
        self._marks = Marks(database)

    async def deliver(self, card: Card) -> bool:
        """Whether the chat may get its next row: this one is there, or never will be."""
        failures = mistakes = 0
        while not self._line.closing:
            new = self._is_new(card)
            await self._wait_for_turn(card, new=new)
            try:
                async with self._turn(new):
                    sight = await self._sights.of(card)
                    if sight is None:
                        return True  # shown by somebody else, or to be shown no more
                    if self._line.closing:
                        return False
                    card = sight.row.card
                    done = self._is_new(card) is new and await self._show(sight, new=new)
            except (TelegramNetworkError, ClientDecodeError):
                # It may be there or not: the row keeps its try, so the next one is a repeat.
                failures += 1
                self._line.down()
                await self._line.wait(failures)
            except AiogramError as error:
                if new:
                    await self._retract(card.id)
                if (goes_on := await self._refused(card, error, failures)) is not None:
                    return goes_on
                failures += 1
                await self._wait_after(error, failures)
            except Exception as error:
                if passes(error):
                    raise
                mistakes += 1
                log.exception("cannot be shown", row=card.id, kind=card.kind)
                if await self._set_aside(card, type(error).__name__, mistakes):
                    return True
            else:
                self._line.up()
                if done:
                    return True
        return False

    async def _wait_for_turn(self, card: Card, *, new: bool) -> None:
        if card.kind not in UNPACED:
            await self._pace.wait(card.chat_id, edit=not new)

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

    async def _announce(self, sight: Sight) -> bool:
        async with self._database.write(in_place=True) as uow:
            return await uow.outbox.trying(sight.row.card.id, sight.row.tries)

    async def _retract(self, row_id: int) -> None:
        """The messenger said no, so nothing went out."""
        async with self._database.write(in_place=True) as uow:
            await uow.outbox.not_sent(row_id)

    async def _set_aside(self, card: Card, failure: str, mistakes: int) -> bool:
        """After mistakes of ours: what cannot be shown keeps nothing else from the chat, a file has words."""
        if mistakes < _MISTAKES:
            await self._line.pause(_AFTER_MISTAKE)
            return False
        if mistakes == _MISTAKES and card.kind in (DOCUMENT, PICTURE):
            await self._say_instead(card, "file-cannot-be-sent")
            return False
        async with self._database.write(in_place=True) as uow:
            await self._give_up(uow, card, failure)
        return True

    async def _wait_after(self, error: AiogramError, failures: int) -> None:
        if isinstance(error, TelegramRetryAfter):
            await self._line.pause(error.retry_after, whole=True)
            return
        log.warning("not delivered yet", error=type(error).__name__, failures=failures)
        self._line.down()
        await self._line.wait(failures)

    async def _refused(self, card: Card, error: AiogramError, failures: int) -> bool | None:
        """What a refusal means: the chat goes on (True), stands still (False), or tries again (None)."""
        if isinstance(error, TelegramMigrateToChat):
            async with self._database.write(in_place=True) as uow:
                await reach.move(uow, card.chat_id, error.migrate_to_chat_id)
            return False
        each_time = failures >= _PATIENCE and unlike_any(error)
        if not isinstance(error, TelegramAPIError) or not (isinstance(error, REFUSALS) or each_time):
            return None
        failure = error_words(type(error).__name__, error.message)
        if says(error, NO_TOPIC):
            return await self._no_topic(card, failure)
        only_this = card.kind in _FILES and says(error, NO_FILES)
        if not only_this and says(error, NO_WAY_IN):
            return await self._unreachable(card, failure)
        never = says(error, NEVER)
        if never and card.kind in _FILES and card.message_id is None:
            await self._say_instead(card, "file-cannot-be-sent")
            return False
        async with self._database.write(in_place=True) as uow:
            gone = card.message_id is not None and says(error, GONE)
            if gone and card.kind != TEXT:
                await uow.outbox.forget_message(card.id)
                return False  # people deleted the message: the card is sent anew
            if gone:
                await self._give_up(uow, card, failure)
                return True
            log.error("cannot be delivered", row=card.id, kind=card.kind, failure=failure)
            if never:
                await self._give_up(uow, card, failure)
            else:
                await uow.outbox.put_off(card.id, failure, uow.now() + _TRY_AGAIN)
            await self._tell(uow, card, "delivery-given-up" if never else "delivery-put-off", failure)
        return True

    async def _tell(self, uow: StoredUnitOfWork, card: Card, what: str, failure: str) -> None:
        """The administrators learn of a refusal once a day; where there are none, the head does."""
        said = Screen(self._office.texts(what, failure=failure))
        day, others = uow.now().date().isoformat(), sorted(self._office.admins - {card.chat_id})
        for told in others or who_is_told(await uow.roster.load(), card.chat_id):
            await uow.outbox.text(told, said, key=f"{what}:{day}:{told}")

    async def _no_topic(self, card: Card, failure: str) -> bool:
        """A closed topic where somebody asked is answered in the office's own; that one is waited for."""
        async with self._database.write(in_place=True) as uow:
            topic = await uow.roster.office_topic()
            elsewhere = card.chat_id == await uow.roster.office_chat() and card.topic != topic
            if elsewhere:
                await uow.outbox.to_topic(card.id, topic)
        return False if elsewhere else await self._unreachable(card, failure)

    async def _unreachable(self, card: Card, failure: str) -> bool:
        """What is due to a person or to the office's group waits for them; a channel of others does not."""
        log.warning("chat cannot be reached", failure=failure)
        async with self._database.write(in_place=True) as uow:
            waits = await reach.lose(uow, self._office, card.chat_id, failure)
            if not waits:
                await self._give_up(uow, card, failure)
        return not waits

    async def _give_up(self, uow: StoredUnitOfWork, card: Card, failure: str) -> None:
        await uow.outbox.undeliverable(card.id, failure)
        await tell_subject(uow, card)

    async def _say_instead(self, card: Card, why: str) -> None:
        """A file that cannot be sent: its caption comes with words instead."""
        content, notice = card.content, self._office.texts(why)
        text = f"{content['text']}\n\n{notice}" if content["text"] else notice
        async with self._database.write(in_place=True) as uow:
            await uow.outbox.text_instead(card.id, {**content, "text": text})

    async def _show(self, sight: Sight, *, new: bool) -> bool:
        """Send, or edit unless the chat shows it already, and write it down.

        False when there is something else to show: another replica was quicker, a file is too large, or words
        go instead of a mark.
        """
        card, screen = sight.row.card, sight.screen and self._abilities.shown(sight.screen)
        shown = Shown(
            card.id,
            sight.row.version,
            calls.screen_hash(screen) if screen else None,
            screen.until if screen else None,
        )
        if new and screen is not None:
            return await self._show_new(sight, screen, shown)
        with self._marks.awaiting():
            if card.kind in ARRANGED:
                await arrange(self._bot, self._database, self._menu, card)
            elif self._marks_only(card):
                if not await calls.react(self._bot, card.chat_id, int(card.content["message"])):
                    async with self._database.write(in_place=True) as uow:
                        await uow.outbox.text_instead(card.id, card.content)
                    return False
            elif screen is not None and shown.shown_hash != sight.row.shown_hash:
                await self._edit(card, screen)
        await self._marks.write(card, shown)
        return True

    async def _show_new(self, sight: Sight, screen: Screen, shown: Shown) -> bool:
        """Whether it was sent. It is announced before and marked at once, so it is repeated once at most."""
        card, file = sight.row.card, sight.file
        if file is not None and len(file[1]) > calls.UPLOAD_LIMIT:
            await self._say_instead(card, "file-too-large-to-send")
            return False
        if not await self._announce(sight):
            return False
        if sight.row.tries > 0:
            screen = Screen(f"{self._office.texts('repeat-mark')}\n{screen.text}", screen.rows)
        try:
            message_id = await self._send(card, screen, file)
        except TelegramEntityTooLarge:
            await self._say_instead(card, "file-too-large-to-send")
            return False
        async with self._database.write(in_place=True) as uow:
            await uow.outbox.sent(shown, message_id)
            await tell_subject(uow, card)
        return True

    async def _send(self, card: Card, screen: Screen, file: tuple[str, bytes] | None) -> int:
        silent = not card.urgent and self._office_rests()
        if card.kind == FILE:
            sent, photo = card.content["file_id"], bool(card.content["photo"])
            return await calls.send_file(self._bot, card, screen, sent, photo=photo, silent=silent)
        if file is not None:
            name, content = file
            upload = BufferedInputFile(content, name)
            photo = card.kind == PICTURE
            return await calls.send_file(self._bot, card, screen, upload, photo=photo, silent=silent)
        account = card.content.get("aside_to") if self._abilities.aside else None
        if account is not None:
            sent_aside = await calls.send_aside(self._bot, card, screen, account)
            if sent_aside is not None:
                return sent_aside
        return await calls.send_screen(self._bot, card, screen, silent=silent)

    def _is_new(self, card: Card) -> bool:
        """Whether it is to be sent; else what the chat has already is changed."""
        return card.message_id is None and card.kind not in ARRANGED and not self._marks_only(card)

    def _marks_only(self, card: Card) -> bool:
        return card.kind == NOTED and self._abilities.reactions

    def _office_rests(self) -> bool:
        profile = self._office.profile
        now = self._database.clock.now().astimezone(profile.time_zone)
        return office_rests(now, self._office.calendar, profile.working_time)

    async def _edit(self, card: Card, screen: Screen) -> None:
        edit = calls.edit_buttons if card.kind == DOCUMENT else calls.edit_screen
        try:
            await edit(self._bot, card, screen)
        except TelegramBadRequest as error:
            if "message is not modified" not in str(error):
                raise
