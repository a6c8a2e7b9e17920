"""The correction of a signed protocol: a paper of its own that refers to it (rules, section 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.documents.wording import Particular, SignatureBlock, Translate, Wording, printable
from domain.protocols.record import CorrectionRecord, Signature


@dataclass(frozen=True, slots=True)
class CorrectionSheet:
    """The correction's printable content; `moment` dates the file, `check_url` is what the QR code says."""

    language: str
    moment: datetime
    title: str
    office: str
    heading: str
    subheading: str
    date: str
    city: str
    captions: dict[str, str]
    particulars: tuple[Particular, ...]
    text: str
    signature: SignatureBlock
    fingerprint: str
    check_url: str
    check_picture: str


def correction_sheet(
    record: CorrectionRecord, translate: Translate, fingerprint: str, check_url: str, signature: Signature
) -> CorrectionSheet:
    """The sheet of a signed correction; arguments as of `protocol_sheet`."""
    wording = Wording(translate)
    text = wording.text
    named = {"number": str(record.protocol_number), "date": wording.date(record.protocol_day)}
    return CorrectionSheet(
        language=wording.language,
        moment=signature.signed_at,
        title=text("protocol-correction-title", correction=str(record.number), **named),
        office=printable(record.office),
        heading=text("protocol-correction-heading", correction=str(record.number)),
        subheading=text("protocol-correction-subheading", **named),
        date=wording.date(record.made_at),
        city=text("protocol-city", city=record.city),
        captions={"fingerprint": text("protocol-fingerprint"), "check": text("protocol-check")},
        particulars=(
            Particular(text("protocol-correction-of"), text("protocol-correction-record", **named)),
            Particular(text("protocol-correction-sha256"), record.protocol_sha256),
        ),
        text=printable(record.text),
        signature=wording.signature(record.chair, signature, record.made_at.tzinfo),
        fingerprint=fingerprint,
        check_url=printable(check_url),
        check_picture=text("protocol-check-picture", url=check_url),
    )
