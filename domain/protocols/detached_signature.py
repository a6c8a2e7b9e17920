"""A detached signature (УКЭП) beside a signed paper: its outer form, and nothing more, is looked at."""

from __future__ import annotations

import base64
import binascii
import re

LARGEST = 1024 * 1024
"""Bytes; such files are a few kilobytes."""
MOST = 5

_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")  # OID 1.2.840.113549.1.7.2 (RFC 5652, 5.1)
_ARMOUR = re.compile(rb"-----(?:BEGIN|END) (?:CMS|PKCS7)-----")


def looks_like_cms(content: bytes) -> bool:
    """Whether this is a CMS SignedData (RFC 5652) in DER, PEM or bare base64, as far as its first bytes say.

    Whether the signature is true, whose it is and of what file, is for a program with certificates.
    """
    if content[:1] != b"\x30":
        try:
            content = base64.b64decode(b"".join(_ARMOUR.sub(b"", content).split()), validate=True)
        except (binascii.Error, ValueError):
            return False
    body = _body(content)
    return body is not None and body.startswith(_SIGNED_DATA)


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
