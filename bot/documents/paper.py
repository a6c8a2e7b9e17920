"""What every printed paper has at its head, and at its foot when it is signed."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime, tzinfo
from typing import Any, ClassVar

from bot.documents.wording import Particular, SignatureBlock, Wording, printable
from domain.protocols.record import Person, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Printable content, plain strings; `moment` dates the file, `template` is its page in Typst.

    `body` is what the office belongs to, above its name.
    """

    template: ClassVar[str]

    language: str
    moment: datetime
    title: str
    body: str = ""
    office: str
    heading: str
    subheading: str
    date: str
    city: str
    captions: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedPaper(Paper):
    """A paper of a record: `fingerprint` is its SHA-256, hexadecimal, `check_url` what the QR code says."""

    particulars: tuple[Particular, ...]
    signature: SignatureBlock
    fingerprint: str
    check_url: str
    check_picture: str


def foot(
    wording: Wording,
    chair: Person | None,
    signature: Signature | None,
    zone: tzinfo | None,
    fingerprint: str,
    check_url: str,
    paper: str,
) -> dict[str, Any]:
    """Fields of a signed paper that are made of its signature and of its record's hash.

    `paper` is `protocol`, `correction` or `act`.
    """
    return {
        "language": wording.language,
        "signature": wording.signature(chair, signature, zone, paper),
        "fingerprint": fingerprint,
        "check_url": printable(check_url),
        "check_picture": wording.text("protocol-check-picture", url=check_url),
    }


def content(paper: Any) -> Any:
    """A paper as dictionaries, lists and strings, for JSON and for a template."""
    if is_dataclass(paper):
        return {field.name: content(getattr(paper, field.name)) for field in fields(paper)}
    if isinstance(paper, tuple):
        return [content(entry) for entry in paper]
    return paper.isoformat() if isinstance(paper, datetime) else paper
