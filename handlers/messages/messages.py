"""A citizen's message: its card, and what a person does about it in two taps."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from domain.messages import by_hand
from domain.messages.acts import may_act, require_act, require_open
from domain.messages.dealing import (
    REASONS,
    explain_delay,
    give_to_block,
    give_to_unit,
    note_answer,
    own_reason,
)
from domain.messages.message import KnownMessage
from domain.messages.number import may_name
from domain.messages.privacy import may_look, may_reveal
from domain.messages.sections import seat_filter
from domain.messages.terms import call_back, deadline_of
from domain.office.act import Act, text_hash
from domain.office.outbox import Button, Screen
from domain.office.ports import Expectation
from domain.office.refusal import Refusal, required
from domain.people.entry import entry_link
from domain.people.roster import Actor, member_seat
from handlers.chat.cards import show_below
from handlers.chat.feature import Waiting
from handlers.chat.files import pass_on
from handlers.chat.parts import button
from handlers.chat.request import Request
from handlers.chat.taps import CommandTap
from handlers.chat.view import View
from handlers.messages.hand_over import tell_of_hand_over
from handlers.messages.taps import MessageTap

_PAGES = ("blocks", "units", "reasons", "raise", "more", "quality", "history", "results")


async def open_message(request: Request, message_id: int) -> None:
    """Send the card of a message below what the person has tapped or written; an older one goes."""
    message = await message_to_act_on(request, message_id)
    await show_below(request, "message", message.entity, {})


async def message_to_act_on(request: Request, message_id: int) -> KnownMessage:
    """The message with this id; a refusal where there is none, or where it is not this person's."""
    message = await _message(request, message_id)
    require_act(await request.roster(), request.actor, message)
    return message


async def _message(request: Request, message_id: int) -> KnownMessage:
    member_seat(request.actor)
    return required(await request.uow.messages.get(message_id), "no-such-message")


async def tapped(request: Request, tap: MessageTap) -> None:
    """One act of `ACTS`, by someone who may act on this message."""
    act = ACTS[tap.act]
    reads = tap.act == "close"  # a message that went to another block is put away like any
    message = await (_message if reads else message_to_act_on)(request, tap.message)
    await request.uow.expect(request.actor.user_id, None)  # a step aside ends what was awaited
    await act(request, message, tap.value)


async def _turn(request: Request, **content: object) -> None:
    await request.uow.outbox.turn(await request.card(), content)


async def _answered(request: Request, message: KnownMessage, _: str) -> None:
    require_open(message)
    await note_answer(request.uow, request.actor, message, request.now, request.now)
    await _turn(request)
    request.reply("toast-answered", code=message.number)


async def _reopen(request: Request, message: KnownMessage, _: str) -> None:
    if message.answered_at is None:
        raise Refusal("not-answered")
    if not message.answered_by_hand:
        raise Refusal("answered-in-registry")
    waiting = call_back(message)
    deadline_at = deadline_of(request.office.profile, request.office.calendar, waiting)
    await request.uow.messages.change_term(waiting, deadline_at)
    await request.uow.messages.note_result(message.id, "")
    await request.record(Act("message-reopened", message.entity))
    await _turn(request)
    request.reply("toast-reopened", code=message.number)


async def _page(request: Request, _: KnownMessage, value: str) -> None:
    await _turn(request, **({"page": value} if value in _PAGES else {}))


async def _block(request: Request, message: KnownMessage, value: str) -> None:
    if value not in request.office.profile.block_keys:
        raise Refusal("card-outdated")
    if not may_act(await request.roster(), member_seat(request.actor), replace(message, block=value)):
        await _turn(request, page="pass", block=value)  # it cannot be taken back: asked first
        return
    await _assign(request, message, value)
    await _turn(request, **({"page": "remember"} if message.topic.strip() else {}))
    confirmed = "toast-block-confirmed" if message.block == value else "toast-assigned"
    request.reply(confirmed, title=request.office.profile.block(value).title)


async def _pass(request: Request, message: KnownMessage, value: str) -> None:
    """«Подтвердить»: the message goes to a block of somebody else's."""
    await _assign(request, message, value)
    await _turn(request)
    request.reply("toast-assigned", title=request.office.profile.block(value).title)


async def _assign(request: Request, message: KnownMessage, block: str) -> None:
    roster = await request.roster()
    receiver = await give_to_block(request.uow, roster, request.actor, message, block)
    if receiver is not None:
        await tell_of_hand_over(request.uow, request.office, message, receiver, request.actor)


async def _unit(request: Request, message: KnownMessage, value: str) -> None:
    profile = request.office.profile
    await give_to_unit(request.uow, profile, request.actor, message, value)
    await _turn(request)
    request.reply("toast-unit", title=profile.unit(value).title)


