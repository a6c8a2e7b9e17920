"""What is answered when a file or a code is checked, in a chat or on the office's own page."""

from __future__ import annotations

from dataclasses import dataclass

from domain.office.ports import StoredDocument, Texts
from domain.office.reading import whole
from domain.protocols.record import Signature
from domain.protocols.store import StoredAct, StoredProtocol
from domain.protocols.verification import Verdict, made_document, typed_code
from domain.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Finding:
    """What a file is, of which protocol or act, and of which version where it is a former one."""

    verdict: Verdict
    protocol: StoredProtocol | None = None
    version: int | None = None
    act: StoredAct | None = None

    @property
    def entity(self) -> str:
        """What the audit log calls what was found."""
        if self.act is not None:
            return f"meeting:{self.act.meeting_id}"
        return self.protocol.entity if self.protocol else "file"


UNKNOWN = Finding(Verdict.UNKNOWN)
_SIGNED = (Verdict.SIGNED, Verdict.EXTRACT, Verdict.CORRECTION)


async def code_text(uow: UnitOfWork, texts: Texts, text: str) -> str | None:
    """Of a code as somebody typed it: whose record or file it is; None where it is of none."""
    code = typed_code(text)
    if code is None:
        return None
    protocol = await uow.protocols.by_hash(code)
    if protocol is not None:
        return record_text(texts, protocol)
    former = await uow.protocols.former_by_hash(code)
    if former is not None:
        return verdict_text(texts, Verdict.FORMER, *former)
    correction = await uow.corrections.by_hash(code)
    if correction is not None:
        named = await uow.protocols.get(correction.protocol_id)
        return verdict_text(texts, Verdict.CORRECTION, named, correction.record.number)
    act = await uow.acts.by_hash(code)
    if act is not None:
        return act_text(texts, Verdict.ACT, act)
    document = await uow.documents.by_hash(code)
    finding = await finding_of(uow, document) if document else UNKNOWN
    return None if finding.verdict is Verdict.UNKNOWN else finding_text(texts, finding)


async def finding_of(uow: UnitOfWork, document: StoredDocument) -> Finding:
    """What a document that the office has made is: a paper of a protocol, a correction, an act."""
    of, _, rest = document.entity.partition(":")
    number = whole(rest.partition(":")[0])
    if number is None:
        return UNKNOWN
    if of == "protocol":
        made, protocol = made_document(document.kind), await uow.protocols.get(number)
        return Finding(made.verdict, protocol, made.version) if protocol else UNKNOWN
    if of == "correction":
        correction = await uow.corrections.get(number)
        protocol = await uow.protocols.get(correction.protocol_id) if correction else None
        return Finding(Verdict.CORRECTION, protocol, correction.record.number) if correction else UNKNOWN
    act = await uow.acts.get(number) if document.kind == "act" else None
    return Finding(Verdict.ACT, act=act) if act else UNKNOWN


def finding_text(texts: Texts, finding: Finding) -> str:
    """What was found, in a sentence."""
    if finding.act is not None:
        return act_text(texts, finding.verdict, finding.act)
    return verdict_text(texts, finding.verdict, finding.protocol, finding.version)


def verdict_text(
    texts: Texts, verdict: Verdict, protocol: StoredProtocol | None, version: int | None = None
) -> str:
    """Of a file: original, altered or unknown, with number, date and signer."""
    if protocol is None or verdict is Verdict.UNKNOWN:
        return texts("verdict-unknown")
    said = texts(
        f"verdict-{verdict}",
        number=protocol.number,
        moment=protocol.record.opened_at,
        version=version or protocol.version,
    )
    if verdict in _SIGNED:
        return f"{said} {_signer(texts, protocol)}"
    # What is in hand is not signed, whatever became of its protocol.
    key = "verdict-not-signed" if protocol.signature is None else "verdict-original-elsewhere"
    return f"{said} {texts(key)}"


def record_text(texts: Texts, protocol: StoredProtocol) -> str:
    """Of a code: whose record it is. That a paper shows the code does not make the paper true."""
    said = texts("verify-record", number=protocol.number, moment=protocol.record.opened_at)
    signed = [texts("verify-record-only")] if protocol.signature is not None else []
    return " ".join([said, _signer(texts, protocol), *signed])


def act_text(texts: Texts, verdict: Verdict, act: StoredAct) -> str:
    """Of the act of a meeting not held: the original, or altered."""
    key = "verdict-act-altered" if verdict is Verdict.ALTERED else "verdict-act"
    said = texts(key, number=act.record.number or 0, moment=act.record.appointed_at)
    return said if verdict is Verdict.ALTERED else f"{said} {_signed_by(texts, act.signature)}"


def _signer(texts: Texts, protocol: StoredProtocol) -> str:
    signature = protocol.signature
    return texts("verdict-not-signed") if signature is None else _signed_by(texts, signature)


def _signed_by(texts: Texts, signature: Signature) -> str:
    return texts(
        "verdict-signer-on-paper" if signature.on_paper else "verdict-signer",
        name=signature.name,
        day=signature.on_paper or signature.signed_at,
        moment=signature.signed_at,
        acting="yes" if signature.acting else "no",
    )
