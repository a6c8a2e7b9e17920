"""«Подписан на бумаге»: a protocol that was signed by hand is registered with its scan (п. 4.7)."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from domain.office.act import Act
from domain.office.attachment import SentFile, require_room
from domain.office.outbox import Card
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.protocols import signing
from domain.protocols.store import StoredProtocol
from handlers.chat.dates import read_past_day
from handlers.chat.files import attach
from handlers.chat.request import Request
from handlers.protocols.signing import expect_signer, find_protocol, move_card, put_signature
from handlers.protocols.taps import ProtocolTap

PAGE = "on-paper"
_SCANS = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff")


async def ask(request: Request, tap: ProtocolTap) -> None:
    """The person's next files are the scan; words are the day on which the paper was signed."""
    protocol = await find_protocol(request, tap.protocol)
    await expect_signer(request, protocol)
    await request.uow.expect(request.actor.user_id, Expectation("protocol-scan", {"protocol": protocol.id}))
    content = {"page": PAGE, "files": [], "day": request.today.isoformat()}
    await request.uow.outbox.turn(await request.card(), content)


async def receive(request: Request, expectation: Expectation, file: SentFile, _: str) -> None:
    """A sheet of the scan, or the whole of it; what came before stays."""
    protocol, card = await _asked(request, expectation)
    if not (file.is_photo or file.file_name.lower().endswith(_SCANS)):
        raise Refusal("scan-kind")
    files = list(card.content["files"])
    require_room(file.size, len(files))
    content = {**card.content, "files": [*files, asdict(file)]}
    if file.album and files and files[-1]["album"] == file.album:
        await request.uow.outbox.turn(card, content)
    else:
        await move_card(request, protocol, content)


async def words(request: Request, expectation: Expectation, text: str) -> None:
    """The day on which the paper was signed: neither before its meeting nor after today."""
    protocol, card = await _asked(request, expectation)
    day = read_past_day(text, request.today)
    since = protocol.record.closed_at.astimezone(request.office.profile.time_zone).date()
    if day is None or not since <= day <= request.today:
        raise Refusal("scan-day", since=since, until=request.today)
    await move_card(request, protocol, {**card.content, "day": day.isoformat()})


async def choose_signer(request: Request, tap: ProtocolTap) -> None:
    """Whoever registers signed it, or the chair did before they left: the paper itself tells."""
    protocol = await find_protocol(request, tap.protocol)
    await expect_signer(request, protocol)
    card = _expect_page(await request.card())
    await request.uow.outbox.turn(card, {**card.content, "by_chair": not card.content.get("by_chair")})


async def register(request: Request, tap: ProtocolTap) -> None:
    """«Зарегистрировать»: signed as of now, by hand on the day that was named; its scan stays with it."""
    protocol = await find_protocol(request, tap.protocol)
    signer = await expect_signer(request, protocol)
    card = _expect_page(await request.card())
    files = card.content["files"]
    if not files:
        raise Refusal("card-outdated")
    chair, day = protocol.record.chair, date.fromisoformat(str(card.content["day"]))
    by = chair if card.content.get("by_chair") else signer
    signature = signing.signed_by(by, chair, request.now, request.actor.user_id, on_paper=day)
    for file in files:
        await attach(request, protocol.scan, SentFile(**file))
    data = {"sha256": protocol.sha256, "day": day.isoformat(), "files": len(files)}
    await request.uow.expect(request.actor.user_id, None)
    act = Act("protocol-signed-on-paper", protocol.entity, data)
    await put_signature(request, protocol, signature, act, acting=signer.acting)


async def _asked(request: Request, expectation: Expectation) -> tuple[StoredProtocol, Card]:
    """The protocol, for one who may sign it, and its card, which waits for the scan."""
    protocol = await find_protocol(request, int(expectation.content["protocol"]))
    await expect_signer(request, protocol)
    card = await request.uow.outbox.of_subject(request.chat_id, "protocol", protocol.entity)
    return protocol, _expect_page(card)


def _expect_page(card: Card | None) -> Card:
    if card is None or card.content.get("page") != PAGE:
        raise Refusal("card-outdated")
    return card