async def _remember(request: Request, message: KnownMessage, _: str) -> None:
    if message.block is None or not message.topic.strip():
        raise Refusal("card-outdated")
    moved = await request.uow.messages.remember_topic(message.topic, message.block, request.actor.user_id)
    await request.record(
        Act("topic-remembered", message.entity, {"topic": text_hash(message.topic), "block": message.block})
    )
    await _turn(request)
    request.reply("toast-remembered", count=moved)


async def _reason(request: Request, message: KnownMessage, value: str) -> None:
    if value == "own":
        card = await request.card()
        await request.uow.expect(
            request.actor.user_id, Expectation("delay-reason", {"message": message.id, "card": card.id})
        )
        await request.uow.outbox.turn(card, {"page": "own-reason"})
        return
    if value == "none":
        await _give_reason(request, message, "")
        await _turn(request)
        return
    if value not in REASONS:
        raise Refusal("card-outdated")
    await _give_reason(request, message, request.texts(f"reason-{value}"))
    await _turn(request)


async def _give_reason(request: Request, message: KnownMessage, reason: str) -> None:
    await explain_delay(request.uow, request.actor, message, reason)
    request.reply("toast-reason")


async def reason_words(request: Request, expectation: Expectation, text: str) -> None:
    """The person's own words on why the answer is late."""
    message = await message_to_act_on(request, int(expectation.content["message"]))
    reason = own_reason(text)
    await request.uow.expect(request.actor.user_id, None)
    await _give_reason(request, message, reason)
    await open_message(request, message.id)


async def _number(request: Request, message: KnownMessage, _: str) -> None:
    await request.uow.expect(request.actor.user_id, Expectation("message-number", {"message": message.id}))
    await _turn(request, page="number")


async def number_words(request: Request, expectation: Expectation, text: str) -> None:
    """The number under which a message brought in by hand is registered."""
    message = await message_to_act_on(request, int(expectation.content["message"]))
    code = " ".join(text.split())
    await require_impersonal(request, code)
    act = by_hand.number(message, code)
    if not await request.uow.messages.renumber(message, code):
        channel = request.office.profile.channel(message.channel).short_title
        raise Refusal("add-number-taken", code=code, channel=channel)
    await request.uow.expect(request.actor.user_id, None)
    await request.record(act)
    await open_message(request, message.id)


async def require_impersonal(request: Request, number: str) -> None:
    """A refusal for words that name somebody in place of a number, which every chat shows."""
    if may_name(number) and await request.office.masked(number) != number:
        raise Refusal("number-personal")


async def _reveal(request: Request, message: KnownMessage, _: str) -> None:
    """In the chat where the profile lets it, else a link to the office's own page; each look is recorded."""
    profile, seat = request.office.profile, request.actor.seat
    if may_reveal(profile, seat):
        await request.record(Act("applicant-looked-at", message.entity))
        await _turn(request, page="revealed")
        return
    if not may_look(profile, seat):
        raise Refusal("not-revealed-to-you")
    if not request.office.page:
        raise Refusal("page-off")
    link = await entry_link(request.uow, request.office.page, request.actor, f"/messages/{message.id}")
    texts = request.own_texts
    await request.show(Screen(texts("page-applicant-link"), ((Button(texts("button-page"), url=link),),)))
    request.reply("toast-page-link")


async def _close(request: Request, message: KnownMessage, _: str) -> None:
    """Back to the list or the digest that it was opened from: it stands above, at the same place."""
    await request.card()
    await request.uow.outbox.remove_subject(request.chat_id, "message", message.entity)


async def _files(request: Request, message: KnownMessage, _: str) -> None:
    await pass_on(request, message.entity, message.number)


ACTS: Mapping[str, Callable[[Request, KnownMessage, str], Awaitable[None]]] = {
    "done": _answered,
    "reopen": _reopen,
    "page": _page,
    "block": _block,
    "pass": _pass,
    "unit": _unit,
    "keep": _remember,
    "reason": _reason,
    "number": _number,
    "reveal": _reveal,
    "files": _files,
    "close": _close,
}


async def messages_waiting(view: View, actor: Actor) -> list[Waiting]:
    """For the greeting: what is overdue and due today within one's scope."""
    if actor.seat is None:
        return []
    profile = view.office.profile
    scope = seat_filter(profile, view.office.calendar, view.now, profile.seat(actor.seat))
    counts = await view.uow.messages.counts(scope, view.now - timedelta(days=1))
    if not counts.overdue and not counts.today:
        return []
    line = view.texts("start-messages", overdue=counts.overdue, today=counts.today)
    return [Waiting(line, (button(view, "digest", CommandTap(name="digest").pack()),))]
