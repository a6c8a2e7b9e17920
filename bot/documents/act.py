"""The act «заседание не состоялось»: no quorum came, the attendance is kept (п. 4.3.1)."""

from __future__ import annotations

from dataclasses import dataclass

from bot.documents.paper import SignedPaper, foot
from bot.documents.wording import Particular, PersonLine, Translate, Wording, printable
from domain.protocols.record import NotHeldRecord, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class NotHeldSheet(SignedPaper):
    """The act."""

    template = "act.typ"

    present: tuple[PersonLine, ...]
    absent: tuple[PersonLine, ...]
    nobody: str
    conclusion: str


def not_held_sheet(
    record: NotHeldRecord,
    translate: Translate,
    fingerprint: str,
    check_url: str,
    signature: Signature | None = None,
) -> NotHeldSheet:
    """The sheet of a meeting that was not held; arguments as of `protocol_sheet`."""
    wording = Wording(translate)
    text = wording.text
    date = wording.date(record.appointed_at)
    number = "none" if record.number is None else str(record.number)
    lines = {
        "ground": text("protocol-ground", date=wording.date(record.decree_date), number=record.decree_number),
        "appointed": wording.moment(record.appointed_at),
        "closed": wording.moment(record.closed_at),
        "place": printable(record.place).strip(),
        "chair": wording.chair(record.chair),
    }
    captions = wording.captions("present", "absent", "seat", "name", "position", "part", "reason")
    return NotHeldSheet(
        moment=signature.signed_at if signature else record.closed_at,
        title=text("not-held-title", number=number, date=date),
        body=printable(record.body),
        office=printable(record.office),
        heading=text("not-held-heading", number=number),
        subheading=text("not-held-subheading"),
        date=date,
        city=text("protocol-city", city=record.city),
        captions={
            **captions,
            "fingerprint": text("protocol-fingerprint"),
            "check": text("protocol-check"),
        },
        particulars=tuple(
            Particular(text(f"protocol-caption-{caption}"), said) for caption, said in lines.items() if said
        ),
        present=wording.attendance(record.present, record.appointed_at, record.closed_at),
        absent=wording.absent(record.absent),
        nobody=text("protocol-nobody"),
        conclusion=text(
            "protocol-no-quorum",
            present=len(record.present),
            established=record.established,
            needed=record.quorum_needed,
        ),
        **foot(wording, record.chair, signature, record.closed_at.tzinfo, fingerprint, check_url, "act"),
    )
