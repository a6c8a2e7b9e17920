"""The words of the protocol: grounds, decisions, attendance, signature, in both locales."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

from bot.documents.extract import extract_sheet
from domain.meetings.voting import Ground
from domain.protocols.record import Person, SpanRecord, fingerprint
from tests.documents.test_documents_sample import (
    CHECK_URL,
    LARGE,
    NAMES,
    POSITIONS,
    REFUSED,
    ROOT,
    SIGNATURE,
    SMALL,
    TIE,
    at,
    item,
    member,
    record,
    sheet,
    translator,
)

GROUNDS = {
    Ground.MAJORITY: ("Решение принято", "4.6"),
    Ground.NO_MAJORITY: ("Решение не принято", "4.6"),
    Ground.NOBODY_FOR: ("Решение не принято", "4.6"),
    Ground.CASTING_FOR: ("решающим стал голос председательствующего\u00a0— «за»", "4.6"),
    Ground.CASTING_AGAINST: ("решающим стал голос председательствующего\u00a0— «против»", "4.6"),
    Ground.CASTING_UNUSED: ("решающий голос не использован", "4.6"),
    Ground.NO_QUORUM: ("не состоялось", "4.3.1"),
}


@pytest.mark.parametrize("ground", list(Ground))
def test_every_ground_has_its_sentence_and_clause(ground: Ground) -> None:
    of = record(item(1, replace(TIE, ground=ground.value)))
    words, clause = GROUNDS[ground]
    in_russian = sheet(of).items[0].votes[0].result
    assert words in in_russian
    assert in_russian.endswith(f"(п.\u00a0{clause} Положения).")
    assert f"(cl.\u00a0{clause} of the Regulation)." in sheet(of, language="en").items[0].votes[0].result


def test_what_was_not_adopted_is_not_printed_as_decided() -> None:
    draft = LARGE.items[1].draft_decision
    adopted, refused, void, not_put = sheet(LARGE).items[:4]
    assert (adopted.decided, adopted.due) == (draft, "1\u00a0декабря 2026\u00a0г.")
    assert refused.decided == "Решение не принято."
    assert void.decided == "Решение не принято: голосование не состоялось."
    assert not_put.decided == "На голосование не ставился."
    assert [entry.executors for entry in (refused, void, not_put)] == ["", "", ""]
    assert [line.number for line in sheet(LARGE).decisions] == ["1", *(str(n) for n in range(5, 21))]


def test_attendance_says_form_lateness_and_the_quorum_at_the_opening() -> None:
    page = sheet(SMALL)
    assert [line.part for line in page.present[5:]] == [
        "очно",
        "по видеосвязи, с\u00a015:10",
        "очно, до\u00a016:00",
    ]
    assert page.particulars[-1].text == (
        "при открытии присутствуют 7 из 9, для кворума нужно 5 (п.\u00a04.3.1 Положения)"
    )
    assert [line.name for line in sheet(replace(SMALL, absent=(member(9), Person(3, "", "")))).absent] == [
        "место вакантно",
        NAMES[8],
    ]


def test_roll_call_marks_the_chair_and_the_vote_recorded_by_the_chair() -> None:
    lines = sheet(SMALL).items[0].votes[0].roll_call
    assert lines[0].choice == "за (председательствующий)"
    assert lines[3].choice == "против (голос записан председательствующим)"
    other = sheet(record(item(1, replace(TIE, chair=2)))).items[0].votes[0]
    assert NAMES[1] in other.chair
    assert other.roll_call[1].choice == "против (председательствующий)"


def test_acting_head_is_named_so_in_the_heading_and_the_signature() -> None:
    of = replace(SMALL, chair=member(2, acting=True), absent=(member(1),), present=SMALL.present[1:])
    page = sheet(of, replace(SIGNATURE, name=NAMES[1], acting=True))
    assert page.particulars[4].text.startswith(f"{NAMES[1]}, и.о.\u00a0руководителя")
    assert page.signature.role == "И.о.\u00a0руководителя проектного офиса"


def test_signature_says_who_when_in_the_offices_zone_and_from_which_account() -> None:
    assert sheet(SMALL).signature.signed == ""
    assert sheet(SMALL, SIGNATURE).signature.signed == (
        f"Подписано простой электронной подписью: {NAMES[0]}, 24\u00a0ноября 2026\u00a0г., "
        "16:25 (UTC+05:00), учётная запись 700000001"
    )


@pytest.mark.parametrize("name", ["Марина Олеговна Ветлугина", "Ветлугина Марина Олеговна"])
def test_the_signers_initials_do_not_hang_on_the_order_of_the_name(name: str) -> None:
    assert sheet(SMALL, replace(SIGNATURE, name=name)).signature.name == "М.\u00a0О.\u00a0Ветлугина"


def test_one_paper_names_all_its_speakers_in_one_case() -> None:
    known, unknown = "Роман Игоревич Чудинов, Начальник управления", "Щмыг Пётр Ильич, Директор школы"
    declined = sheet(record(item(1, TIE, speaker=known), item(2, TIE)))
    assert [entry.speaker.split(",")[0] for entry in declined.items] == [
        "Романа Игоревича Чудинова",
        "Речного Петра Ефимовича",
    ]
    mixed = sheet(record(item(1, TIE, speaker=known), item(2, TIE, speaker=unknown)))
    assert [entry.speaker for entry in mixed.items] == [
        "Роман Игоревич Чудинов, начальник управления",
        "Щмыг Пётр Ильич, директор школы",
    ]


def test_nobody_is_heard_who_was_absent() -> None:
    absent = f"{NAMES[8]}, {POSITIONS[8]}"
    voted_without = sheet(record(item(1, TIE, speaker=absent, heard=""))).items[0]
    assert (voted_without.speaker, voted_without.heard) == ("", "")
    heard = SpanRecord(at(15, 4), at(15, 11))
    reported = sheet(record(item(1, TIE, speaker=absent, heard_at=(heard,)))).items[0]
    assert reported.speaker == "(доклад с 15:04 до 15:11)"


def test_a_question_that_nothing_is_recorded_of_was_not_considered() -> None:
    nothing = {"heard": "", "spoke": "", "decision": "", "executors": ()}
    untouched = sheet(record(item(1, **nothing))).items[0]
    assert (untouched.speaker, untouched.decided) == (
        "",
        "Вопрос не рассматривался, на голосование не ставился.",
    )
    heard = SpanRecord(at(15, 4), at(15, 11))
    only_heard = sheet(record(item(1, **nothing, heard_at=(heard,)))).items[0]
    assert only_heard.speaker.startswith("Речного Петра Ефимовича")
    assert only_heard.decided == "На голосование не ставился."


def test_attendance_and_votes_are_said_of_men_and_women_alike() -> None:
    away = (SpanRecord(at(15, 4), at(15, 11)),)
    of = record(item(1, TIE), present=(member(2, away=away, marked=True),))
    assert sheet(of).present[0].part == "очно, отсутствие с 15:04 до 15:11, отметка ведущего"


def test_adopted_decisions_without_an_executor_are_known() -> None:
    nobody: dict[str, tuple[str, ...]] = {"executors": ()}
    of = record(item(1, TIE, **nobody), item(2, TIE), item(3, REFUSED, **nobody), item(4, **nobody))
    assert [one.number for one in of.items if one.without_executor] == [1]


def test_an_extract_holds_its_items_under_their_numbers() -> None:
    unit = "Управление образования"
    of = record(item(1, TIE), item(2, TIE, executors=(unit,)), item(3, TIE, executors=("Отдел", unit)))
    page = extract_sheet(of, translator(), fingerprint(of), CHECK_URL, SIGNATURE, numbers=(2, 3))
    assert page.heading == "ВЫПИСКА"
    assert [entry.number for entry in page.items] == ["2", "3"]
    assert page.fingerprint == sheet(of).fingerprint
    with pytest.raises(ValueError, match="none of these items"):
        extract_sheet(of, translator(), fingerprint(of), CHECK_URL, numbers=(9,))


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)


def test_both_locales_have_the_same_sentences_with_the_same_arguments() -> None:
    def messages(language: str) -> dict[str, set[str]]:
        said = {}
        for entry in parse((ROOT / "locales" / language / "protocols.ftl").read_text("utf-8")).body:
            assert not isinstance(entry, ast.Junk), entry.content
            if isinstance(entry, ast.Message):
                variables = _Variables()
                variables.visit(entry)
                said[entry.id.name] = variables.names
        return said

    assert messages("ru") == messages("en")
