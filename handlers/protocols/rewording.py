"""Correcting the words of a protocol before it is signed: which item, which passage, the new text."""

from __future__ import annotations

from domain.office.act import Act, text_hash
from domain.office.outbox import Screen
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.office.wording import clipped
from domain.protocols.rewording import Passage, adopted, item_of, reworded, words_of
from domain.protocols.store import StoredProtocol
from handlers.chat.request import Request
from handlers.protocols.signing import expect_signer, find_protocol, keeper_of, move_card
from handlers.protocols.taps import ProtocolTap

_EMPTY = ("-", "–", "—")


async def _unsigned(request: Request, protocol_id: int, passage: Passage | None = None) -> StoredProtocol:
    """The protocol, for one who may word it; the words of a decision are not the secretary's."""
    protocol = await find_protocol(request, protocol_id)
    if passage is Passage.DECIDED or await keeper_of(request, protocol) is None:
        await expect_signer(request, protocol)
    return protocol


async def choose_item(request: Request, tap: ProtocolTap) -> None:
    """«Исправить формулировку»: of which item."""
    await _unsigned(request, tap.protocol)
    await request.uow.outbox.turn(await request.card(), {"page": "items"})


async def choose_passage(request: Request, tap: ProtocolTap) -> None:
    """An item: which of its passages."""
    protocol = await _unsigned(request, tap.protocol)
    item = item_of(protocol.record, tap.value)
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.outbox.turn(await request.card(), {"item": item.number})


async def ask(request: Request, tap: ProtocolTap) -> None:
    """«Слушали», «Выступили» or «Решили»: the person's next words are its new text."""
    passage = Passage(tap.act)
    protocol = await _unsigned(request, tap.protocol, passage)
    item = item_of(protocol.record, tap.value)
    if passage is Passage.DECIDED and not adopted(item):
        raise Refusal("words-not-adopted", item=item.number)
    asked = {"item": item.number, "passage": passage.value}
    await request.uow.expect(
        request.actor.user_id, Expectation("protocol-words", {"protocol": protocol.id, **asked})
    )
    await request.uow.outbox.turn(await request.card(), asked)


async def words(request: Request, expectation: Expectation, text: str) -> None:
    """The new text came: show the difference on a fresh card below it."""
    asked = expectation.content
    protocol = await _unsigned(request, int(asked["protocol"]), Passage(asked["passage"]))
    text = "" if text in _EMPTY else text
    reworded(protocol.record, int(asked["item"]), Passage(asked["passage"]), text)
    await request.uow.expect(request.actor.user_id, None)
    shown = {"item": asked["item"], "passage": asked["passage"], "text": text, "version": protocol.version}
    await move_card(request, protocol, shown)


async def confirm(request: Request, tap: ProtocolTap) -> None:
    """«Подтвердить»: the record is fixed anew and its documents are made again."""
    protocol = await _unsigned(request, tap.protocol)
    card = await request.card()
    proposed = card.content
    if proposed.get("item") != tap.value or proposed.get("version") != protocol.version:
        raise Refusal("card-outdated")
    passage, text = Passage(proposed["passage"]), str(proposed["text"])
    record = reworded(protocol.record, tap.value, passage, text)
    former = words_of(item_of(protocol.record, tap.value), passage)
    now = await request.uow.protocols.reword(protocol, record)
    data = {
        "item": tap.value,
        "passage": passage.value,
        "before": text_hash(former),
        "after": text_hash(text),
        "version": now.version,
        "former_sha256": protocol.sha256,
        "sha256": now.sha256,
    }
    act = Act("protocol-reworded", protocol.entity, data)
    by_chair = await keeper_of(request, protocol) is None
    await request.record(act, acting=by_chair and protocol.record.chair.acting)
    if passage is Passage.DECIDED:
        await _tell_members(request, now, tap.value)
    await request.uow.outbox.turn(card, {"making": True})
    request.reply("toast-reworded", number=protocol.number, version=now.version)


async def _tell_members(request: Request, protocol: StoredProtocol, number: int) -> None:
    """Everyone else of the composition is told how a decision reads now, and what was voted."""
    item, roster = item_of(protocol.record, number), await request.roster()
    for seat in request.office.profile.seats:
        binding = roster.binding(seat.number)
        if binding is not None and binding.user_id != request.actor.user_id:
            said = request.texts(
                "reword-told",
                number=protocol.number,
                item=number,
                voted=clipped(item.draft_decision, 1500),
                words=clipped(item.decision, 1500),
            )
            key = f"{protocol.entity}:reworded:{protocol.version}:{seat.number}"
            await request.uow.outbox.text(binding.user_id, Screen(said), key=key)
