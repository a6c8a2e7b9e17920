"""Gives updates to the intake. An update is done with when it was committed, or set aside."""

from __future__ import annotations

import structlog
from aiogram.types import CallbackQuery, Update
from aiogram.types import Message as ChatMessage

from bot.delivery.answers import Answers
from bot.runtime import Runtime
from bot.storage.trouble import collided, passes
from bot.updates.intake import Intake
from domain.office.outbox import Screen

log = structlog.get_logger("feed")

# Bot API, allowed_updates: what the bot asks for.
ALLOWED = ["message", "callback_query", "my_chat_member"]

_TRIES = 5
_COLLISIONS = 3


class Feed:
    """Takes one update at a time or several, from wherever they come.

    A failure of the database is nobody's fault: the update comes again until the database is back. Any other
    failure is counted in the database, so that an update which kills the bot is set aside all the same.
    """

    def __init__(self, office: Runtime, intake: Intake, answers: Answers) -> None:
        self._office = office
        self._intake = intake
        self._answers = answers

    async def take(self, update: Update) -> bool:
        """Whether the update is done with. False: it must come again."""
        with structlog.contextvars.bound_contextvars(update_id=update.update_id):
            return await self._take(update)

    async def _take(self, update: Update) -> bool:
        collisions = 0
        while True:
            try:
                await self._intake.take(update)
            except Exception as error:
                collisions += 1
                if collided(error) and collisions <= _COLLISIONS:
                    continue
                if passes(error):
                    log.warning("update put off", error=type(error).__name__)
                    return False
                log.exception("update failed")
                return await self._failed(update, type(error).__name__)
            return True

    async def _failed(self, update: Update, failure: str) -> bool:
        try:
            async with self._office.database.write() as uow:
                tries = await uow.updates.failed(update.update_id, failure)
        except Exception:
            log.exception("failure cannot be counted")
            return False
        return tries >= _TRIES and await self._set_aside(update, failure, tries)

    async def _set_aside(self, update: Update, failure: str, tries: int) -> bool:
        """Never again: the person gets words, the administrators the update's number."""
        texts = self._office.texts
        words = texts("update-set-aside", id=str(update.update_id), tries=tries)
        told = texts("update-set-aside-admin", id=str(update.update_id), failure=failure, tries=tries)
        subject = update.message or update.callback_query
        try:
            async with self._office.database.write() as uow:
                await uow.updates.set_aside(update.update_id)
                if isinstance(subject, ChatMessage):
                    await uow.outbox.text(subject.chat.id, Screen(words), key=f"aside:{update.update_id}")
                for admin in sorted(self._office.settings.admins):
                    key = f"aside:{update.update_id}:{admin}"
                    await uow.outbox.text(admin, Screen(told), key=key)
        except Exception:
            # The database is away: nothing can be kept, so nothing may be acknowledged.
            log.exception("update cannot be set aside")
            return False
        if isinstance(subject, CallbackQuery):
            self._answers.give(subject.id, words, alert=True)
        return True
