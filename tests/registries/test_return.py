"""What comes back out: the rows set aside as a workbook, and all rows through any file unchanged."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.registries.cells import is_ditto
from bot.registries.result import RegistryRefused
from bot.registries.text_table import TextSheet, write_text_table
from bot.registries.unreadable import write_unreadable
from domain.messages.message import RegistryRow, Status
from domain.office.profile import OfficeProfile
from tests.registries.test_sample import (
    HEADERS,
    ROWS,
    ZONE,
    Rows,
    explain,
    in_cell,
    local,
    ods,
    read_on_the_day,
    saved,
    separated,
    table,
    xlsx,
    xlsx_sheets,
)


def test_unreadable_rows_come_back_as_texts_with_their_reasons(profile: OfficeProfile) -> None:
    moment = in_cell(2025, 12, 25, 11, 43)
    content = table(
        ("", "ПОС", moment, "=1+1", "@сумма", "+7", "-1", "'=A1"),
        ("1", "?", 46016, "", 5.0, 1.5, True),
    )
    reading = read_on_the_day(content, "", profile)
    assert reading.rows == [] and len(reading.unreadable) == 2
    reading.unreadable[0] = replace(
        reading.unreadable[0],
        cells=("=cmd|' /C calc'!A0", *reading.unreadable[0].cells[1:3], "=1+1", "\x07Б", "+7"),
    )
    sheet = openpyxl.load_workbook(io.BytesIO(write_unreadable(reading, explain))).worksheets[0]
    cells = list(sheet.iter_rows())
    assert [cell.value for cell in cells[0]] == ["Причина", *HEADERS]
    assert [cell.value for cell in cells[1]][:7] == [
        "row-no-number: Номер", "=cmd|' /C calc'!A0", "ПОС", "25.12.2025 11:43:00", "=1+1", "Б", "+7",
    ]  # fmt: skip
    assert [cell.value for cell in cells[2]][1:] == ["1", "?", "46016", None, "5", "1.5", "Да", None]
    for line in cells:
        for cell in line:
            assert cell.data_type == "s" or cell.value is None
            assert cell.number_format == "@" or cell.value is None


def test_corrected_rows_go_in(profile: OfficeProfile) -> None:
    reading = read_on_the_day(
        table(("", "ПОС", "25.12.2025", "Дороги"), ("2", "ПОС", "завтра", "Свет")), "", profile
    )
    book = openpyxl.load_workbook(io.BytesIO(write_unreadable(reading, explain)))
    sheet = book.worksheets[0]
    sheet["B2"].value, sheet["D3"].value = "П-10", "26.12.2025"
    content = io.BytesIO()
    book.save(content)
    again = read_on_the_day(content.getvalue(), "", profile)
    assert again.unreadable == []
    assert [(row.number, row.topic, row.received_at) for row in again.rows] == [
        ("П-10", "Дороги", local(2025, 12, 25)),
        ("2", "Свет", local(2025, 12, 26)),
    ]


@pytest.mark.parametrize("resaved", [False, True])
def test_a_list_that_the_bot_made_does_not_go_back_in(resaved: bool, profile: OfficeProfile) -> None:
    content = write_text_table([TextSheet("Список", HEADERS, [[str(cell) for cell in row] for row in ROWS])])
    if resaved:
        content = saved(openpyxl.load_workbook(io.BytesIO(content)))
    with pytest.raises(RegistryRefused) as refused:
        read_on_the_day(content, "реестр.xlsx", profile)
    assert refused.value.key == "file-own-list"


def test_unreadable_rows_keep_their_sheets(profile: OfficeProfile) -> None:
    bad = ("", "ПОС", "25.12.2025")
    sheets: dict[str, Rows] = {"А": [HEADERS, bad], "Б": [HEADERS, ROWS[0]], "В": [HEADERS, bad]}
    reading = read_on_the_day(xlsx_sheets(sheets), "", profile)
    book = openpyxl.load_workbook(io.BytesIO(write_unreadable(reading, explain, "Reason")))
    assert book.sheetnames == ["А", "В"]
    assert book.worksheets[0]["A1"].value == "Reason"


# What goes in comes out

_WORDS = st.text(
    st.characters(
        codec="cp1251", exclude_categories=("Cc", "Cf", "Zs", "Zl", "Zp"), exclude_characters="<&'#-–—="
    ),
    min_size=1,
    max_size=30,
).filter(lambda words: not is_ditto(words))
_MOMENTS = st.datetimes(in_cell(2000, 1, 1), in_cell(2026, 11, 24)).map(
    lambda one: one.replace(microsecond=0)
)
_LINES = st.lists(
    st.tuples(
        st.from_regex(r"[А-ЯA-Z]{1,3}-\d{1,6}/\d{1,4}", fullmatch=True),
        st.sampled_from([("pos", "ПОС"), ("incident", "Инцидент"), ("social", "соцсети")]),
        _MOMENTS,
        _WORDS,
        _WORDS,
        st.none() | st.timedeltas(timedelta(0), timedelta(days=300)),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda line: (line[0], line[1]),
)


@pytest.mark.long
@settings(max_examples=40, deadline=None)
@given(
    lines=_LINES,
    write=st.sampled_from([xlsx, separated, ods]),
    form=st.sampled_from(["%d.%m.%Y %H:%M:%S", "%Y-%m-%dT%H:%M:%S", None]),
)
def test_rows_go_through_a_file_unchanged(
    lines: list[tuple[str, tuple[str, str], datetime, str, str, timedelta | None]],
    write: object,
    form: str | None,
    profile: OfficeProfile,
) -> None:
    def written(moment: datetime) -> object:
        return (
            moment
            if form is None and write is not separated
            else moment.strftime(form or "%d.%m.%Y %H:%M:%S")
        )

    rows: list[tuple[object, ...]] = [HEADERS]
    messages = []
    for number, (key, word), received, topic, text, later in lines:
        answered = received + timedelta(seconds=int(later.total_seconds())) if later is not None else None
        if answered and answered > in_cell(2026, 11, 24):
            answered = None
        rows.append(
            (number, word, written(received), topic, text, "", "", written(answered) if answered else "")
        )
        messages.append(
            RegistryRow(
                channel=key,
                number=number,
                received_at=received.replace(tzinfo=ZONE).astimezone(UTC),
                topic=topic,
                text=text,
                status=Status.ANSWERED if answered else Status.OPEN,
                answered_at=answered.replace(tzinfo=ZONE).astimezone(UTC) if answered else None,
            )
        )
    reading = read_on_the_day(write(rows), "", profile)  # type: ignore[operator]
    assert reading.unreadable == []
    assert reading.rows == messages
