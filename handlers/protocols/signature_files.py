"""«Приложить .sig»: the signer adds a detached signature to the signed protocol."""

from __future__ import annotations

from domain.office.act import Act
from domain.office.attachment import SentFile
from domain.office.outbox import Screen
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.protocols.detached_signature import LARGEST
from handlers.chat.request import Request
from handlers.protocols.corrections import find_signed
from handlers.protocols.signing import move_card
from handlers.protocols.taps import ProtocolTap


async def ask(request: Request, tap: ProtocolTap) -> None:
    """The person's next file is the signature."""
    protocol = await find_signed(request, tap.protocol)
    await request.uow.expect(request.actor.user_id, Expectation("protocol-sig", {"protocol": protocol.id}))
    await request.uow.outbox.turn(await request.card(), {"asks": "signature"})


async def take_off(request: Request, tap: ProtocolTap) -> None:
    """«Снять .sig»: attached by mistake; whoever got it is told."""
    protocol = await find_signed(request, tap.protocol)
    if not await request.uow.documents.take_off(protocol.entity, tap.value):
        raise Refusal("card-outdated")
    await request.record(Act("signature-taken-off", protocol.entity, {"number": tap.value}))
    roster = await request.roster()
    units = [one.unit for one in await request.uow.dispatches.of(protocol.entity)]
    members = [roster.binding(seat.number) for seat in request.office.profile.seats]
    said = Screen(request.texts("signature-taken-off", number=protocol.number, sig=tap.value))
    for binding in (*members, *(contact for unit in units for contact in roster.contacts(unit))):
        if binding is not None:
            await request.uow.outbox.text(binding.user_id, said)


async def receive(request: Request, expectation: Expectation, file: SentFile, _: str) -> None:
    """The file came: it is looked into after the commit."""
    protocol = await find_signed(request, int(expectation.content["protocol"]))
    if not file.file_name.lower().endswith(".sig") or file.size > LARGEST:
        raise Refusal("signature-no-sig")
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.received_files.add(
        request.actor.user_id, request.chat_id, file.file_id, file.file_name, protocol.entity
    )
    await move_card(request, protocol, {})
