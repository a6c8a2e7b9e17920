"""The protocol's documents: the PDF original, the editable DOCX, the act of a meeting not held."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from time import process_time
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents import make_fallback_font, pdf
from bot.documents.act import not_held_sheet
from bot.documents.correction import correction_sheet
from bot.documents.docx import BadTemplate, protocol_docx
from bot.documents.paper import content
from bot.documents.pdf import paper_pdf
from bot.documents.sheet import ProtocolSheet
from bot.documents.typesetting import HeldUp
from bot.documents.wording import printable
from domain.people.names import listed_name
from domain.protocols.correction import correction
from domain.protocols.record import (
    Invited,
    NotHeldRecord,
    ProtocolRecord,
    Signature,
    VoteRecord,
    fingerprint,
)
from tests.conftest import missing
from tests.documents.test_documents_sample import (
    CHECK_URL,
    LARGE,
    MAJORITY,
    NAMES,
    REFUSED,
    SIGNATURE,
    SMALL,
    TIE,
    VOID,
    at,
    item,
    member,
    record,
    sheet,
    translator,
)


def poppler(program: str) -> None:
    """Skip, or fail where everything is required, without this program of poppler-utils."""
    if shutil.which(program) is None:
        missing("poppler")


def pdf_text(pdf: bytes) -> str:
    """The text of the file in the order it was written, without any space."""
    poppler("pdftotext")
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return squeezed(done.stdout.decode())


def docx_text(file: bytes, part: str = "document") -> str:
    """The text of the body, or of another part, a line a paragraph."""
    xml = zipfile.ZipFile(BytesIO(file)).read(f"word/{part}.xml").decode()
    paragraphs = re.sub(r"</w:p>|<w:br/>", "\n", xml)
    return html.unescape(re.sub(r"<[^>]*>", "", paragraphs))


def squeezed(text: str) -> str:
    return "".join(text.split())


def strings(value: Any) -> Iterator[str]:
    """Every string of a sheet, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for entry in value.values():
            yield from strings(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from strings(entry)


def printed(of: ProtocolSheet) -> list[str]:
    """What both formats must show; a signed sheet does not say that it is unsigned, and so on."""
    said = content(of)
    for name in ("language", "moment", "title", "check_picture", "nobody", "decisions", "no_decisions"):
        del said[name]
    # These are for templates of offices: the shipped ones say them in other words.
    for name in ("decisions", "item", "decision", "executors", "due"):
        del said["captions"][name]
    for entry in said["items"]:
        del entry["executors"], entry["due"]
    said["items"] = [entry for entry in said["items"] if entry["considered"]]
    for caption, lines in {"absent": of.absent, "guests": of.guests}.items():
        if not lines:
            del said["captions"][caption]
    if not any(line.part for line in of.absent):
        del said["captions"]["reason"]
    for passage in ("draft", "heard", "spoke", "decided"):
        if not any(entry[passage] for entry in said["items"]):
            del said["captions"][passage]
    del said["signature"]["unsigned" if of.signature.signed else "signed"]
    return [text for text in strings(said) if text]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize(("of", "signature"), [(SMALL, SIGNATURE), (LARGE, None)])
def test_both_formats_show_every_string_of_the_sheet(
    of: ProtocolRecord, signature: Signature | None, language: str
) -> None:
    page = sheet(of, signature, language)
    document, in_pdf = protocol_docx(page), pdf_text(paper_pdf(page))
    in_docx = squeezed(docx_text(document) + docx_text(document, "footer1"))
    for text in printed(page):
        assert squeezed(text) in in_docx
        assert squeezed(text) in in_pdf


def test_the_same_sheet_gives_the_same_bytes_and_another_moment_gives_others() -> None:
    page, again = sheet(SMALL), sheet(SMALL)
    later = replace(page, moment=page.moment + timedelta(hours=1))
    assert paper_pdf(page) == paper_pdf(again) != paper_pdf(later)
    assert protocol_docx(page) == protocol_docx(again) != protocol_docx(later)


def test_the_pdf_is_an_archive_file_with_its_title_and_fonts_within() -> None:
    pdf = paper_pdf(sheet(SMALL))
    assert pdf.startswith(b"%PDF-")
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in pdf
    assert "Протокол №\u00a05 заседания проектного офиса".encode() in pdf
    assert b"LibertinusSerif-Regular" in pdf


@pytest.mark.parametrize(("of", "signature"), [(SMALL, SIGNATURE), (LARGE, None)])
def test_poppler_finds_every_font_embedded_and_the_title_set(
    of: ProtocolRecord, signature: Signature | None
) -> None:
    poppler("pdffonts")
    pdf = paper_pdf(sheet(of, signature))
    told = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    assert len(told.splitlines()) >= 5
    for line in told.splitlines()[2:]:
        embedded, _, unicode_map = line.split()[-5:-2]
        assert (embedded, unicode_map) == ("yes", "yes"), line
    info = subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    said = dict(line.split(":", 1) for line in info.splitlines() if ":" in line)
    assert said["Title"].strip().replace("\u00a0", " ") == (
        "Протокол № 5 заседания проектного офиса от 24 ноября 2026 г."
    )
    assert said["Tagged"].strip() == "yes"
    assert "(A4)" in said["Page size"]
    assert said["Keywords"].strip() == fingerprint(of)
    assert b"/Lang(ru)" in pdf


def test_the_first_page_is_numbered_nowhere_and_the_others_are() -> None:
    poppler("pdftotext")
    command = ["pdftotext", "-layout", "-", "-"]
    done = subprocess.run(command, input=paper_pdf(sheet(LARGE)), capture_output=True, check=True)
    pages = done.stdout.decode().rstrip("\f").split("\f")
    first_lines = [next(line.strip() for line in page.splitlines() if line.strip()) for page in pages]
    assert first_lines[0].startswith("Администрация")
    assert first_lines[1:] == [str(number) for number in range(2, len(pages) + 1)]


def test_twenty_items_fill_pages_and_none_is_lost() -> None:
    page = sheet(LARGE)
    text = pdf_text(paper_pdf(page))
    assert len(page.items) == 20
    assert all(text.count(squeezed(f"{item.number}. {item.question}")) >= 2 for item in page.items)
    assert len(pages(paper_pdf(page))) > 5


HOSTILE = (
    "<b>жирный</b> & <w:p/>",
    "{{ 7*7 }} {% for a in b %} {# c #}",
    "#sym.arrow #panic() $x$ *a* _b_ `c` @d <e> \\ // /* [f]",
    "\\u{41} %s {0} $name { -term }",
    "\N{GRINNING FACE} \N{HEAVY BLACK HEART} \U0001f469\u200d\U0001f467 漢字 \u0301",
    "Ъ" * 400,
    "https://example.org/" + "a" * 300,
    "\"кавычки\" -- тире ... 'апостроф'",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_typed_is_printed_letter_for_letter(text: str) -> None:
    invited = (Invited(text, text),)
    of = record(
        item(1, TIE, question=text, heard=text, decision=text, speaker=text), guests=invited, place=text
    )
    page = sheet(replace(of, city=text, office=text), replace(SIGNATURE, name=text))
    assert text in docx_text(protocol_docx(page))
    assert pdf_text(paper_pdf(page)).count(squeezed(text)) > 8


@pytest.mark.parametrize(
    "text",
    [
        *("\u00ad" * 8000, "а\u00ad" * 4000, "а" + "\u0301" * 7999, "к" + "\u0488" * 7999),
        *("\U0001f469\u200d" * 4000, "\u0915\u094d" * 4000, "\u0e01\u0e3a" * 4000, "\u1000\u1039" * 4000),
        *("[" * 8000, "[]" * 4000, "#[" * 4000, "$" * 8000, "Ъ" * 8000, "\n" * 8000),
    ],
    ids=lambda text: f"{text[:2]!a}",
)
def test_no_text_holds_the_typesetter(text: str) -> None:
    of = record(*(item(number, TIE, question="Вопрос", decision=text) for number in (1, 2)))
    begun = process_time()
    assert paper_pdf(sheet(of)).startswith(b"%PDF-")
    assert process_time() - begun < 5


@pytest.mark.long
@pytest.mark.parametrize(
    "heading",
    ["\u0915\u094d" * 4000, pytest.param("\u00ad" * 60_000, id="minutes")],
)
def test_a_paper_that_holds_the_typesetter_is_printed_with_squares_and_says_so(heading: str) -> None:
    whole = sheet(record(item(1, TIE, question="Вопрос")))
    printed = pdf_text(paper_pdf(replace(whole, heading=heading), 5))
    assert "ВОПРОС" in printed.upper()
    assert squeezed("Часть знаков напечатать не удалось: вместо них стоят □") in printed
    assert "неудалось" not in pdf_text(paper_pdf(whole))


def test_a_typesetter_that_is_out_of_time_is_given_up() -> None:
    with pytest.raises(HeldUp):
        paper_pdf(sheet(SMALL), 0)
    assert paper_pdf(sheet(SMALL)).startswith(b"%PDF-")


def test_a_typesetter_that_somebody_else_ended_is_no_fault_of_the_paper() -> None:
    usual = paper_pdf(sheet(SMALL))
    typesetter = pdf._TYPESETTER._process
    assert typesetter is not None
    typesetter.kill()
    typesetter.wait()
    assert paper_pdf(sheet(SMALL)) == usual


@pytest.mark.long
@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_categories=())))
def test_no_text_leaves_a_meeting_without_its_protocol(text: str) -> None:
    page = sheet(record(item(1, TIE, question=text, executors=(text, text)), place=text))
    assert paper_pdf(page).startswith(b"%PDF-")
    assert squeezed(printable(text)) in squeezed(docx_text(protocol_docx(page)))


