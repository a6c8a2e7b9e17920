"""Correcting a signed protocol: the text, its preview, the signature under a paper of its own."""

from __future__ import annotations

from domain.office.act import Act, text_hash
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.protocols import signing
from domain.protocols.correction import correction, require_text
from domain.protocols.store import StoredProtocol
from handlers.chat.request import Request
from handlers.protocols.signing import find_protocol, move_card
from handlers.protocols.taps import ProtocolTap


async def find_signed(request: Request, protocol_id: int) -> StoredProtocol:
    """A signed protocol; a refusal for anyone who may not sign its corrections."""
    protocol = await find_protocol(request, protocol_id)
    signing.expect_signer(protocol.record.chair, await request.roster(), request.actor)
    if protocol.signature is None:
        raise Refusal("not-signed-yet", number=protocol.number)
    return protocol


async def ask(request: Request, tap: ProtocolTap) -> None:
    """The person's next words are the correction's text."""
    protocol = await find_signed(request, tap.protocol)
    await request.uow.expect(
        request.actor.user_id, Expectation("correction-words", {"protocol": protocol.id})
    )
    await request.uow.outbox.turn(await request.card(), {"asks": "correction"})


async def words(request: Request, expectation: Expectation, text: str) -> None:
    """The text came: show it on a fresh card to be signed; until then another text replaces it."""
    protocol = await find_signed(request, int(expectation.content["protocol"]))
    text = require_text(text)
    await move_card(request, protocol, {"correction": text})


async def sign(request: Request, tap: ProtocolTap) -> None:
    """«Подтвердить»: the correction is signed; the protocol itself stays as it is."""
    protocol = await find_signed(request, tap.protocol)
    card = await request.card()
    text = card.content.get("correction")
    if not text:
        raise Refusal("card-outdated")
    number = len(await request.uow.corrections.of(protocol.id)) + 1
    record = correction(protocol.record, protocol.sha256, number, str(text), request.now)
    chair = protocol.record.chair
    signer = signing.expect_signer(chair, await request.roster(), request.actor)
    signature = signing.signed_by(signer, chair, record.made_at, request.actor.user_id)
    stored = await request.uow.corrections.add(protocol.id, record, signature)
    data = {
        "protocol": protocol.id,
        "number": number,
        "text": text_hash(record.text),
        "sha256": stored.sha256,
    }
    await request.record(Act("correction-signed", stored.entity, data), acting=chair.acting)
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.outbox.turn(card, {})
    request.reply("toast-correction", correction=number, number=protocol.number)
