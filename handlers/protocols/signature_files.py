"""«Приложить .sig»: the signer adds a detached signature to the signed protocol."""

from __future__ import annotations

from domain.office.attachment import SentFile
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.protocols.detached_signature import LARGEST
from handlers.chat.request import Request
from handlers.protocols.corrections import find_signed
from handlers.protocols.taps import ProtocolTap


async def ask(request: Request, tap: ProtocolTap) -> None:
    """The person's next file is the signature."""
    protocol = await find_signed(request, tap.protocol)
    await request.uow.expect(request.actor.user_id, Expectation("protocol-sig", {"protocol": protocol.id}))
    await request.say("signature-ask", number=protocol.number)


async def receive(request: Request, expectation: Expectation, file: SentFile, _: str) -> None:
    """The file came: it is looked into after the commit."""
    protocol = await find_signed(request, int(expectation.content["protocol"]))
    if not file.file_name.lower().endswith(".sig") or file.size > LARGEST:
        raise Refusal("signature-no-sig")
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.received_files.add(
        request.actor.user_id, request.chat_id, file.file_id, file.file_name, protocol.entity
    )
