"""A person's plain words: what they mean depends on what was asked."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery
from aiogram.types import Message as ChatMessage

from domain.office.ports import Expectation
from domain.people.roster import Standing
from handlers.chat.request import Request
from handlers.meetings import floor, notices, opinions, past
from handlers.meetings.convening import changing, wizard
from handlers.messages import adding, answers, extensions, list, messages
from handlers.people import invitations, settings
from handlers.posts import publishing
from handlers.proposals import proposals, queue
from handlers.protocols import corrections, rewording, verifying
from handlers.requests import centre, materials, recommendations
from handlers.tasks import tasks

_CANCELS = ("cancel", "отмена")

Words = Callable[[Request, Expectation, str], Awaitable[None]]


def build() -> Router:
    """The last router: what no other conversation took."""
    router = Router(name="words")
    router.message.register(cancel, F.chat.type == "private", Command(*_CANCELS))
    router.message.register(plain_words, F.chat.type == "private", F.text)
    router.message.register(not_understood, F.chat.type == "private")
    router.callback_query.register(unknown_tap)
    return router


def _meanings() -> Mapping[str, Words]:
    conversations = (
        invitations,
        changing,
        wizard,
        corrections,
        adding,
        messages,
        list,
        answers,
        opinions,
        extensions,
        floor,
        notices,
        past,
        proposals,
        queue,
        publishing,
        verifying,
        rewording,
        settings,
        materials,
        centre,
        recommendations,
        tasks,
    )
    return {kind: words for conversation in conversations for kind, words in conversation.WORDS.items()}


async def plain_words(message: ChatMessage, request: Request) -> None:
    """Give the words to the conversation that asked for them."""
    text = (message.text or "").strip()
    expectation = await request.uow.expected(request.actor.user_id)
    if expectation is None or text.startswith("/"):
        await not_understood(message, request)
        return
    if text.casefold() in _CANCELS:
        await cancel(message, request)
        return
    meaning = _meanings().get(expectation.kind)
    if meaning is None:
        await request.say("file-expected")
        return
    await meaning(request, expectation, text)


async def cancel(message: ChatMessage, request: Request) -> None:
    """«/cancel», «Отмена»: nothing is awaited any more."""
    if request.actor.standing is Standing.STRANGER:
        await not_understood(message, request)
        return
    await request.uow.expect(request.actor.user_id, None)
    await request.say("nothing-awaited")


async def not_understood(_: ChatMessage, request: Request) -> None:
    """One polite line: to a stranger who this is for, to the others what can be done."""
    await request.say("stranger" if request.actor.standing is Standing.STRANGER else "not-understood")


async def unknown_tap(_: CallbackQuery, request: Request) -> None:
    """A button nobody made, or one of a former version."""
    raise request.refusal("card-outdated")
