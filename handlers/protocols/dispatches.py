"""Receipts of signed papers: a unit confirms, the head marks what was handed over."""

from __future__ import annotations

from domain.office.act import Act
from domain.office.refusal import Refusal, required
from domain.people.roster import member_seat
from domain.protocols import signing
from domain.protocols.store import StoredProtocol
from handlers.chat.request import Request
from handlers.protocols.signing import find_protocol, require_sent
from handlers.protocols.taps import DispatchTap


async def _paper(request: Request, tap: DispatchTap) -> tuple[str, StoredProtocol]:
    """The paper's entity, and the protocol that it is or belongs to."""
    if tap.paper == "correction":
        correction = await request.uow.corrections.get(tap.number)
        if correction is not None:
            return correction.entity, await find_protocol(request, correction.protocol_id)
    if tap.paper != "protocol":
        raise Refusal("no-such-protocol")
    protocol = await find_protocol(request, tap.number)
    return protocol.entity, protocol


async def received(request: Request, tap: DispatchTap) -> None:
    """«Получено»: a unit confirms (п. 4.7)."""
    unit = request.actor.unit
    if unit is None:
        raise Refusal("units-confirm")
    entity, protocol = await _paper(request, tap)
    await require_sent(request, unit, entity, protocol.number)
    if not await request.uow.dispatches.confirm(entity, unit, request.actor.user_id):
        raise Refusal("received-before", number=protocol.number)
    await request.record(Act("protocol-received", entity, {"unit": unit}))
    for contact in (await request.roster()).contacts(unit):
        await request.uow.outbox.without_button(contact.user_id, tap.pack())
    request.reply("toast-received", number=protocol.number)


async def _to_hand_over(request: Request, tap: DispatchTap) -> str:
    """The entity of a paper that this person hands over: who may sign it, or performs the head's duties."""
    seat = member_seat(request.actor)
    entity, protocol = await _paper(request, tap)
    may = signing.signers(protocol.record.chair, await request.roster())
    if seat not in [one.seat for one in may]:
        await request.duties("send")
    return entity


async def paper(request: Request, tap: DispatchTap) -> None:
    """A unit's name on the list: the paper that is to be handed over to it."""
    entity = await _to_hand_over(request, tap)
    documents = request.uow.documents
    extract = await documents.get(f"{entity}:{tap.unit}", "extract")
    document = required(extract or await documents.get(entity, "signed"), "no-such-protocol")
    waiting = [one.unit for one in await request.uow.dispatches.of(entity) if one.by_hand]
    if tap.unit not in waiting:
        raise Refusal("by-hand-before")
    caption = request.own_texts("by-hand-paper", unit=request.office.profile.unit(tap.unit).title)
    await request.uow.outbox.document(request.chat_id, document.id, caption)


async def by_hand(request: Request, tap: DispatchTap) -> None:
    """«Передано»: the paper was handed to a unit that has no chat."""
    entity, unit = await _to_hand_over(request, tap), tap.unit
    if not await request.uow.dispatches.sent_by_hand(entity, unit, request.actor.user_id):
        raise Refusal("by-hand-before")
    await request.record(Act("protocol-sent-by-hand", entity, {"unit": unit}))
    request.reply("toast-by-hand", unit=request.office.profile.unit(unit).title)
