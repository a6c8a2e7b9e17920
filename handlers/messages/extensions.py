"""A message's term: registered, extended with a reason, counted as an appeal's, or sent on (59-ФЗ)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import date, timedelta
from typing import Any

from domain.messages.message import KnownMessage
from domain.messages.terms import (
    Extended,
    deadline_of,
    extend,
    forward,
    handle_as_appeal,
    register,
    require_extendable,
    require_forwardable,
    require_past_day,
    require_registrable,
    require_told_in_time,
)
from domain.office.act import Act
from domain.office.outbox import Card
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.people.roster import member_seat
from handlers.chat.request import Request
from handlers.messages.messages import message_to_act_on, open_message
from handlers.messages.taps import TermDayTap, TermNumberTap, TermTap

REASONS = ("data-awaited", "visit-needed", "works-needed")


async def tapped(request: Request, tap: TermTap | TermNumberTap | TermDayTap) -> None:
    """One step, by someone who may act on this message."""
    step = STEPS[tap.act]
    message = await message_to_act_on(request, tap.message)
    await request.uow.expect(request.actor.user_id, None)  # a step aside ends what was awaited
    await step(request, message, await request.card(), tap.value)


async def _extend(request: Request, message: KnownMessage, card: Card, _: str) -> None:
    times = len(await request.uow.messages.extensions(message.id))
    require_extendable(request.office.profile, message, times)
    await request.uow.outbox.turn(card, {"page": "extend-amount"})


async def _amount(request: Request, message: KnownMessage, card: Card, amount: int) -> None:
    times = len(await request.uow.messages.extensions(message.id))
    rule = require_extendable(request.office.profile, message, times)
    if rule.extension is None:
        raise Refusal("card-outdated")
    page = "extend-told" if rule.extension.tell_citizen else "extend-reason"
    await request.uow.outbox.turn(card, {"page": page, "amount": amount})


async def _told(request: Request, message: KnownMessage, card: Card, value: date | str) -> None:
    if "amount" not in card.content:
        raise Refusal("card-outdated")
    day = await _day(request, message, card, value)
    if day is not None:
        require_told_in_time(request.office.profile, message, day, request.today)
        content = {"page": "extend-reason", "amount": card.content["amount"], "told": day.isoformat()}
        await request.uow.outbox.turn(card, content)


async def _reason(request: Request, message: KnownMessage, card: Card, value: str) -> None:
    if "amount" not in card.content:
        raise Refusal("card-outdated")
    if value == "own":
        asked = {"message": message.id, **{name: card.content.get(name) for name in ("amount", "told")}}
        await request.uow.expect(request.actor.user_id, Expectation("extension-reason", asked))
        await request.uow.outbox.turn(card, {**card.content, "page": "extend-own-reason"})
        return
    if value not in REASONS:
        raise Refusal("card-outdated")
    reason = request.texts(f"extension-reason-{value}")
    await _make_longer(request, message, card.content, reason)
    await request.uow.outbox.turn(card, {})


async def reason_words(request: Request, expectation: Expectation, text: str) -> None:
    """The person's own words on why the term is extended."""
    message = await message_to_act_on(request, int(expectation.content["message"]))
    reason = await request.office.masked(" ".join(text.split()))
    await _make_longer(request, message, expectation.content, reason)
    await request.uow.expect(request.actor.user_id, None)
    await open_message(request, message.id)


async def _make_longer(
    request: Request, message: KnownMessage, content: Mapping[str, object], reason: str
) -> None:
    told = content.get("told")
    extended = Extended(
        amount=int(str(content["amount"])),
        reason=reason,
        told_on=date.fromisoformat(str(told)) if told else None,
        seat=member_seat(request.actor),
    )
    times = len(await request.uow.messages.extensions(message.id))
    changed, act = extend(request.office.profile, message, times, extended, request.today)
    await request.uow.messages.add_extension(message.id, extended)
    await _keep(request, changed, act)
    request.reply("toast-extended", code=message.number, day=_deadline(request, changed))


async def _appeal(request: Request, message: KnownMessage, card: Card, _: str) -> None:
    changed, act = handle_as_appeal(request.office.profile, message)
    await _keep(request, changed, act)
    await request.uow.outbox.turn(card, {})
    request.reply("toast-as-appeal", code=message.number, day=_deadline(request, changed))


async def _register(request: Request, message: KnownMessage, card: Card, _: str) -> None:
    require_registrable(request.office.profile, message)
    await request.uow.outbox.turn(card, {"page": "register-day"})


async def _registered(request: Request, message: KnownMessage, card: Card, value: date | str) -> None:
    require_registrable(request.office.profile, message)
    day = await _day(request, message, card, value)
    if day is None:
        return
    changed, act = register(request.office.profile, message, day, request.now)
    await _keep(request, changed, act)
    await request.uow.outbox.turn(card, {})
    request.reply("toast-registered", code=message.number, day=_deadline(request, changed))


async def _forward(request: Request, message: KnownMessage, card: Card, _: str) -> None:
    require_forwardable(request.office.profile, message)
    await request.uow.outbox.turn(card, {"page": "forward-day"})


async def _sent(request: Request, message: KnownMessage, card: Card, value: date | str) -> None:
    require_forwardable(request.office.profile, message)
    day = await _day(request, message, card, value)
    if day is not None:
        asked = {"message": message.id, "day": day.isoformat()}
        await request.uow.expect(request.actor.user_id, Expectation("forwarded-to", asked))
        await request.uow.outbox.turn(card, {"page": "forward-whither"})


async def forward_words(request: Request, expectation: Expectation, text: str) -> None:
    """To whom the message was sent on."""
    message = await message_to_act_on(request, int(expectation.content["message"]))
    day = date.fromisoformat(str(expectation.content["day"]))
    whither = await request.office.masked(" ".join(text.split()))
    changed, act = forward(request.office.profile, message, whither, day, request.now)
    await request.uow.expect(request.actor.user_id, None)
    await _keep(request, changed, act)
    await open_message(request, message.id)


async def _day(request: Request, message: KnownMessage, card: Card, value: date | str) -> date | None:
    """The day that was tapped; None when the calendar was opened or turned to another month."""
    named = {"today": request.today, "yesterday": request.today - timedelta(days=1)}
    day = named.get(value) if isinstance(value, str) else value
    if day is None:
        month = f"{request.today:%Y-%m}" if value == "month" else value
        await request.uow.outbox.turn(card, {**card.content, "month": month})
        return None
    require_past_day(day, message, request.today, request.office.profile.time_zone)
    return day


def _deadline(request: Request, message: KnownMessage) -> object:
    return deadline_of(request.office.profile, request.office.calendar, message)


async def _keep(request: Request, message: KnownMessage, act: Act) -> None:
    deadline_at = deadline_of(request.office.profile, request.office.calendar, message)
    await request.uow.messages.change_term(message, deadline_at)
    await request.record(act)


STEPS: Mapping[str, Callable[[Request, KnownMessage, Card, Any], Awaitable[None]]] = {
    "extend": _extend,
    "amount": _amount,
    "told": _told,
    "reason": _reason,
    "appeal": _appeal,
    "register": _register,
    "registered": _registered,
    "forward": _forward,
    "sent": _sent,
}
