"""An answer to a message by the template of its topic: shown with its places filled, edited, kept."""

from __future__ import annotations

from domain.messages.message import KnownMessage
from domain.messages.templates import filled, topic_of
from domain.office.outbox import Button
from domain.office.ports import Expectation
from handlers.chat.cards import show_below
from handlers.chat.request import Request
from handlers.chat.view import View
from handlers.messages import template_page
from handlers.messages.messages import message_to_act_on
from handlers.messages.taps import MessageTap


async def show(request: Request, tap: MessageTap) -> None:
    """«Образец ответа»."""
    topic_of(await message_to_act_on(request, tap.message))
    await template_page.open_page(request)


async def ask_words(request: Request, tap: MessageTap) -> None:
    """«Изменить текст»."""
    message = await message_to_act_on(request, tap.message)
    await template_page.await_words(request, Expectation("answer-template", {"message": message.id}))


async def words(request: Request, expectation: Expectation, text: str) -> None:
    """Other words for the answer: for this message, and for its topic once they are kept."""
    message = await message_to_act_on(request, int(expectation.content["message"]))
    content = await template_page.with_words(request, text)
    await show_below(request, "message", message.entity, content)


async def remember(request: Request, tap: MessageTap) -> None:
    """«Запомнить для темы»."""
    await template_page.keep_shown(request, await message_to_act_on(request, tap.message))


async def page(view: View, message: KnownMessage) -> tuple[list[str], template_page.Rows]:
    """The answer, and «Ответ дан» until it is."""

    def button(key: str, act: str) -> Button:
        return Button(view.texts(f"button-{key}"), MessageTap(act=act, message=message.id).pack())

    async def with_places(text: str) -> str:
        return filled(text, view.office.profile, message)

    done = ("answered", "done") if message.answered_at is None else None
    return await template_page.page(view, message, button, with_places, done=done, back="page")
