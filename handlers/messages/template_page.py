"""An answer by the template of a topic on a card, whether of one message or of an incident of many."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.messages.templates import LONGEST, OfTopic, keep, topic_of, unknown_places
from domain.office.outbox import Button
from domain.office.ports import Expectation
from domain.office.typed import said
from domain.office.wording import clipped
from handlers.chat.request import Request
from handlers.chat.view import View

Rows = list[tuple[Button, ...]]
OWN = "template-own"
PAGES = ("template", OWN)
_PLACES = 120  # characters of what stands in braces


async def open_page(request: Request) -> None:
    """«Образец ответа»."""
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.outbox.turn(await request.card(), {"page": "template"})


async def await_words(request: Request, waits: Expectation) -> None:
    """«Изменить текст»: the person's next words are the answer."""
    await request.uow.expect(request.actor.user_id, waits)
    await request.uow.outbox.turn(await request.card(), {"page": OWN})


async def with_words(request: Request, text: str) -> dict[str, object]:
    """The page with other words, personal data hidden; a refusal for none or too many."""
    answer = await request.office.masked(said(text, LONGEST))
    await request.uow.expect(request.actor.user_id, None)
    return {"page": "template", "text": answer}


async def keep_shown(request: Request, about: OfTopic) -> None:
    """«Запомнить для темы»: what stands on the card answers this topic from now on."""
    card = await request.card()
    text = str(card.content.get("text") or "")
    await request.record(keep(about, text))
    await request.uow.templates.keep(topic_of(about), text, request.actor.user_id)
    await request.uow.outbox.turn(card, {"page": "template"})
    request.reply("toast-template-kept")


async def page(
    view: View,
    about: OfTopic,
    button: Callable[[str, str], Button],
    filled: Callable[[str], Awaitable[str]],
    *,
    done: tuple[str, str] | None,
    back: str,
) -> tuple[list[str], Rows]:
    """The answer in a block that is copied by a tap; where there is none, how to write one.

    `button` makes one of a key and an act, `filled` puts the places of the template in; `done` is the key
    and the act of what notes the answer, `back` the act that leaves the page.
    """
    leave = (button("back", back),)
    if view.card.content.get("page") == OWN:
        return [view.texts("template-ask-own")], [leave]
    kept = await view.uow.templates.of_topic(topic_of(about))
    own = str(view.card.content.get("text") or "")
    change: tuple[Button, ...] = (button("template-change", OWN),)
    if not (own or kept):
        return [view.texts("template-none", topic=about.topic)], [change, leave]
    if own and own != kept:
        change += (button("template-keep", "template-keep"),)
    lines = [view.texts("template-text", text=await filled(own or kept))]
    if unknown := unknown_places(own or kept):
        lines += ["", view.texts("template-unknown-places", places=clipped(", ".join(unknown), _PLACES))]
    noted: Rows = [(button(*done),)] if done else []
    return lines, [*noted, change, leave]
