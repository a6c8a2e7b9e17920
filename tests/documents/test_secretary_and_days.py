"""The secretary's line and signature; a meeting that sat on two days: in both formats."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.documents.docx import protocol_docx
from bot.documents.extract import extract_sheet
from bot.documents.pdf import paper_pdf
from bot.documents.sheet import ProtocolSheet, protocol_sheet
from bot.documents.wording import Particular
from domain.protocols.record import Person, ProtocolRecord, Signature, SittingRecord
from tests.documents.test_documents import docx_text, pdf_text, squeezed
from tests.documents.test_documents_sample import (
    CHECK_URL,
    SIGNATURE,
    TIE,
    at,
    item,
    member,
    record,
    translator,
)

SECRETARY = Person(0, "главный специалист", "Неволина Инга Марковна")
COUNTERSIGNATURE = Signature(SECRETARY.name, SECRETARY.position, False, at(17), 700000002)
NEXT = timedelta(days=1)


def printed(
    of: ProtocolRecord, signature: Signature | None = None, countersignature: Signature | None = None
) -> ProtocolSheet:
    return protocol_sheet(of, translator(), "0" * 64, CHECK_URL, signature, countersignature=countersignature)


def both(page: ProtocolSheet) -> tuple[str, str]:
    return squeezed(docx_text(protocol_docx(page))), pdf_text(paper_pdf(page))


def test_the_paper_carries_both_signatures() -> None:
    of = record(item(1, TIE), secretary=SECRETARY)
    page = printed(of, SIGNATURE, COUNTERSIGNATURE)
    assert Particular("Протокол вела", "Неволина\u00a0И.\u00a0М.") in page.particulars
    assert page.countersignature is not None
    assert (page.countersignature.role, page.countersignature.position) == ("Секретарь", "Главный специалист")
    for text in both(page):
        assert text.count(squeezed("Подписано простой электронной подписью")) == 2
        assert text.index(squeezed("Руководитель проектного офиса")) < text.index(squeezed("Секретарь"))


def test_without_a_countersignature_there_is_no_place_for_it_once_signed() -> None:
    of = record(item(1, TIE), secretary=SECRETARY)
    assert printed(of).countersignature is not None
    assert printed(of, SIGNATURE).countersignature is None
    assert printed(record(item(1, TIE))).countersignature is None
    chair = replace(of, secretary=of.chair)
    assert printed(chair).countersignature is None
    extract = extract_sheet(of, translator(), "0" * 64, CHECK_URL, SIGNATURE, numbers=(1,))
    assert extract.countersignature is None


def test_both_days_are_printed_with_who_was_there_and_moments_with_their_day() -> None:
    first = SittingRecord(at(15), at(16), tuple(map(member, range(1, 6))), tuple(map(member, range(6, 10))))
    late = member(6, came_at=at(10, 20) + NEXT)
    second = SittingRecord(
        at(10) + NEXT,
        at(11) + NEXT,
        (*map(member, range(1, 5)), late),
        tuple(map(member, (5, 7, 8, 9))),
    )
    of = record(item(1, TIE), closed_at=at(11) + NEXT, sittings=(first, second))
    page = printed(of)
    assert page.items[0].votes[0].heading == "голосование закрыто в 15:12\u00a024.11.2026"
    assert page.sittings[1].present[4].part.replace("\u00a0", " ") == "очно, с 10:20"
    for text in both(page):
        for words in (
            "24 ноября 2026 г. с 15:00 до 16:00; 25 ноября 2026 г. с 10:00 до 11:00",
            "Заседание 25 ноября 2026 г. с 10:00 до 11:00",
            "при продолжении — 4",
        ):
            assert squeezed(words) in text
        assert text.count(squeezed("ПРИСУТСТВОВАЛИ")) == 2
        assert text.count(squeezed("ОТСУТСТВОВАЛИ")) == 2


def test_one_day_has_no_heading() -> None:
    page = printed(record(item(1, TIE)))
    assert [one.heading for one in page.sittings] == [""]
    assert page.items[0].votes[0].heading == "голосование закрыто в 15:12"