def test_marks_that_would_deceive_the_reader_are_left_out() -> None:
    assert printable("а\u202eб\x00в\ud800г\ufffeд") == "абвгд"
    assert printable("строка\r\nдругая\u2028третья\tслово") == "строка\nдругая\nтретья слово"


def pages(pdf: bytes) -> list[str]:
    """The text of each page."""
    poppler("pdftotext")
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode().rstrip("\f").split("\f")


@pytest.mark.parametrize("lines", range(0, 60, 3))
def test_a_signature_never_stands_alone_on_a_page(lines: int) -> None:
    heard = "\n".join(f"строка {number}" for number in range(lines))
    last = pages(paper_pdf(sheet(record(item(1, TIE, heard=heard)), SIGNATURE)))[-1]
    assert "Подписано простой" in last and "РЕШИЛИ" in last


@pytest.mark.parametrize("count", [40, 52, 58, 62])
def test_a_long_decision_gives_its_end_to_the_signatures_page(count: int) -> None:
    words = " ".join(["Поручить провести обследование объектов сети и составить акты."] * count)
    of = record(item(1, MAJORITY, draft_decision=words, decision=words, executors=(), due=None))
    last = pages(paper_pdf(sheet(of, SIGNATURE)))[-1]
    assert "составить акты" in " ".join(last.partition("Руководитель проектного офиса")[0].split())


