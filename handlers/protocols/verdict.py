"""What the bot answers when a file or a code is checked."""

from __future__ import annotations

from domain.office.ports import Texts
from domain.protocols.store import StoredProtocol
from domain.protocols.verification import Verdict


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
    return f"{said} {_signer(texts, protocol)}"


def record_text(texts: Texts, protocol: StoredProtocol) -> str:
    """Of a code: whose record it is. That a paper shows the code does not make the paper true."""
    said = texts("verify-record", number=protocol.number, moment=protocol.record.opened_at)
    return f"{said} {_signer(texts, protocol)} {texts('verify-record-only')}"


def _signer(texts: Texts, protocol: StoredProtocol) -> str:
    signature = protocol.signature
    if signature is None:
        return texts("verdict-not-signed")
    return texts(
        "verdict-signer",
        name=signature.name,
        moment=signature.signed_at,
        acting="yes" if signature.acting else "no",
    )
