"""Correcting a signed protocol by a paper of its own that refers to it (rules, section 5)."""

from __future__ import annotations

from datetime import datetime

from domain.office.refusal import Refusal
from domain.protocols.record import CorrectionRecord, ProtocolRecord

LONGEST = 3000
"""Of a correction, in characters."""


def require_text(text: str) -> str:
    """The correction's words; a refusal when there are none or too many."""
    text = text.strip()
    if not text:
        raise Refusal("correction-empty")
    if len(text) > LONGEST:
        raise Refusal("words-too-long", length=len(text), limit=LONGEST)
    return text


def correction(
    protocol: ProtocolRecord, sha256: str, number: int, text: str, now: datetime
) -> CorrectionRecord:
    """The record of a correction; signed by whoever signed the protocol."""
    return CorrectionRecord(
        number=number,
        office=protocol.office,
        city=protocol.city,
        protocol_number=protocol.number,
        protocol_day=protocol.opened_at.date(),
        protocol_sha256=sha256,
        text=require_text(text),
        chair=protocol.chair,
        made_at=now.replace(microsecond=0),
        body=protocol.body,
    )