def kept(file: bytes) -> list[tuple[str, bool]]:
    """Paragraphs of the body outside its ruled tables, each with whether it stays with the next."""
    found = docx.Document(BytesIO(file))
    return [(one.text, bool(one.paragraph_format.keep_with_next)) for one in found.paragraphs if one.text]


@pytest.mark.parametrize("votes", [(TIE,), (VOID,), (REFUSED, TIE)], ids=len)
def test_a_signature_in_word_stays_with_what_is_signed(votes: tuple[VoteRecord, ...]) -> None:
    page = sheet(record(item(1, *votes)), SIGNATURE)
    lines = kept(protocol_docx(replace(page, countersignature=page.signature)))
    result = max(place for place, (text, _) in enumerate(lines) if text == page.items[0].votes[-1].result)
    assert lines[-1][0] == page.signature.meaning
    assert all(stays for _, stays in lines[result:-1])
    assert [text for text, stays in lines[:result] if stays and text == page.items[0].votes[0].result] == []


def test_many_votes_leave_no_empty_page_and_stay_with_their_question() -> None:
    of = record(item(1, *(replace(TIE, point=f"1.{place}") for place in (1, 2, 3, 4))))
    found = pages(paper_pdf(sheet(of, SIGNATURE)))
    assert "по пункту 1.1" in next(page for page in found if "СЛУШАЛИ" in page)
    assert "РЕШИЛИ" in found[-1] and "Подписано простой" in found[-1]


