"""Every update goes through here: one transaction, once, and the answer after the commit."""

from __future__ import annotations

from functools import cache

import structlog
from aiogram import Dispatcher
from aiogram.types import CallbackQuery, ChatMemberUpdated, Update
from aiogram.types import Message as ChatMessage

from bot.delivery.answers import Answers
from bot.runtime import Runtime
from bot.storage.unit_of_work import StoredUnitOfWork
from domain.office.outbox import Screen
from domain.office.ports import Texts
from domain.office.refusal import Refusal
from domain.people.roster import Actor, Standing
from handlers import CONVERSATIONS
from handlers.chat.request import Request
from handlers.chat.taps import CommandTap
from handlers.people.reach import regain

log = structlog.get_logger("intake")

# A card that another one took the place of; its view shows nothing that its reader may not see.
_REVIVED = "message"

Subject = ChatMessage | CallbackQuery | ChatMemberUpdated


@cache
def conversations() -> Dispatcher:
    """Every conversation. It keeps nothing of an office, so all the offices of a process go through one.

    A tree of its own would cost each of them 2 MB.
    """
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.include_router(CONVERSATIONS.router())
    return dispatcher


class Intake:
    """Who is this, once only, one transaction: then the handler, then the answer.

    A refusal leaves nothing behind but the words that explain it. Anything else that is raised goes on
    to the caller: the update was not taken and will be tried again.
    """

    def __init__(self, office: Runtime, answers: Answers) -> None:
        self._office = office
        self._answers = answers
        self._conversations = conversations()

    async def take(self, update: Update) -> None:
        """Do what an update asks for; return once it is committed."""
        with self._office.meter.update():
            subject = update.message or update.callback_query or update.my_chat_member
            if subject is not None and subject.from_user is not None:
                await self._take(update, subject, subject.from_user.id)

    async def _take(self, update: Update, subject: Subject, user_id: int) -> None:
        chat, request = _chat(subject), None
        try:
            async with self._office.database.write() as uow:
                if not await uow.updates.take(update.update_id):
                    # Whoever took it may have died before anything of it went out, the answer to a tap too.
                    uow.ask_work()
                    uow.outbox.ask()
                    self._answer(subject, None, alert=False)
                    return
                uow.outbox.hold(answering=chat)
                if isinstance(subject, ChatMessage) and chat == user_id:
                    await regain(uow, chat)
                request = await self._request(uow, user_id, chat, subject)
                if _turns_elsewhere(subject, chat):
                    await uow.expect(user_id, None)
                await self._conversations.feed_update(self._office.bot, update, request=request)
            toast, alert = request.toast, request.alert
        except Refusal as refusal:
            texts = self._texts(request, subject)
            toast, alert = await self._explain(update.update_id, subject, chat, refusal, texts), True
        self._answer(subject, toast, alert=alert)

    def _answer(self, subject: Subject, toast: str | None, *, alert: bool) -> None:
        if isinstance(subject, CallbackQuery):
            self._answers.give(subject.id, toast, alert=alert)

    async def _request(self, uow: StoredUnitOfWork, user_id: int, chat_id: int, subject: Subject) -> Request:
        binding = await uow.roster.identify(user_id)
        admin = user_id in self._office.settings.admins
        if binding is not None:
            actor = binding.actor(admin=admin)
        else:
            actor = Actor(user_id, Standing.ADMIN if admin else Standing.STRANGER, admin=admin)
        message = subject.message if isinstance(subject, CallbackQuery) else subject
        return Request(
            office=self._office.shared,
            uow=uow,
            actor=actor,
            now=self._office.clock.now().astimezone(self._office.profile.time_zone),
            chat_id=chat_id,
            private=chat_id == user_id,
            message_id=message.message_id if isinstance(message, ChatMessage) else None,
        )

    def _texts(self, request: Request | None, subject: Subject) -> Texts:
        if request is None:
            return self._office.texts
        return request.toast_texts if isinstance(subject, CallbackQuery) else request.own_texts

    async def _explain(
        self, update_id: int, subject: Subject, chat_id: int, refusal: Refusal, texts: Texts
    ) -> str:
        text = texts(f"refusal-{refusal.key}", **refusal.arguments)
        async with self._office.database.write() as uow:
            if not await uow.updates.take(update_id):
                return text
            if _turns_elsewhere(subject, chat_id) and subject.from_user is not None:
                await uow.expect(subject.from_user.id, None)
            if isinstance(subject, CallbackQuery):
                # What was tapped may be out of date: show it as it is now.
                message_id = subject.message.message_id if subject.message else 0
                card = await uow.outbox.find(chat_id, message_id)
                if card is not None:
                    await uow.outbox.turn(card, card.content)
                elif refusal.key == "card-outdated" and await uow.outbox.revive(
                    chat_id, message_id, _REVIVED
                ):
                    return texts("card-renewed")
            else:
                await uow.outbox.text(chat_id, Screen(text))
        return text


def _turns_elsewhere(subject: Subject, chat_id: int) -> bool:
    """Whether the person has gone on to something else: words that were awaited are awaited no more."""
    if subject.from_user is None or chat_id != subject.from_user.id:
        return False
    if isinstance(subject, CallbackQuery):
        return (subject.data or "").startswith(f"{CommandTap.__prefix__}:")
    return isinstance(subject, ChatMessage) and (subject.text or "").startswith("/")


def _chat(subject: Subject) -> int:
    if isinstance(subject, CallbackQuery):
        return subject.message.chat.id if subject.message else subject.from_user.id
    return subject.chat.id
