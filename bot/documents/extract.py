"""The extract (выписка) of a protocol: what concerns one unit, for execution (п. 4.7)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from bot.documents.sheet import ProtocolSheet, protocol_sheet
from bot.documents.wording import Translate, Wording
from domain.people.names import short_name
from domain.protocols.record import ProtocolRecord, Signature


def extract_sheet(
    record: ProtocolRecord,
    translate: Translate,
    fingerprint: str,
    check_url: str,
    signature: Signature,
    *,
    numbers: Collection[int],
) -> ProtocolSheet:
    """The protocol's sheet with the items of these numbers alone, word for word, certified by the signer.

    Other arguments are as of `protocol_sheet`, the fingerprint being the whole record's. Raises ValueError
    when the protocol has none of the items.
    """
    sheet = protocol_sheet(record, translate, fingerprint, check_url, signature)
    items = tuple(item for item in sheet.items if int(item.number) in numbers)
    if not items:
        raise ValueError(f"protocol {record.number} has none of these items")
    wording = Wording(translate)
    moment = wording.zoned_moment(signature.signed_at.astimezone(record.closed_at.tzinfo))
    named = {"name": short_name(signature.name), "moment": moment}
    signed = wording.signed("protocol-signed-of-protocol", signature, record.closed_at.tzinfo)
    role = wording.signer(acting=signature.acting)
    return replace(
        sheet,
        title=wording.text("protocol-extract-title", number=str(record.number), date=sheet.date),
        heading=wording.text("protocol-extract-heading"),
        subheading=wording.text("protocol-extract-subheading", number=str(record.number)),
        absent=(),
        sittings=tuple(replace(one, absent=()) for one in sheet.sittings),
        guests=(),
        agenda=tuple(line for line in sheet.agenda if int(line.caption) in numbers),
        items=items,
        decisions=tuple(line for line in sheet.decisions if int(line.number) in numbers),
        signature=replace(sheet.signature, signed=signed),
        countersignature=None,
        certified=wording.text("protocol-certified", **named, role=role[:1].lower() + role[1:]),
    )
