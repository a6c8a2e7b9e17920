"""An incident: gathered or declined, dealt with as one, taken apart again by a tap, one message or whole."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from domain.incidents.incident import Incident
from domain.messages.several import MOST, Doing
from domain.office.act import Act
from domain.office.refusal import Refusal
from handlers.chat.cards import show_below
from handlers.chat.request import Request
from handlers.incidents import templates
from handlers.incidents.own import incident_to_act_on, incident_to_look_at
from handlers.incidents.taps import IncidentPageTap, IncidentTap
from handlers.messages.messages import message_to_act_on
from handlers.messages.several import ask_about
from handlers.messages.taps import MessageTap


async def tapped(request: Request, tap: IncidentTap) -> None:
    """One act of `ACTS`, by someone who may act on this incident."""
    await ACTS[tap.act](request, await incident_to_act_on(request, tap.incident))


async def show(request: Request, tap: IncidentTap) -> None:
    """Its card, below."""
    incident = await incident_to_look_at(request, tap.incident)
    await show_below(request, "incident", incident.entity, {})


async def back(request: Request, tap: IncidentTap) -> None:
    """From a page to the card."""
    await incident_to_look_at(request, tap.incident)
    await request.uow.outbox.turn(await request.card(), {})


async def _gather(request: Request, incident: Incident) -> None:
    offered = incident.offered
    act = incident.gather()
    joined = await request.uow.incidents.join(incident, offered)
    incident.seen_at, incident.grown = request.now, 0
    await request.uow.incidents.save(incident)
    await request.record(act)
    for number in joined:
        await request.record(Act("incident-joined", f"message:{number}", {"incident": incident.id}))
    request.reply("toast-incident-gathered", count=len(joined))


async def _decline(request: Request, incident: Incident) -> None:
    act = incident.decline()
    incident.seen_at = request.now
    await request.uow.incidents.save(incident)
    await request.record(act)


async def _ask_apart(request: Request, incident: Incident) -> None:
    await request.uow.outbox.turn(await request.card(), {"page": "apart"})


async def _take_apart(request: Request, incident: Incident) -> None:
    act = incident.take_apart()
    await request.uow.incidents.part(incident)
    await request.uow.incidents.save(incident)
    await request.record(act)
    await request.uow.outbox.turn(await request.card(), {})


def _deal(doing: Doing) -> Callable[[Request, Incident], Awaitable[None]]:
    """One unit, one reason, one answer for all of its messages that wait."""

    async def deal(request: Request, incident: Incident) -> None:
        incident.require_gathered()
        messages = await request.uow.incidents.messages(incident, MOST)
        await ask_about(request, messages, doing, incident.id)

    return deal


async def show_messages(request: Request, tap: IncidentPageTap) -> None:
    """Its messages, of which one's own open."""
    await incident_to_look_at(request, tap.incident)
    await request.uow.outbox.turn(await request.card(), {"page": "messages", "turn": tap.value})


async def show_of_message(request: Request, tap: MessageTap) -> None:
    """From a message to its incident."""
    message = await message_to_act_on(request, tap.message)
    await show(request, IncidentTap(act="show", incident=message.incident_id or 0))


async def take_out(request: Request, tap: MessageTap) -> None:
    """«Убрать из инцидента»: the message is by itself, and does not join again."""
    message = await message_to_act_on(request, tap.message)
    if message.incident_id is None:
        raise Refusal("no-such-incident")
    await request.uow.incidents.leave(message.id)
    await request.record(Act("incident-left", message.entity, {"incident": message.incident_id}))
    await request.uow.outbox.turn(await request.card(), {})
    request.reply("toast-incident-left", code=message.number)


ACTS: Mapping[str, Callable[[Request, Incident], Awaitable[None]]] = {
    "gather": _gather,
    "decline": _decline,
    "apart": _ask_apart,
    "yes": _take_apart,
    "template": templates.show,
    "template-own": templates.ask_words,
    "template-keep": templates.remember,
    **{doing.value: _deal(doing) for doing in Doing},
}
