"""The extract (выписка) of a protocol: what concerns one executor, for execution (п. 4.7)."""

from __future__ import annotations

from dataclasses import replace

from bot.documents.sheet import ProtocolSheet, protocol_sheet
from bot.documents.wording import Translate, Wording
from domain.protocol import ProtocolRecord, Signature


def extract_sheet(
    record: ProtocolRecord,
    translate: Translate,
    fingerprint: str,
    check_url: str,
    signature: Signature | None = None,
    *,
    executor: str,
) -> ProtocolSheet:
    """The protocol's sheet with the items of this executor alone, under their numbers in the protocol.

    `executor` is as in `ItemRecord.executors`; other arguments as of `protocol_sheet`, the fingerprint being
    the whole record's. Raises ValueError when no item names the executor.
    """
    items = tuple(item for item in record.items if executor in item.executors)
    if not items:
        raise ValueError(f"no item of protocol {record.number} names this executor")
    sheet = protocol_sheet(replace(record, items=items), translate, fingerprint, check_url, signature)
    wording = Wording(translate)
    return replace(
        sheet,
        title=wording.text("protocol-extract-title", number=str(record.number), date=sheet.date),
        heading=wording.text("protocol-extract-heading"),
        subheading=wording.text("protocol-extract-subheading", number=str(record.number)),
    )
