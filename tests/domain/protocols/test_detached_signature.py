"""A detached signature's outer form: DER, PEM and base64 of SignedData, and nothing else."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.protocols.detached_signature import unpacked

OID = bytes.fromhex("06092a864886f70d010702")


def der(content: bytes) -> bytes:
    """A SEQUENCE by the rules of X.690, 8.1.3."""
    if len(content) < 128:
        return b"\x30" + bytes([len(content)]) + content
    length = len(content).to_bytes((len(content).bit_length() + 7) // 8)
    return b"\x30" + bytes([0x80 | len(length)]) + length + content


@given(st.binary(max_size=70_000))
def test_signed_data_is_taken_in_each_of_its_forms(rest: bytes) -> None:
    whole = der(OID + rest)
    packed = base64.encodebytes(whole)
    for content in (
        whole,
        packed,
        packed.replace(b"\n", b"\r\n"),
        b"-----BEGIN CMS-----\n" + packed + b"-----END CMS-----\n",
        b"-----BEGIN PKCS7-----\n" + packed + b"-----END PKCS7-----",
        b"\x30\x80" + OID + rest + b"\x00\x00",
    ):
        assert unpacked(content) in (whole, content)
    assert unpacked(whole + b"\x00") is None
    assert unpacked(whole[:-1]) is None


@pytest.mark.parametrize(
    "content", [b"", b"0", b"\x30", b"\x30\x80", b"%PDF-1.7", der(b"\x06\x01\x01"), b"MII=!"]
)
def test_what_is_no_signature(content: bytes) -> None:
    assert unpacked(content) is None


@given(st.binary(max_size=300))
def test_any_bytes_get_an_answer(content: bytes) -> None:
    assert unpacked(content) is None or isinstance(unpacked(content), bytes)
