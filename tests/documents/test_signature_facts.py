"""What a detached signature says, of files that OpenSSL signed."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from asn1crypto import cms
from hypothesis import given
from hypothesis import strategies as st

from bot.works.protocols.signature_facts import signature_facts
from bot.works.protocols.streebog import streebog
from domain.protocols.detached_signature import unpacked
from tests.conftest import missing
from tests.domain.protocols.test_detached_signature import OID, der

SUBJECT = "/CN=Администрация/SN=Ветров/GN=Глеб Ильич"


def detached(folder: Path, content: bytes, *options: str, subject: str = SUBJECT) -> bytes:
    """A detached signature of this content by a certificate of a month."""
    if shutil.which("openssl") is None:
        missing("openssl")
    key, certificate, file, made = (str(folder / name) for name in ("key", "certificate", "file", "made"))
    Path(file).write_bytes(content)
    new = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-utf8", "-subj", subject]
    sign = ["cms", "-sign", "-binary", "-outform", "DER", *options, "-signer", certificate, "-inkey", key]
    for command in (
        [*new, "-keyout", key, "-out", certificate],
        [*sign, "-in", file, "-out", made],
    ):
        subprocess.run(["openssl", *command], check=True, capture_output=True)
    return Path(made).read_bytes()


@pytest.mark.parametrize("options", [(), ("-keyid",), ("-md", "sha512")])
def test_it_names_the_signer_the_term_and_whether_the_file_is_the_one(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    signature = detached(tmp_path, b"protocol", *options)
    facts = signature_facts(signature, b"protocol")
    assert facts is not None
    assert (facts.signer, facts.matches) == ("Ветров Глеб Ильич", True)
    assert facts.holds(datetime.now(UTC) + timedelta(days=1))
    assert not facts.holds(datetime.now(UTC) + timedelta(days=31))
    other = signature_facts(signature, b"protocol ")
    assert other is not None and other.matches is False


def test_a_certificate_without_a_person_is_named_as_it_is(tmp_path: Path) -> None:
    facts = signature_facts(detached(tmp_path, b"protocol", subject="/CN=Администрация"), b"protocol")
    assert facts is not None and facts.signer == "Администрация"


def test_what_signs_no_digest_is_not_said_to_match(tmp_path: Path) -> None:
    facts = signature_facts(detached(tmp_path, b"protocol", "-noattr"), b"protocol")
    assert facts is not None and facts.matches is None


def test_a_signature_without_its_certificate_is_not_read(tmp_path: Path) -> None:
    assert signature_facts(detached(tmp_path, b"protocol", "-nocerts"), b"protocol") is None


def test_a_signature_with_its_file_within_is_not_detached(tmp_path: Path) -> None:
    facts = signature_facts(detached(tmp_path, b"protocol", "-nodetach"), b"protocol")
    assert facts is not None and not facts.detached and facts.matches is True
    plain = signature_facts(detached(tmp_path, b"protocol"), b"protocol")
    assert plain is not None and plain.detached


@pytest.mark.parametrize("bits", [256, 512])
def test_a_digest_by_gost_is_compared(tmp_path: Path, bits: int) -> None:
    """As every qualified signature of a Russian official is; OpenSSL makes none here, so it is put in."""
    whole = cms.ContentInfo.load(
        detached(tmp_path, b"protocol", "-md", "sha512" if bits == 512 else "sha256")
    )
    signer = whole["content"]["signer_infos"][0]
    signer["digest_algorithm"] = {"algorithm": f"1.2.643.7.1.1.2.{bits // 256 + 1}"}
    for attribute in signer["signed_attrs"]:
        if attribute["type"].native == "message_digest":
            attribute["values"] = [streebog(b"protocol", bits)]
    for content, matches in ((b"protocol", True), (b"protocol ", False)):
        facts = signature_facts(whole.dump(force=True), content)
        assert facts is not None and facts.matches is matches


def test_the_digest_is_that_of_the_standard() -> None:
    """RFC 6986, section 10.1: the first message, and one of several blocks whose sum overflows."""
    message = b"012345678901234567890123456789012345678901234567890123456789012"
    assert streebog(message, 256).hex() == "9d151eefd8590b89daa6ba6cb74af9275dd051026bb149a452fd84e5e57b5500"
    assert streebog(message, 512).hex() == (
        "1b54d01a4af5b9d5cc3d86d68d285462b19abc2475222f35c085122be4ba1ffa"
        "00ad30f8767b3a82384c6574f024c311e2a481332b08ef7f41797891c1646f48"
    )
    long = streebog(b"\xff" * 200, 256)
    assert long.hex() == "766ecebac5817150ace66c0c94c9feb9fa6ee9a238a500a3592b0943571b3020"


@given(st.binary(max_size=300))
def test_broken_signatures_are_not_read(content: bytes) -> None:
    whole = der(OID + content)
    assert unpacked(whole) == whole
    assert signature_facts(whole, b"") is None
