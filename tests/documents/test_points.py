"""Points of a decision on paper, and a question that was put again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.meetings.voting import Outcome
from domain.protocols.record import PointRecord
from tests.documents.test_documents_sample import REFUSED, TIE, VOID, item, record, sheet

POINTS = (
    PointRecord("1.1", "Вывезти снег", ("Управление ЖКХ", "Отдел дорог"), date(2026, 12, 5)),
    PointRecord("1.2", "Сообщить жителям"),
)


def said(text: str) -> list[str]:
    """Lines with plain spaces."""
    return text.replace("\u00a0", " ").split("\n")


def test_points_of_an_adopted_decision_stand_below_it_with_executors_and_day() -> None:
    entry = sheet(record(item(1, TIE, points=POINTS, executors=()))).items[0]
    assert said(entry.decided)[1:] == [
        "1.1. Вывезти снег. Исполнители: Управление ЖКХ; отдел дорог. Срок: 5 декабря 2026 г.",
        "1.2. Сообщить жителям.",
    ]
    assert entry.executors == "" and "Вывезти снег" not in entry.draft


def test_who_executes_the_whole_stands_before_its_points() -> None:
    words = {"draft_decision": "Утвердить план", "decision": "Утвердить план"}
    entry = sheet(record(item(1, TIE, points=POINTS, **words))).items[0]
    assert said(entry.decided)[0] == (
        "Утвердить план. Исполнитель: Управление жилищно-коммунального хозяйства. Срок: 1 декабря 2026 г."
    )
    assert entry.execution == ""
    assert sheet(record(item(1, TIE))).items[0].execution != ""


def test_points_that_were_not_adopted_stand_with_the_draft_alone() -> None:
    entry = sheet(record(item(1, REFUSED, points=POINTS))).items[0]
    assert "1.2. Сообщить жителям." in said(entry.draft) and "Сообщить жителям" not in entry.decided


def test_executors_of_points_execute_the_decision() -> None:
    of = item(1, TIE, points=POINTS, executors=("Отдел дорог",))
    assert of.everyone == ("Отдел дорог", "Управление ЖКХ") and not of.without_executor
    assert not item(1, TIE, points=POINTS, executors=()).without_executor
    assert item(1, TIE, points=POINTS[1:], executors=()).without_executor


def test_the_last_vote_that_decided_counts_and_the_protocol_says_why_it_was_put_again() -> None:
    again = replace(REFUSED, again="Подрядчик сменился")
    of = item(1, TIE, replace(VOID, again="Подрядчик сменился"), again)
    assert of.outcome is Outcome.NOT_ADOPTED
    assert item(1, TIE, VOID).outcome is Outcome.ADOPTED
    assert item(1, VOID).outcome is Outcome.VOID and item(1).outcome is None
    headings = [vote.heading for vote in sheet(record(of)).items[0].votes]
    assert "поставлен снова" not in headings[0] and "поставлен снова: Подрядчик сменился" in headings[2]
