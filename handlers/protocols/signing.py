"""Signing a protocol, asking for one of a past meeting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from domain.office.act import Act
from domain.office.outbox import Button
from domain.office.refusal import Refusal, required
from domain.people.roster import Actor, member_seat
from domain.protocols import secretary, signing
from domain.protocols.record import Person, Signature
from domain.protocols.store import StoredProtocol
from handlers.chat.feature import Waiting
from handlers.chat.request import Request
from handlers.chat.view import View
from handlers.protocols.taps import ProtocolTap
from handlers.tasks.tasks import give_tasks


async def find_protocol(request: Request, protocol_id: int) -> StoredProtocol:
    """The protocol with this id; a refusal when there is none."""
    return required(await request.uow.protocols.get(protocol_id), "no-such-protocol")


async def expect_signer(request: Request, protocol: StoredProtocol) -> Person:
    """Worded and signed by whoever chaired or performs the head's duties in their place, until signed."""
    signer = signing.expect_signer(protocol.record.chair, await request.roster(), request.actor)
    _expect_unsigned(protocol)
    return signer


def _expect_unsigned(protocol: StoredProtocol) -> None:
    if protocol.signature is not None:
        raise Refusal("already-signed", number=protocol.number, moment=protocol.signature.signed_at)


async def move_card(request: Request, protocol: StoredProtocol, content: Mapping[str, Any]) -> None:
    """Show the protocol's card anew at the end of the chat."""
    await request.uow.outbox.card_anew(request.chat_id, "protocol", protocol.entity, content)


async def sign(request: Request, tap: ProtocolTap) -> None:
    """«Подписать» asks; «Подтвердить» is the chair's simple electronic signature."""
    protocol = await find_protocol(request, tap.protocol)
    keeps = await keeper_of(request, protocol)
    signer = keeps or await expect_signer(request, protocol)
    card = await request.card()
    if tap.act == "sign":
        await request.uow.outbox.turn(card, {"confirm": True})
        return
    if not card.content.get("confirm"):
        raise Refusal("card-outdated")
    if keeps is not None:
        await _countersign(request, protocol, keeps)
        await request.uow.outbox.turn(card, {})
        return
    signature = signing.signed_by(signer, protocol.record.chair, request.now, request.actor.user_id)
    act = Act("protocol-signed", protocol.entity, {"sha256": protocol.sha256})
    await put_signature(request, protocol, signature, act, acting=signer.acting)


async def put_signature(
    request: Request, protocol: StoredProtocol, signature: Signature, act: Act, *, acting: bool
) -> None:
    """Given here or registered: it is kept and recorded, tasks come of it, the tapped card says so."""
    await request.uow.protocols.sign(protocol.id, signature)
    await request.record(act, acting=acting)
    await give_tasks(request, protocol)
    await request.uow.outbox.turn(await request.card(), {})
    request.reply("toast-signed", number=protocol.number)


async def keeper_of(request: Request, protocol: StoredProtocol) -> Person | None:
    """The person as whom whoever asks keeps the protocol, until it is signed; None for anyone else."""
    kept = secretary.keeper(protocol.record, await request.roster(), request.actor)
    if kept is not None:
        _expect_unsigned(protocol)
    return kept


async def _countersign(request: Request, protocol: StoredProtocol, person: Person) -> None:
    """The secretary's signature; the chair's card says so."""
    signature = secretary.countersigned(person, protocol.countersignature, request.now, request.actor.user_id)
    await request.uow.protocols.countersign(protocol.id, signature)
    await request.record(Act("protocol-countersigned", protocol.entity, {"sha256": protocol.sha256}))
    request.reply("toast-countersigned", number=protocol.number)


async def cancel(request: Request, tap: ProtocolTap) -> None:
    """«Отмена»: not signed now."""
    await find_protocol(request, tap.protocol)
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.outbox.turn(await request.card(), {})


async def require_sent(request: Request, unit: str, entity: str, number: int) -> None:
    """Refused for a unit that this paper, of the protocol with this number, was not sent to (п. 4.7)."""
    if unit not in [one.unit for one in await request.uow.dispatches.of(entity)]:
        raise Refusal("not-sent-to-you", number=number)


async def send(request: Request, tap: ProtocolTap) -> None:
    """A member asks for a protocol of a past meeting: the signed original, else the draft for its chair.

    So does a unit that was sent its extract of it. Whoever may sign its corrections gets its card too,
    unless they have it.
    """
    unit = request.actor.unit
    seat = member_seat(request.actor) if unit is None else 0
    protocol = await find_protocol(request, tap.protocol)
    if unit is not None:
        await require_sent(request, unit, protocol.entity, protocol.number)
    document = await request.uow.documents.get(f"protocol:{protocol.id}", "signed")
    signers = signing.signers(protocol.record.chair, await request.roster())
    may_sign = seat in [one.seat for one in signers]
    if document is None:
        if may_sign:
            await request.uow.outbox.card(request.chat_id, "protocol", protocol.entity)
            return
        raise Refusal("not-signed-yet", number=protocol.number)
    caption = request.own_texts(
        "protocol-signed-caption", number=protocol.number, moment=protocol.record.opened_at
    )
    key = f"protocol:{protocol.id}:asked:{request.chat_id}:{int(request.now.timestamp())}"
    await request.uow.outbox.document(request.chat_id, document.id, caption, key=key)
    for scan in await request.uow.attachments.of(protocol.scan):
        caption = request.own_texts("scan-caption", number=protocol.number)
        await request.uow.outbox.file(request.chat_id, scan, caption)
    if may_sign and await request.uow.outbox.of_subject(request.chat_id, "protocol", protocol.entity) is None:
        # Whoever came to the duties after the signature corrects it and sees who has received it.
        await request.uow.outbox.card(request.chat_id, "protocol", protocol.entity)


async def protocols_waiting(view: View, actor: Actor) -> list[Waiting]:
    """For the greeting: protocols that wait for this person's signature."""
    if actor.seat is None and not view.roster.keeps_protocol(actor):
        return []
    return [
        Waiting(
            view.texts("start-protocol", number=protocol.number),
            (
                Button(
                    view.texts("button-protocol", number=protocol.number),
                    ProtocolTap(act="send", protocol=protocol.id).pack(),
                ),
            ),
        )
        for protocol in await view.uow.protocols.unsigned()
        if actor.seat in [one.seat for one in signing.signers(protocol.record.chair, view.roster)]
        or (protocol.countersignature is None and secretary.keeper(protocol.record, view.roster, actor))
    ]
