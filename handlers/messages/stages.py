"""The stage of a message's term: raised importance, an interim answer, a refutation by the citizen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from domain.messages.message import KnownMessage
from domain.messages.stages import (
    give_interim,
    mark_important,
    may_be_refuted,
    refutable_until,
    refute,
    stages_of,
)
from domain.messages.terms import deadline_of
from domain.office.act import Act
from domain.office.outbox import Button
from domain.office.profile import DeadlineRule
from handlers.chat.request import Request
from handlers.chat.view import View
from handlers.messages.messages import message_to_act_on
from handlers.messages.taps import MessageTap


async def tapped(request: Request, tap: MessageTap) -> None:
    """One change of the stage, by someone who may act on this message."""
    message = await message_to_act_on(request, tap.message)
    await request.uow.expect(request.actor.user_id, None)
    changed, act = STEPS[tap.act](request, message)
    deadline_at = deadline_of(request.office.profile, request.office.calendar, changed)
    await request.uow.messages.change_stage(changed, deadline_at)
    await request.record(act)
    await request.uow.outbox.turn(await request.card(), {})
    request.reply("toast-stage", code=message.number, day=deadline_at)


STEPS: Mapping[str, Callable[[Request, KnownMessage], tuple[KnownMessage, Act]]] = {
    "important": lambda request, message: mark_important(request.office.profile, message),
    "interim": lambda request, message: give_interim(request.office.profile, message, request.now),
    "refuted": lambda request, message: refute(request.office.profile, message, request.now),
}


def buttons(view: View, message: KnownMessage) -> list[tuple[Button, ...]]:
    """What the channel's rules know of stages; of an answered message, its refutation while that may be."""
    channel = view.office.profile.channel(message.channel)
    if message.answered_at is not None:
        view.until(refutable_until(view.office.profile, message))
        refutable = may_be_refuted(view.office.profile, message, view.now)
        return [(_button(view, "stage-refuted", message, "refuted"),)] if refutable else []
    found = []
    if channel.final is not None and message.interim_at is None:
        found.append(_button(view, "stage-interim", message, "interim"))
    if channel.important is not None and message.interim_at is None:
        key = "stage-usual" if message.important else "stage-important"
        found.append(_button(view, key, message, "important"))
    return [tuple(found)] if found else []


def lines(view: View, message: KnownMessage) -> list[str]:
    """What the card says of stages, each with the rule that it rests on."""
    channel = view.office.profile.channel(message.channel)
    said: list[tuple[str, object, DeadlineRule | None]] = [
        ("important", message.important and view.now, channel.important),
        ("interim", message.interim_at, channel.final),
        ("refuted", message.refuted_at, channel.rework),
    ]
    return [
        view.texts(f"stage-{name}", moment=moment, source=rule.source if rule else "—")
        for name, moment, rule in said
        if moment
    ]


def marks(view: View, message: KnownMessage) -> list[str]:
    """The same as a word each, for lists of what waits."""
    if message.answered_at is not None:
        return []
    return [view.texts(f"stage-mark-{name}") for name in stages_of(message)]


def _button(view: View, key: str, message: KnownMessage, act: str) -> Button:
    return Button(view.texts(f"button-{key}"), MessageTap(act=act, message=message.id).pack())
