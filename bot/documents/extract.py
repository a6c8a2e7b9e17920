"""The extract (выписка) of a protocol: what concerns one unit, for execution (п. 4.7)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from bot.documents.sheet import ProtocolSheet, protocol_sheet
from bot.documents.wording import Translate, Wording
from domain.protocols.record import ProtocolRecord, Signature


def extract_sheet(
    record: ProtocolRecord,
    translate: Translate,
    fingerprint: str,
    check_url: str,
    signature: Signature | None = None,
    *,
    numbers: Collection[int],
) -> ProtocolSheet:
    """The protocol's sheet with the items of these numbers alone, numbered as in the protocol.

    Other arguments are as of `protocol_sheet`, the fingerprint being the whole record's. Raises ValueError
    when the protocol has none of the items.
    """
    items = tuple(item for item in record.items if item.number in numbers)
    if not items:
        raise ValueError(f"protocol {record.number} has none of these items")
    sheet = protocol_sheet(replace(record, items=items), translate, fingerprint, check_url, signature)
    wording = Wording(translate)
    return replace(
        sheet,
        title=wording.text("protocol-extract-title", number=str(record.number), date=sheet.date),
        heading=wording.text("protocol-extract-heading"),
        subheading=wording.text("protocol-extract-subheading", number=str(record.number)),
    )
