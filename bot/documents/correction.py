"""The correction of a signed protocol: a paper of its own that refers to it (rules, section 5)."""

from __future__ import annotations

from dataclasses import dataclass

from bot.documents.paper import SignedPaper, foot
from bot.documents.wording import Particular, Translate, Wording, printable, sentence
from domain.protocols.record import CorrectionRecord, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionSheet(SignedPaper):
    """The correction."""

    template = "correction.typ"

    text: str


def correction_sheet(
    record: CorrectionRecord, translate: Translate, fingerprint: str, check_url: str, signature: Signature
) -> CorrectionSheet:
    """The sheet of a signed correction; arguments as of `protocol_sheet`."""
    wording = Wording(translate)
    text = wording.text
    named = {"number": str(record.protocol_number), "date": wording.date(record.protocol_day)}
    return CorrectionSheet(
        moment=signature.signed_at,
        title=text("protocol-correction-title", correction=str(record.number), **named),
        body=printable(record.body),
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
        text=sentence(printable(record.text)),
        **foot(wording, record.chair, signature, record.made_at.tzinfo, fingerprint, check_url, "correction"),
    )
