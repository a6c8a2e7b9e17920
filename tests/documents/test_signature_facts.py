"""What a detached signature says, of files that OpenSSL signed."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.works.protocols.signature_facts import signature_facts
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


@given(st.binary(max_size=300))
def test_broken_signatures_are_not_read(content: bytes) -> None:
    whole = der(OID + content)
    assert unpacked(whole) == whole
    assert signature_facts(whole, b"") is None
