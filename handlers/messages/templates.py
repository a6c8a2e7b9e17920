"""An answer by the template of its topic: shown with its places filled, edited, kept for the topic."""

from __future__ import annotations

from domain.messages.message import KnownMessage
from domain.messages.templates import LONGEST, filled, keep, topic_of
from domain.office.outbox import Button
from domain.office.ports import Expectation
from domain.office.typed import said
from handlers.chat.request import Request
from handlers.chat.view import View
from handlers.messages.messages import message_to_act_on
from handlers.messages.taps import MessageTap

Rows = list[tuple[Button, ...]]


async def show(request: Request, tap: MessageTap) -> None:
    """«Образец ответа»."""
    topic_of(await message_to_act_on(request, tap.message))
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.outbox.turn(await request.card(), {"page": "template"})


async def ask_words(request: Request, tap: MessageTap) -> None:
    """«Изменить текст»: the person's next words are the answer."""
    message = await message_to_act_on(request, tap.message)
    await request.uow.expect(request.actor.user_id, Expectation("answer-template", {"message": message.id}))
    await request.uow.outbox.turn(await request.card(), {"page": "template-own"})


async def words(request: Request, expectation: Expectation, text: str) -> None:
    """Other words for the answer: for this message, and for its topic once they are kept."""
    message = await message_to_act_on(request, int(expectation.content["message"]))
    answer = await request.office.masked(said(text, LONGEST))
    await request.uow.expect(request.actor.user_id, None)
    content = {"page": "template", "text": answer}
    folded = {"page": "closed"}
    await request.uow.outbox.card_anew(request.chat_id, "message", message.entity, content, former=folded)


async def remember(request: Request, tap: MessageTap) -> None:
    """«Запомнить для темы»: what stands on the card answers this topic from now on."""
    message = await message_to_act_on(request, tap.message)
    card = await request.card()
    text = str(card.content.get("text") or "")
    await request.record(keep(message, text))
    await request.uow.templates.keep(topic_of(message), text, request.actor.user_id)
    await request.uow.outbox.turn(card, {"page": "template"})
    request.reply("toast-template-kept")


async def page(view: View, message: KnownMessage) -> tuple[list[str], Rows]:
    """The answer in a block that is copied by a tap; where there is none, how to write one."""
    kept = await view.uow.templates.of_topic(topic_of(message))
    own = str(view.card.content.get("text") or "")
    back = (_button(view, "back", message, "page"),)
    if view.card.content.get("page") == "template-own":
        return [view.texts("template-ask-own")], [back]
    change = _button(view, "template-change", message, "template-own")
    if not (own or kept):
        return [view.texts("template-none", topic=message.topic)], [(change,), back]
    text = filled(own or kept, view.office.profile, message)
    rows: Rows = [(change,)]
    if own and own != kept:
        rows[0] = (change, _button(view, "template-keep", message, "template-keep"))
    if message.answered_at is None:
        rows.insert(0, (_button(view, "answered", message, "done"),))
    return [view.texts("template-text", text=text)], [*rows, back]


def _button(view: View, key: str, message: KnownMessage, act: str) -> Button:
    return Button(view.texts(f"button-{key}"), MessageTap(act=act, message=message.id).pack())
