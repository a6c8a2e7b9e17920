"""Tables that the bot makes: hostile texts stay texts, moments and numbers are real, they can be printed."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import openpyxl
import pytest
import python_calamine

from bot.registries.text_table import TextSheet, write_text_table

_HOSTILE = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "=cmd|'/c calc'!A1",
    " x ",
    "<&>\"'",
    "a\r\nb",
    "007",
    "1e5",
)


@pytest.mark.parametrize("text", _HOSTILE)
def test_a_text_is_a_text_to_every_reader(text: str) -> None:
    content = write_text_table([TextSheet("Список", (text,), [(text, None, text)])])
    text = text.replace("\r\n", "\n")  # the line's end that a cell knows
    page = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert [(page[at].value, page[at].data_type) for at in ("A1", "A2", "C2")] == [(text, "s")] * 3
    assert page["B2"].value is None
    read = python_calamine.load_workbook(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert read[1] == [text, "", text]


def test_moments_and_numbers_are_real_and_stand_in_columns_wide_enough() -> None:
    moments = (datetime(2026, 11, 1, 9, 7, tzinfo=UTC), datetime(2024, 2, 29, 23, 59, 59, tzinfo=UTC))
    day_alone = datetime(2026, 11, 1, tzinfo=UTC)
    rows = [(*moments, 12, -3, day_alone)] * 2
    page = openpyxl.load_workbook(
        io.BytesIO(write_text_table([TextSheet("Дни", ("a", "b", "c", "d", "e"), rows, (17,))]))
    ).worksheets[0]
    assert [page.cell(3, one).value for one in range(1, 5)] == [
        datetime(2026, 11, 1, 9, 7),  # noqa: DTZ001 — a spreadsheet's have no zone
        datetime(2024, 2, 29, 23, 59),  # noqa: DTZ001
        12,
        -3,
    ]
    assert [page[at].number_format for at in ("A2", "E2")] == ["DD.MM.YYYY HH:MM", "DD.MM.YYYY"]
    assert all(page.column_dimensions[one].width > len("29.02.2024 23:59") for one in "AB")


def test_a_sheet_is_printed_on_its_side_with_its_headers_on_each_page() -> None:
    names = ("Л[и]с:т'", "л и с т'", "x" * 40, "X" * 40, "", "A&B")
    book = openpyxl.load_workbook(
        io.BytesIO(write_text_table(TextSheet(one, ("a",) * 30, [("b",)]) for one in names))
    )
    assert book.sheetnames == ["Л и с т", "л и с т1", "x" * 31, "X" * 30 + "1", "1", "A&B"]
    for page in book.worksheets:
        setup = page.page_setup
        assert (setup.orientation, setup.paperSize, setup.fitToHeight) == ("landscape", 9, 0)
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.print_title_rows == "$1:$1" and page.freeze_panes == "A2"
        assert page["AD1"].value == "a"
        assert page["A2"].alignment.wrap_text
