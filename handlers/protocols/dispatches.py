"""Receipts of signed papers: a unit confirms, the head marks what was handed over."""

from __future__ import annotations

from domain.office.act import Act
from domain.office.refusal import Refusal
from domain.people.roster import member_seat
from domain.protocols import signing
from domain.protocols.store import StoredProtocol
from handlers.chat.request import Request
from handlers.protocols.signing import find_protocol
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
    dispatches = await request.uow.dispatches.of(entity)
    if unit not in [dispatch.unit for dispatch in dispatches]:
        raise Refusal("not-sent-to-you", number=protocol.number)
    if not await request.uow.dispatches.confirm(entity, unit, request.actor.user_id):
        raise Refusal("received-before", number=protocol.number)
    await request.record(Act("protocol-received", entity, {"unit": unit}))
    request.warn("toast-received", number=protocol.number)


async def by_hand(request: Request, tap: DispatchTap) -> None:
    """«Отправлено вручную»: the paper was handed to a unit that has no chat."""
    seat = member_seat(request.actor)
    entity, protocol = await _paper(request, tap)
    may = signing.signers(protocol.record.chair, await request.roster())
    if seat not in [one.seat for one in may]:
        await request.duties("send")
    unit = tap.unit
    if not await request.uow.dispatches.sent_by_hand(entity, unit, request.actor.user_id):
        raise Refusal("by-hand-before")
    await request.record(Act("protocol-sent-by-hand", entity, {"unit": unit}))
    request.reply("toast-by-hand", unit=request.office.profile.unit(unit).title)