def test_a_hash_stands_in_one_line() -> None:
    of = correction(SMALL, "0123456789abcdef" * 4, 1, "Читать иначе.", at(17))
    text = "".join(
        pages(paper_pdf(correction_sheet(of, translator(), fingerprint(of), CHECK_URL, SIGNATURE)))
    )
    assert "0123456789abcdef" * 4 in text


def test_the_code_stands_at_the_foot_of_the_first_sheet_alone() -> None:
    first, *others = pages(paper_pdf(sheet(LARGE, SIGNATURE)))
    assert "SHA-256 записи" in first.strip().splitlines()[-1]
    assert not any("SHA-256 записи" in page for page in others)


def test_a_decision_longer_than_a_page_is_printed_whole() -> None:
    long = " ".join(f"слово{number}" for number in range(1200))
    page = sheet(record(item(1, TIE, decision=long)))
    assert pdf_text(paper_pdf(page)).count("слово1199") == 1


def test_the_act_of_a_meeting_not_held_names_who_came() -> None:
    of = NotHeldRecord(
        office=SMALL.office,
        city=SMALL.city,
        decree_number="5",
        decree_date=date(2024, 1, 9),
        appointed_at=at(15),
        closed_at=at(15, 40),
        place="каб. 12",
        established=9,
        quorum_needed=5,
        chair=member(1),
        present=(member(1), member(4, came_at=at(15, 20))),
        absent=(member(2, reason="в отпуске"), *(member(seat) for seat in (3, 5, 6, 7, 8, 9))),
        number=7,
    )
    act = not_held_sheet(of, translator(), fingerprint(of), CHECK_URL, SIGNATURE)
    assert paper_pdf(act) == paper_pdf(act)
    text = pdf_text(paper_pdf(act))
    names = [listed_name(name) for name in NAMES]
    signed = ("АКТ № 7", "подписал акт", "он равнозначен", "Подписано простой электронной подписью")
    for said in (
        "заседание проектного офиса не состоялось",
        "присутствовали 2 из 9",
        "4.3.1",
        *names,
        *signed,
    ):
        assert squeezed(said) in text
    last = pages(paper_pdf(act))[-1]
    assert "Подписано простой" in last and "Заседание не состоялось: присутствовали 2 из 9" in last
    nobody = not_held_sheet(replace(of, chair=None), translator("en"), fingerprint(of), CHECK_URL)
    assert "nobodymaychair" in pdf_text(paper_pdf(nobody))


def edited(tmp_path: Path, *lines: str) -> Path:
    """A Word template as an office might write its own."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    path = tmp_path / "edited.docx"
    document.save(str(path))
    return path


def test_an_office_may_have_its_own_word_template(tmp_path: Path) -> None:
    template = edited(
        tmp_path, "Слушали:", "{%p for item in items %}", "{{ item.question }}", "{%p endfor %}"
    )
    text = docx_text(protocol_docx(sheet(SMALL), template))
    assert text.strip().split("\n") == ["Слушали:", "Уборка снега во дворах"]


@pytest.mark.parametrize(
    "line", ["{{ misspelt }}", "{{ title.__class__.__mro__ }}", "{% for item in items %}", "{{ 1 +"]
)
def test_a_wrong_template_is_refused_by_its_name(tmp_path: Path, line: str) -> None:
    with pytest.raises(BadTemplate, match=r"edited\.docx"):
        protocol_docx(sheet(SMALL), edited(tmp_path, line))


def test_the_fallback_font_is_what_its_maker_makes() -> None:
    assert make_fallback_font.PATH.read_bytes() == make_fallback_font.font()


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007"], ids=["no-break", "narrow", "figure"])
def test_words_that_may_not_part_do_not_run_off_the_page(space: str) -> None:
    """Texts copied out of pages and letters often have such a space after each word."""
    text = space.join(["снег"] * 300)
    page = sheet(record(item(1, MAJORITY, question=text, heard=text, decision=text, draft_decision=text)))
    assert pdf_text(paper_pdf(page)).count("снег") == 4 * 300  # on the agenda too


def test_initials_in_a_row_part_before_they_run_off_the_page() -> None:
    text = " ".join(["А. Б. Снегов,"] + ["А."] * 300)
    page = sheet(record(item(1, MAJORITY, heard=text)))
    assert pdf_text(paper_pdf(page)).count("А.") >= 300
    assert "А.\u00a0Б.\u00a0Снегов," in content(page)["items"][0]["heard"]
