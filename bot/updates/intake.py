"""Every update goes through here: one transaction, once, and the answer after the commit."""

from __future__ import annotations

from functools import cache
from typing import Any

import structlog
from aiogram import Dispatcher
from aiogram.types import CallbackQuery, Update
from aiogram.types import Message as ChatMessage

from bot.delivery.answers import Answers
from bot.runtime import Runtime
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.updates.subject import Subject, chat_of, subject_of, topic_of
from domain.office.outbox import Screen
from domain.office.ports import Texts
from domain.office.refusal import Already, Refusal
from domain.people.roster import Actor, Standing
from handlers import CONVERSATIONS
from handlers.chat.request import Request
from handlers.chat.taps import CommandTap
from handlers.chat.wording import refusal_words
from handlers.people import claims
from handlers.people.reach import regain

log = structlog.get_logger("intake")

# A card that another one took the place of; its view shows nothing that its reader may not see.
_REVIVED = "message"


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

    async def take(self, update: Update, *, parked: bool = False) -> bool:
        """Do what an update asks for; return once it is committed.

        False when it has to wait, because others of its chat are parked: then so is it. One that was `parked`
        is taken from there; a tap was answered by then, so its words come as a message.
        """
        with self._office.meter.update():
            subject = subject_of(update)
            return subject is None or await self._take(update, subject, parked=parked)

    async def _take(self, update: Update, subject: Subject, *, parked: bool) -> bool:
        assert subject.from_user is not None  # a subject is a person's
        chat, user_id, request = chat_of(subject), subject.from_user.id, None
        try:
            async with self._office.database.write(in_place=True) as uow:
                if not await _mark(uow, update, chat, parked=parked):
                    return await self._not_taken(uow, update, subject, chat)
                uow.outbox.hold(answering=chat, topic=topic_of(subject))
                uow.outbox.answer_once(chat, in_line=parked, album=_album(subject))
                if isinstance(subject, ChatMessage) and chat == user_id:
                    await regain(uow, chat)
                request = await self._request(uow, user_id, chat, subject)
                if _turns_elsewhere(subject, request):
                    await uow.expect(user_id, None)
                await self._conversations.feed_update(self._office.bot, update, request=request)
                await uow.rest_what_asks_in_vain(user_id)
                toast, alert = request.toast, request.alert
                if parked and toast is not None and isinstance(subject, CallbackQuery):
                    await uow.outbox.text(user_id, Screen(toast))
        except Refusal as refusal:
            toast = await self._explain(update, subject, chat, refusal, request, parked=parked)
            alert = not isinstance(refusal, Already)
        if not parked:
            self._answer(subject, toast, alert=alert)
        return True

    async def _not_taken(self, uow: StoredUnitOfWork, update: Update, subject: Subject, chat: int) -> bool:
        if await uow.updates.has_to_wait(update.update_id, chat):
            await uow.updates.park(update.update_id, chat, kept(update))
            return False
        # Whoever took it may have died before anything of it went out, the answer to a tap too.
        uow.ask_work()
        uow.ask_sending()
        self._answer(subject, None, alert=False)
        return True

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
            topic=topic_of(subject),
        )

    def _texts(self, request: Request | None, subject: Subject) -> Texts:
        if request is None:
            return self._office.texts
        return request.toast_texts if isinstance(subject, CallbackQuery) else request.own_texts

    async def _explain(
        self,
        update: Update,
        subject: Subject,
        chat_id: int,
        refusal: Refusal,
        request: Request | None,
        *,
        parked: bool,
    ) -> str:
        texts = self._texts(request, subject)
        async with self._office.database.write(in_place=True) as uow:
            if refusal.key == "stranger":
                refusal = await claims.refused_newcomer(uow, chat_id) or refusal
            text = refusal_words(texts, await uow.roster.load(), refusal)
            if not await _mark(uow, update, chat_id, parked=parked):
                return text
            if request is not None and _turns_elsewhere(subject, request):
                await uow.expect(request.actor.user_id, None)
                await uow.rest_what_asks_in_vain(request.actor.user_id)
            uow.outbox.answer_once(chat_id, in_line=parked, album=_album(subject))
            if isinstance(subject, CallbackQuery):
                if parked:
                    await uow.outbox.text(subject.from_user.id, Screen(text))
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
                await uow.outbox.text(chat_id, Screen(text), aside_to=_aside_to(subject, chat_id))
        return text


def kept(update: Update) -> dict[str, Any]:
    """An update as it is kept: what the messenger sent."""
    return update.model_dump(mode="json", exclude_none=True, by_alias=True)


async def _mark(uow: StoredUnitOfWork, update: Update, chat_id: int, *, parked: bool) -> bool:
    """Whether the update is this transaction's to do."""
    if parked:
        return await uow.updates.take_parked(update.update_id)
    return await uow.updates.take(update.update_id, chat_id)


def _aside_to(subject: Subject, chat_id: int) -> int | None:
    """Who alone is to read an answer in a group: whoever asked, where that is a person with a face."""
    by = subject.from_user
    return by.id if by is not None and not by.is_bot and by.id != chat_id else None


def _album(subject: Subject) -> str:
    """Which album a message is of; empty: of none (Bot API, Message, media_group_id)."""
    return (subject.media_group_id or "") if isinstance(subject, ChatMessage) else ""


def _turns_elsewhere(subject: Subject, request: Request) -> bool:
    """Whether the person has gone on to something else: words that were awaited are awaited no more.

    A newcomer has nothing else here: the name stays awaited whatever they try before they are let in.
    """
    if not request.private or request.actor.standing is Standing.STRANGER:
        return False
    if isinstance(subject, CallbackQuery):
        return (subject.data or "").startswith(f"{CommandTap.__prefix__}:")
    return isinstance(subject, ChatMessage) and (subject.text or "").startswith("/")
