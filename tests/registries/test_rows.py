"""Rows of a registry: which are set aside and why, what follows from the answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.messages.message import Problem, Status
from domain.office.profile import OfficeProfile
from tests.registries.test_sample import (
    HEADERS,
    ROWS,
    Rows,
    in_cell,
    local,
    read_on_the_day,
    reasons,
    table,
    xlsx,
    xlsx_sheets,
)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (("", "ПОС", "25.12.2025"), Problem("row-no-number", {"header": "Номер"})),
        (("-", "ПОС", "25.12.2025"), Problem("row-no-number", {"header": "Номер"})),
        (("1", "Голуби", "25.12.2025"), Problem("row-unknown-channel", {"value": "Голуби"})),
        (("1", "", "25.12.2025"), Problem("row-no-channel", {"header": "Канал"})),
        (("1", "ПОС", ""), Problem("row-no-date", {"header": "Дата"})),
        (("1", "ПОС", "скоро"), Problem("row-bad-date", {"header": "Дата", "value": "скоро"})),
        (("1", "ПОС", True), Problem("row-bad-date", {"header": "Дата", "value": "Да"})),
        (
            ("1", "ПОС", "25.12.2025", "", "", "", "", "на днях"),
            Problem("row-bad-date", {"header": "Дата ответа", "value": "на днях"}),
        ),
        (
            ("1", "ПОС", "25.12.2025", "", "", "", "", "24.12.2025"),
            Problem("row-answered-before-received", {"received": "25.12.2025", "answered": "24.12.2025"}),
        ),
        ((1.5e18, "ПОС", "25.12.2025"), Problem("row-number-rounded", {"value": "1.5e+18"})),
        (("7,17E+15", "ПОС", "25.12.2025"), Problem("row-number-rounded", {"value": "7,17E+15"})),
        ((in_cell(2025, 12, 5), "ПОС", "25.12.2025"), Problem("row-number-is-date", {"value": "05.12.2025"})),
        (("9" * 81, "ПОС", "25.12.2025"), Problem("row-number-too-long", {"value": "9" * 59 + "…"})),
    ],
)  # fmt: skip
def test_a_row_is_set_aside_with_its_reason(
    row: tuple[object, ...], problem: Problem, profile: OfficeProfile
) -> None:
    reading = read_on_the_day(table(ROWS[0], row), "", profile)
    assert [one.problem for one in reading.unreadable] == [problem]
    assert reading.unreadable[0].row == 3 and reading.unreadable[0].sheet == "Лист1"
    assert [one.number for one in reading.rows] == ["П-1"]


def test_no_running_number_stands_in_for_a_missing_one(profile: OfficeProfile) -> None:
    mapping = replace(
        profile.generic_registry,
        headers={**profile.generic_registry.headers, "number": ("Номер обращения", "№ п/п")},
    )
    office = replace(profile, generic_registry=mapping)
    content = xlsx(
        [("№ п/п", "Номер обращения", "Дата"), ("1", "", "25.12.2025"), ("2", "А-7", "25.12.2025")]
    )
    reading = read_on_the_day(content, "", office, "appeal")
    assert [row.number for row in reading.rows] == ["А-7"] and reasons(reading) == [(2, "row-no-number")]


def test_status_follows_the_answer_where_its_word_is_empty_and_a_strange_one_is_asked(
    profile: OfficeProfile,
) -> None:
    content = table(
        ("1", "ПОС", "25.12.2025", "", "", "", "", "26.12.2025"),
        ("2", "ПОС", "25.12.2025", "", "", "", "Как?", "26.12.2025"),
        ("3", "ПОС", "25.12.2025", "", "", "", "", ""),
        ("4", "ПОС", "25.12.2025", "", "", "", "В работе", "—"),
    )
    reading = read_on_the_day(content, "", profile)
    assert reading.unreadable == []
    assert [row.status for row in reading.rows] == [Status.ANSWERED, Status.OPEN, Status.OPEN, Status.OPEN]
    assert [row.said_status for row in reading.rows] == ["", "Как?", "", ""]


def test_an_answer_of_the_same_day_without_its_time_is_not_before_the_message(profile: OfficeProfile) -> None:
    content = table(("1", "ПОС", "25.12.2025 15:00", "", "", "", "", "25.12.2025"))
    [row] = read_on_the_day(content, "", profile).rows
    assert row.answered_at == row.received_at == local(2025, 12, 25, 15)


def test_registration_stands_in_for_receipt(profile: OfficeProfile) -> None:
    content = xlsx(
        [("Номер", "Дата регистрации", "Дата"), ("1", "26.12.2025", ""), ("2", "26.12.2025", "25.12.2025")]
    )
    first, second = read_on_the_day(content, "", profile, "appeal").rows
    assert first.received_at == first.registered_at == local(2025, 12, 26)
    assert (second.received_at, second.registered_at) == (local(2025, 12, 25), local(2025, 12, 26))


def test_a_day_to_come_is_set_aside_whatever_it_is_of(profile: OfficeProfile) -> None:
    headers = ("Номер", "Канал", "Дата", "Дата регистрации", "Дата ответа")
    rows = [
        ("1", "59-ФЗ", "24.11.2026 23:59", "24.11.2026", "24.11.2026"),  # by the evening of today
        ("2", "59-ФЗ", "25.11.2026 00:00", "", ""),
        ("3", "59-ФЗ", "20.11.2026", "25.12.2026", ""),
        ("4", "59-ФЗ", "20.11.2026", "20.11.2026", "25.12.2026"),
    ]
    reading = read_on_the_day(xlsx([headers, *rows]), "", profile)
    assert [row.number for row in reading.rows] == ["1"]
    assert [row.problem for row in reading.unreadable] == [
        Problem("row-not-yet", {"header": "Дата", "day": "25.11.2026"}),
        Problem("row-not-yet", {"header": "Дата регистрации", "day": "25.12.2026"}),
        Problem("row-not-yet", {"header": "Дата ответа", "day": "25.12.2026"}),
    ]


def test_a_journal_of_one_date_does_not_tell_of_the_receipt(profile: OfficeProfile) -> None:
    headers = ("Рег. номер", "Дата регистрации", "Вид обращения")
    [row] = read_on_the_day(xlsx([headers, ("1", "20.11.2026", "письмо")]), "", profile).rows
    assert row.told is not None and "received_at" not in row.told and "registered_at" in row.told


def test_a_number_twice(profile: OfficeProfile) -> None:
    content = table(ROWS[0], ROWS[0], ("П-1", "ПОС", "26.12.2025"), ("П-1", "соцсети", "26.12.2025"))
    reading = read_on_the_day(content, "", profile)
    assert [(row.channel, row.number) for row in reading.rows] == [("pos", "П-1"), ("social", "П-1")]
    assert reading.rows[0].received_at == local(2025, 12, 25, 11, 43)
    assert reading.repeated == 1
    assert [row.problem for row in reading.unreadable] == [
        Problem("row-duplicate", {"number": "П-1", "row": "2"})
    ]
    sheets: dict[str, Rows] = {"А": [HEADERS, ROWS[0]], "Б": [HEADERS, ("П-1", "ПОС", "26.12.2025")]}
    [problem] = [row.problem for row in read_on_the_day(xlsx_sheets(sheets), "", profile).unreadable]
    assert problem == Problem("row-duplicate-elsewhere", {"number": "П-1", "row": "2", "sheet": "А"})


def test_a_csv_line_with_an_unquoted_delimiter_is_set_aside(profile: OfficeProfile) -> None:
    text = "Номер;Канал;Дата;Тема\n1;ПОС;25.12.2025;снег; лёд\n2;ПОС;25.12.2025;снег;;\n"
    reading = read_on_the_day(text.encode(), "", profile)
    assert reasons(reading) == [(2, "row-too-many-cells")]
    assert [row.number for row in reading.rows] == ["2"]
