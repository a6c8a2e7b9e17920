"""What a detached signature says: of which file it is, whose certificate signed it and when that holds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from asn1crypto import cms, x509

from bot.works.protocols.streebog import streebog
from domain.protocols.detached_signature import SignatureFacts

_STREEBOG = {"1.2.643.7.1.1.2.2": 256, "1.2.643.7.1.1.2.3": 512}  # RFC 9215
_UNREADABLE = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError)


def signature_facts(der: bytes, content: bytes) -> SignatureFacts | None:
    """The facts of a CMS SignedData (RFC 5652) beside the file's bytes; None when it cannot be read.

    Whether the signature itself is true, and the certificate trusted, is for a program of УКЭП.
    """
    try:
        signed = cms.ContentInfo.load(der)["content"]
        signer = signed["signer_infos"][0]
        certificate = next(_certificates(signed, signer["sid"]))
        validity = certificate["tbs_certificate"]["validity"]
        return SignatureFacts(
            signer=_name(certificate.subject),
            since=validity["not_before"].native,
            until=validity["not_after"].native,
            matches=_matches(signer, content),
            detached=signed["encap_content_info"]["content"].native is None,
        )
    except (*_UNREADABLE, StopIteration):
        return None


def _certificates(signed: Any, named: Any) -> Iterator[x509.Certificate]:
    """The signer's certificate among those that came with the signature."""
    for choice in signed["certificates"]:
        certificate = choice.chosen
        if named.name == "issuer_and_serial_number":
            found = named.chosen["serial_number"].native == certificate.serial_number
        else:
            found = named.chosen.native == certificate.key_identifier
        if found:
            yield certificate


def _name(subject: x509.Name) -> str:
    """A person's name: surname and given names (приказ ФСБ № 795), else the common name."""
    said = subject.native
    full = " ".join(str(said[part]) for part in ("surname", "given_name") if part in said)
    return full or str(said.get("common_name", ""))


def _matches(signer: Any, content: bytes) -> bool | None:
    """Whether the digest that was signed is of these bytes; None when it says none, or one unknown."""
    digest = (
        _digest(signer["digest_algorithm"]["algorithm"].native, content) if signer["signed_attrs"] else None
    )
    for attribute in signer["signed_attrs"] if digest is not None else ():
        if attribute["type"].native == "message_digest":
            return bool(attribute["values"][0].native == digest)
    return None


def _digest(algorithm: str, content: bytes) -> bytes | None:
    if algorithm in _STREEBOG:
        return streebog(content, _STREEBOG[algorithm])
    return hashlib.new(algorithm, content).digest() if algorithm in hashlib.algorithms_available else None
