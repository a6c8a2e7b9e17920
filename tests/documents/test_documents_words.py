"""The words of the protocol: grounds, decisions, attendance, signature, in both locales."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

from bot.documents.correction import correction_sheet
from bot.documents.extract import extract_sheet
from bot.documents.pdf import paper_pdf
from bot.documents.sheet import protocol_sheet
from domain.meetings.opinion import Opinion
from domain.meetings.voting import Ground
from domain.people.names import listed_name
from domain.protocols.correction import correction
from domain.protocols.record import ChairRecord, Person, SpanRecord, VoteRecord, fingerprint
from tests.documents.test_documents import pdf_text, squeezed
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
    assert void.decided == not_put.decided == ""
    assert void.votes[0].result.startswith("Голосование не состоялось: нет кворума")
    assert "не принято" not in void.votes[0].result
    assert [entry.execution for entry in (refused, void, not_put)] == ["", "", ""]
    assert [line.number for line in sheet(LARGE).decisions] == ["1", *(str(n) for n in range(5, 21))]


def test_attendance_says_form_lateness_and_the_quorum_at_the_opening() -> None:
    page = sheet(SMALL)
    assert [line.part for line in page.present[5:]] == [
        "очно",
        "по видеосвязи, с\u00a015:10",
        "очно, до\u00a016:00",
    ]
    assert page.present[0].name == "Ветров\u00a0Г.\u00a0И."
    assert page.particulars[-1].text == (
        "при открытии присутствуют 7 из 9, для кворума нужно 5 (п.\u00a04.3.1 Положения)"
    )
    assert [line.name for line in sheet(replace(SMALL, absent=(member(9), Person(3, "", "")))).absent] == [
        "место вакантно",
        listed_name(NAMES[8]),
    ]


def test_roll_call_marks_the_chair_and_the_vote_recorded_by_the_chair() -> None:
    lines = sheet(SMALL).items[0].votes[0].roll_call
    assert lines[0].choice == "за (председательствующий)"
    assert lines[3].choice == "против (голос записан председательствующим)"
    other = sheet(record(item(1, replace(TIE, chair=2)))).items[0].votes[0]
    assert listed_name(NAMES[1]) in other.chair
    assert other.roll_call[1].choice == "против (председательствующий)"


def test_acting_head_is_named_so_in_the_heading_and_the_signature() -> None:
    of = replace(SMALL, chair=member(2, acting=True), absent=(member(1),), present=SMALL.present[1:])
    page = sheet(of, replace(SIGNATURE, name=NAMES[1], acting=True))
    assert page.particulars[4].text.startswith(f"{listed_name(NAMES[1])}, и.о.\u00a0руководителя")
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
    known, unknown = "Роман Игоревич Чудинов, Начальник управления", "Перец Пётр Ильич, Директор школы"
    declined = sheet(record(item(1, TIE, speaker=known), item(2, TIE)))
    assert [entry.speaker.split(",")[0].replace("\u00a0", " ") for entry in declined.items] == [
        "Чудинова Р. И.",
        "Речного П. Е.",
    ]
    mixed = sheet(record(item(1, TIE, speaker=known), item(2, TIE, speaker=unknown)))
    assert [entry.speaker.replace("\u00a0", " ") for entry in mixed.items] == [
        "Чудинов Р. И., начальник управления.",
        "Перец П. И., директор школы.",
    ]


HEARD = SpanRecord(at(15, 4), at(15, 11))


@pytest.mark.parametrize("away", [NAMES[8], NAMES[7]])
def test_nobody_is_heard_who_was_absent_and_the_hearing_is_printed(away: str) -> None:
    absent = f"{away}, {POSITIONS[NAMES.index(away)]}"
    late = replace(SMALL.present[7], came_at=at(15, 30))  # came when the item was over
    present = (*SMALL.present[:7], late)
    without = "информацию по вопросу повестки дня (докладчик отсутствовал"
    voted = sheet(record(item(1, TIE, speaker=absent, heard=""), present=present)).items[0]
    assert (voted.speaker, voted.heard) == (f"{without}).", "")
    of = record(item(1, TIE, speaker=absent, heard_at=(HEARD,)), present=present)
    assert sheet(of).items[0].speaker == f"{without}) (доклад с 15:04 до 15:11)."


def test_a_question_that_nothing_is_recorded_of_stands_in_the_agenda_alone() -> None:
    nothing = {"heard": "", "spoke": "", "decision": "", "executors": ()}
    page = sheet(record(item(1, **nothing), item(2, TIE)))
    assert [entry.considered for entry in page.items] == [False, True]
    assert page.agenda[0].text == "Уборка снега во дворах\u00a0— не рассматривался"
    assert pdf_text(paper_pdf(page)).count("1.Уборка") == 1
    only_heard = sheet(record(item(1, **nothing, heard_at=(HEARD,)))).items[0]
    assert only_heard.speaker.replace("\u00a0", " ").startswith("Речного П. Е.")
    assert (only_heard.decided, only_heard.note, only_heard.considered) == ("", "", True)


def test_what_was_taken_off_is_no_decision() -> None:
    nothing = {"heard": "", "spoke": "", "decision": "", "executors": ()}
    page = sheet(
        record(
            item(1, **nothing, dropped_at=at(15, 4)),
            item(2, **nothing, heard_at=(HEARD,), postponed_at=at(15, 20)),
        )
    )
    assert [entry.decided for entry in page.items] == ["", ""]
    assert page.agenda[0].text == (
        "Уборка снега во дворах\u00a0— снят с рассмотрения в 15:04 (п.\u00a03.2 Положения)"
    )
    assert page.items[1].note == "Вопрос отложен до следующего заседания в 15:20 (п.\u00a03.2 Положения)."
    assert "РЕШИЛИ" not in pdf_text(paper_pdf(page))


def test_a_question_without_a_draft_is_not_printed_as_decided() -> None:
    for decision in ("", "Разное"):  # the latter as records of before have it
        of = record(item(1, TIE, question="Разное", draft_decision="", decision=decision, executors=()))
        assert sheet(of).items[0].decided == ""


def test_words_mended_before_the_signing_stand_beside_those_voted() -> None:
    of = record(item(1, TIE, draft_decision="Принять к сведению.", decision="Расторгнуть контракт."))
    assert sheet(of).items[0].decided == (
        "Расторгнуть контракт.\nВ редакции при подписании; голосовали: «Принять к сведению»."
    )


def test_an_adopted_draft_is_printed_once() -> None:
    entry = sheet(SMALL).items[0]
    assert (entry.draft, entry.decided) == ("", SMALL.items[0].draft_decision)
    assert pdf_text(paper_pdf(sheet(SMALL))).count(squeezed(entry.decided)) == 1
    refused = sheet(record(item(1, REFUSED))).items[0]
    assert (refused.draft, refused.decided) == (SMALL.items[0].draft_decision, "Решение не принято.")


def test_executors_have_their_names_and_no_capital_within_the_row() -> None:
    executors = ("Управление ЖКХ", "Отдел культуры", f"{NAMES[3]}, {POSITIONS[4]}")
    entry = sheet(record(item(1, TIE, executors=executors))).items[0]
    assert entry.execution.replace("\u00a0", " ") == (
        "Исполнители: Управление ЖКХ; отдел культуры; Речной П. Е., начальник управления финансов "
        "администрации городского округа. Срок: 1 декабря 2026 г."
    )


def test_what_was_not_set_is_not_printed() -> None:
    page = sheet(record(item(1, TIE, executors=(), due=None), place=" ", absent=()))
    assert page.items[0].execution == ""
    only_named = sheet(record(item(1, TIE, executors=("Отдел культуры",), due=None))).items[0]
    assert only_named.execution == "Исполнитель: Отдел культуры."
    assert "Место" not in [line.caption for line in page.particulars]
    text = pdf_text(paper_pdf(page))
    assert "Местопроведения" not in text and "ОТСУТСТВОВАЛИ" not in text


def test_reasons_of_absence_that_are_known_are_printed() -> None:
    away = member(9, absence=(date(2026, 11, 20), date(2026, 11, 30)))
    page = sheet(replace(SMALL, absent=(member(2, reason="в отпуске"), Person(3, "", ""), away)))
    assert [line.part.replace("\u00a0", " ") for line in page.absent] == [
        "в отпуске",
        "",
        "отсутствие с 20 ноября 2026 г. по 30 ноября 2026 г.",
    ]
    assert "Причина" in pdf_text(paper_pdf(page))


def test_moments_are_printed_as_minutes() -> None:
    moment = SpanRecord(at(14, 40), at(14, 40) + timedelta(seconds=30))
    heard = sheet(record(item(1, TIE, heard_at=(moment,)))).items[0]
    assert heard.speaker.endswith("(доклад в 14:40).")
    changes = tuple(
        ChairRecord(member(seat), at(14, 40) + timedelta(seconds=20 * place))
        for place, seat in enumerate((1, 2, 3))
    )
    chairs = next(
        line.text for line in sheet(record(item(1, TIE), chairs=changes)).particulars if "; " in line.text
    )
    assert chairs.replace("\u00a0", " ") == (
        "при открытии: Ветров Г. И., руководитель проектного офиса; "
        "с 14:40: Сосновский М. О., руководитель проектного офиса"
    )
    late = sheet(record(item(1, TIE), closed_at=at(0, 10) + timedelta(days=1))).particulars[1].text
    assert late == "открыто в 15:00, закрыто 25\u00a0ноября 2026\u00a0г. в 00:10"


def test_the_number_stands_with_the_word_and_the_body_above() -> None:
    page = sheet(SMALL)
    assert (page.heading, page.subheading) == ("ПРОТОКОЛ №\u00a05", "заседания проектного офиса")
    assert pdf_text(paper_pdf(page)).startswith(squeezed("Администрация Озёрского городского округа"))
    assert page.captions["seat"] == "№"


def test_the_signature_of_a_correction_means_the_correction() -> None:
    of = correction(SMALL, "0" * 64, 1, "Читать иначе.", at(17))
    page = correction_sheet(of, translator(), fingerprint(of), CHECK_URL, SIGNATURE)
    assert "подписал исправление" in page.signature.meaning and "оно равнозначно" in page.signature.meaning
    assert "протокол" not in page.signature.meaning
    assert page.body == SMALL.body


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
    assert (page.heading, page.subheading) == ("ВЫПИСКА", "из протокола №\u00a05 заседания проектного офиса")
    assert [entry.number for entry in page.items] == [line.caption for line in page.agenda] == ["2", "3"]
    assert page.items == sheet(of).items[1:]
    assert (page.absent, page.guests) == ((), ())
    assert page.certified.replace("\u00a0", " ") == (
        "Выписка верна: Г. И. Ветров, руководитель проектного офиса, 24 ноября 2026 г., 16:25 (UTC+05:00)"
    )
    assert squeezed(page.certified) in pdf_text(paper_pdf(page))
    assert page.fingerprint == sheet(of).fingerprint
    with pytest.raises(ValueError, match="none of these items"):
        extract_sheet(of, translator(), fingerprint(of), CHECK_URL, SIGNATURE, numbers=(9,))


def test_an_extract_declines_a_name_as_its_protocol() -> None:
    unknown = "Перец Пётр Ильич, Директор школы"
    of = record(item(1, TIE), item(2, TIE, speaker=unknown))
    page = extract_sheet(of, translator(), fingerprint(of), CHECK_URL, SIGNATURE, numbers=(1,))
    assert page.items[0].speaker == sheet(of).items[0].speaker


def test_whoever_chaired_a_vote_is_named_also_after_another_took_their_seat() -> None:
    former, later = replace(member(2), name=NAMES[6]), member(2)
    present = (member(1), former, later, *map(member, range(3, 7)))

    def chaired_by(name: str, seat: int) -> VoteRecord:
        roll = [replace(one, name=name) if one.seat == seat else one for one in TIE.roll_call]
        return replace(TIE, chair=seat, acting=seat == 2, roll_call=tuple(roll))

    votes = (chaired_by(NAMES[6], 2), chaired_by(NAMES[1], 2), chaired_by(NAMES[7], 1), TIE)
    said = [
        vote.chair.replace("\u00a0", " ")
        for vote in sheet(record(item(1, *votes), present=present)).items[0].votes
    ]
    assert [words.partition(": ")[2].partition(",")[0] for words in said] == [
        "Берёзкина Н. Т.",
        "Полянская В. А.",
        "Озёрный Ю. Н.",
        "",
    ]


def test_an_opinion_keeps_the_name_of_its_holder() -> None:
    newcomer = replace(member(2), name="Озёрный Юрий Никитич")
    of = record(item(1, TIE), present=(member(1), member(2), newcomer))
    opinions = [Opinion(2, 1, "Против.", at(17), holder=22), Opinion(2, 0, "За", at(17), holder=23)]
    holders = {22: NAMES[1], 23: newcomer.name}
    page = protocol_sheet(of, translator(), "0" * 64, CHECK_URL, SIGNATURE, opinions, holders=holders)
    assert [line.caption.replace("\u00a0", " ") for line in page.annexes] == [
        "ПРИЛОЖЕНИЕ. Особое мнение: Полянская В. А., вопрос 1",
        "ПРИЛОЖЕНИЕ. Особое мнение: Озёрный Ю. Н.",
    ]
    assert [line.text for line in page.annexes] == ["Против.", "За."]


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
