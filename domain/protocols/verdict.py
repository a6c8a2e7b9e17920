"""What the bot answers when a file or a code is checked."""

from __future__ import annotations

from domain.office.ports import Texts
from domain.protocols.record import Signature
from domain.protocols.store import StoredAct, StoredProtocol
from domain.protocols.verification import Verdict

_SIGNED = (Verdict.SIGNED, Verdict.EXTRACT, Verdict.CORRECTION)


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
        "verdict-signer",
        name=signature.name,
        moment=signature.signed_at,
        acting="yes" if signature.acting else "no",
    )
