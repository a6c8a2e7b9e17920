"""Original, altered or unknown: files as they were made, with bytes changed, and of others."""

from __future__ import annotations

import hashlib
import io
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.docx import protocol_docx
from bot.documents.pdf import paper_pdf
from bot.documents.verification import examine
from bot.localisation import Locale
from bot.profiles import load_profile
from bot.storage.database import Database
from domain.protocols.record import fingerprint
from domain.protocols.rewording import Passage, reworded
from domain.protocols.verdict import code_text, finding_text
from domain.protocols.verification import Verdict, codes_in, typed_code
from tests.documents.test_documents_sample import SIGNATURE, SMALL, sheet
from tests.storage.protocols.test_protocols import drawn

CODE = fingerprint(SMALL)
SIGNED = paper_pdf(sheet(SMALL, SIGNATURE))


@pytest.mark.long
@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(SIGNED) - 1), st.integers(1, 255))
def test_a_pdf_with_any_one_byte_changed_still_names_its_record(place: int, by: int) -> None:
    changed = SIGNED[:place] + bytes([SIGNED[place] ^ by]) + SIGNED[place + 1 :]
    assert changed != SIGNED
    assert CODE in codes_in([changed])


@given(st.binary(max_size=400))
def test_what_names_no_record_has_no_code(content: bytes) -> None:
    assert codes_in([content]) == []


def test_a_longer_run_of_digits_is_no_code() -> None:
    assert codes_in([b"a" * 64]) == ["a" * 64]
    assert codes_in([b"a" * 65, b"a" * 63, b"verify_" + b"b" * 31]) == []
    assert codes_in([b"start=verify_" + b"b" * 32]) == ["b" * 32]


@pytest.mark.parametrize("typed", [CODE, CODE[:16], f" {CODE[:8].upper()} {CODE[8:20]}\n"])
def test_a_code_is_read_as_people_copy_it(typed: str) -> None:
    read = typed_code(typed)
    assert read is not None and CODE.startswith(read)


@pytest.mark.parametrize("typed", [CODE[:15], CODE + "0", "g" * 16, "", "протокол № 5"])
def test_what_is_no_code(typed: str) -> None:
    assert typed_code(typed) is None


async def test_each_file_is_what_it_is(database: Database) -> None:
    made_docx = protocol_docx(sheet(SMALL))
    edited = docx.Document(io.BytesIO(made_docx))
    edited.add_paragraph("Дописано")
    saved = io.BytesIO()
    edited.save(saved)
    first_pdf = paper_pdf(sheet(SMALL))
    async with database.write() as uow:
        first = await drawn(uow)
        await uow.documents.add(first.entity, "pdf", "protocol-5.pdf", first_pdf)
        second = await uow.protocols.reword(first, reworded(SMALL, 1, Passage.HEARD, "Иное"))
        second_pdf = paper_pdf(sheet(second.record))
        await uow.documents.add(first.entity, "pdf", "protocol-5.pdf", second_pdf)
        await uow.documents.add(first.entity, "docx", "protocol-5.docx", made_docx)
        signed_pdf = paper_pdf(sheet(second.record, SIGNATURE))
        await uow.documents.add(first.entity, "signed", "protocol-5.pdf", signed_pdf)
    cases = {
        signed_pdf: Verdict.SIGNED,
        second_pdf: Verdict.UNSIGNED,
        first_pdf: Verdict.FORMER,
        made_docx: Verdict.COPY,
        saved.getvalue(): Verdict.COPY,
        signed_pdf + b"\n": Verdict.ALTERED,
        first_pdf.replace(b"%PDF-1.7", b"%PDF-1.6"): Verdict.ALTERED,
        b"%PDF-1.7 of another office " + b"c" * 64: Verdict.UNKNOWN,
        signed_pdf[:2000]: Verdict.UNKNOWN,
        b"": Verdict.UNKNOWN,
    }
    async with database.read() as uow:
        for content, verdict in cases.items():
            found = await examine(uow, content)
            assert found.verdict is verdict, content[:40]
            assert (found.protocol is None) is (verdict is Verdict.UNKNOWN)
        assert (await examine(uow, first_pdf)).version == 1
        texts = Locale("ru", load_profile().time_zone)
        for content in (signed_pdf, second_pdf, first_pdf, made_docx):
            by_sum = await code_text(uow, texts, hashlib.sha256(content).hexdigest())
            assert by_sum == finding_text(texts, await examine(uow, content))


async def test_broken_packages_are_unknown_not_errors(database: Database) -> None:
    whole = protocol_docx(sheet(SMALL))
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("docProps/core.xml", b" " * 50_000_000 + b"a" * 64)
    async with database.read() as uow:
        for content in (whole[:-30], whole[:200], b"PK\x03\x04" + bytes(100), bomb.getvalue()):
            assert (await examine(uow, content)).verdict is Verdict.UNKNOWN
