"""A detached signature (УКЭП) beside a signed paper: its outer form, and what it says."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from datetime import datetime

LARGEST = 1024 * 1024
"""Bytes; such files are a few kilobytes."""
MOST = 5

_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")  # OID 1.2.840.113549.1.7.2 (RFC 5652, 5.1)
_ARMOUR = re.compile(rb"-----(?:BEGIN|END) (?:CMS|PKCS7)-----")


@dataclass(frozen=True, slots=True)
class SignatureFacts:
    """What a signature says: the certificate's name and term; `matches` the file, None where unknown.

    One that is not `detached` holds a file of its own.
    """

    signer: str
    since: datetime
    until: datetime
    matches: bool | None
    detached: bool = True

    def holds(self, moment: datetime) -> bool:
        """Whether the certificate is in force at this moment."""
        return self.since <= moment <= self.until


def unpacked(content: bytes) -> bytes | None:
    """The DER of a CMS SignedData (RFC 5652) from DER, PEM or bare base64; None for anything else.

    Only the first bytes are looked at.
    """
    if content[:1] != b"\x30":
        try:
            content = base64.b64decode(b"".join(_ARMOUR.sub(b"", content).split()), validate=True)
        except (binascii.Error, ValueError):
            return None
    body = _body(content)
    return content if body is not None and body.startswith(_SIGNED_DATA) else None


def _body(der: bytes) -> bytes | None:
    """What an outer SEQUENCE holds; None when its length is not that of the file."""
    if len(der) < 2 or der[0] != 0x30:
        return None
    first = der[1]
    if first == 0x80:  # indefinite, closed by two zeroes (BER)
        return der[2:] if der.endswith(b"\x00\x00") else None
    if first < 0x80:
        return der[2:] if len(der) == 2 + first else None
    size = first & 0x7F
    length = int.from_bytes(der[2 : 2 + size])
    return der[2 + size :] if size <= 4 and len(der) == 2 + size + length else None
