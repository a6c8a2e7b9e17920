"""Registry files read into rows: the real export, and tables made up in every format."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from bot.registries.result import RegistryRefused
from domain.messages.message import Problem, RegistryRow, Status
from domain.office.profile import OfficeProfile, RegistryMapping
from tests.conftest import SHARED, missing
from tests.registries.test_sample import (
    HEADERS,
    ROWS,
    ZONE,
    Rows,
    in_cell,
    local,
    ods,
    read_on_the_day,
    reasons,
    separated,
    table,
    xls,
    xlsx,
    xlsx_sheets,
)

TABLE: Rows = (HEADERS, *ROWS)


# The real export


@pytest.fixture(scope="module")
def real() -> Path:
    path = SHARED / "data" / "incident_management.xlsx"
    if not path.exists():
        missing(str(path.name))
    return path


def test_a_real_export_is_read_whole(real: Path, profile: OfficeProfile) -> None:
    reading = read_on_the_day(real.read_bytes(), real.name, profile)
    assert (len(reading.rows), reading.unreadable) == (25, [])
    assert reading.channel == "incident"
    assert reading.recognised[0].channel == "incident" and reading.recognised[0].score == 1

    sheet = openpyxl.load_workbook(real).worksheets[0]
    lines = list(sheet.iter_rows(values_only=True))
    column = {str(name): index for index, name in enumerate(lines[0])}
    assert reading.headers == tuple(map(str, lines[0]))
    for row, line in zip(reading.rows, lines[1:], strict=True):
        received = datetime.fromisoformat(str(line[column["Дата создания"]])).replace(tzinfo=ZONE)
        answered = datetime.fromisoformat(str(line[column["Общее время первого ответа"]])).replace(
            tzinfo=ZONE
        )
        assert row.number == str(int(str(line[column["Номер инцидента"]]).removesuffix(".0")))
        assert (row.received_at, row.answered_at, row.status) == (received, answered, Status.ANSWERED)
        assert row.received_at.utcoffset() == timedelta(0)
        assert row.topic == line[column["Тема"]] and row.topic_group == line[column["Группа тем"]]
        assert row.executor == (line[column["Исполнитель"]] or line[column["Отдел"]])
        assert row.url == line[column["Урл поста"]]
        assert row.text and not row.text.startswith("'") and "<br" not in row.text
    assert any("\n" in row.text for row in reading.rows)


def test_a_real_export_without_one_date_loses_that_row_alone(real: Path, profile: OfficeProfile) -> None:
    book = openpyxl.load_workbook(real)
    sheet = book.worksheets[0]
    column = next(cell.column for cell in sheet[1] if cell.value == "Дата создания")
    sheet.cell(5, column).value = "вчера"
    content = io.BytesIO()
    book.save(content)
    reading = read_on_the_day(content.getvalue(), real.name, profile)
    assert len(reading.rows) == 24
    assert reading.unreadable[0].problem == Problem(
        "row-bad-date", {"header": "Дата создания", "value": "вчера"}
    )
    assert reading.unreadable[0].row == 5


# Formats


def expected() -> list[RegistryRow]:
    return [
        RegistryRow("pos", "П-1", local(2025, 12, 25, 11, 43), topic="Дороги", text="Снег во дворе",
                    executor="Отдел ЖКХ"),
        RegistryRow("incident", "П-2", local(2025, 12, 26, 9), topic="Свет", text="Темно на улице",
                    status=Status.ANSWERED, answered_at=local(2025, 12, 27, 10, 30)),
        RegistryRow("appeal", "П-3", local(2025, 12, 27), local(2025, 12, 27), topic="Земля",
                    text="О межевании"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["registry.xlsx", "registry.csv", "registry"])
@pytest.mark.parametrize("write", [xlsx, ods, xls, separated])
def test_every_format_is_told_by_its_content(write: object, name: str, profile: OfficeProfile) -> None:
    reading = read_on_the_day(write(TABLE), name, profile)  # type: ignore[operator]
    assert reading.rows == expected() and reading.unreadable == []
    assert reading.channel is None  # each row names its own


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_in_every_encoding_and_delimiter(encoding: str, delimiter: str, profile: OfficeProfile) -> None:
    rows = [*TABLE, ("П-4", "ПОС", "28.12.2025", "Дороги; дворы, парки", 'Дом "Б"\nи двор\tтоже', "", "", "")]
    reading = read_on_the_day(separated(rows, delimiter, encoding), "x.csv", profile)
    assert reading.rows[:3] == expected() and reading.unreadable == []
    assert reading.rows[3].topic == "Дороги; дворы, парки"
    assert reading.rows[3].text == 'Дом "Б"\nи двор\tтоже'


def test_moments_are_read_from_cells_of_dates_and_from_serial_numbers(profile: OfficeProfile) -> None:
    moment = in_cell(2025, 12, 25, 11, 43, 54)
    serial = (moment - in_cell(1899, 12, 30)) / timedelta(days=1)
    rows = [("Номер", "Канал", "Дата"), (717499.0, "ПОС", moment), (717500, "ПОС", serial)]
    for content in (xlsx(rows), ods(rows)):
        read = read_on_the_day(content, "", profile).rows
        assert [row.number for row in read] == ["717499", "717500"]
        assert {row.received_at for row in read} == {local(2025, 12, 25, 11, 43, 54)}
    [row] = read_on_the_day(xls([rows[0], rows[2]]), "", profile).rows
    assert (row.number, row.received_at) == ("717500", local(2025, 12, 25, 11, 43, 54))
    day = xlsx([rows[0], ("1", "ПОС", moment.date())])
    assert read_on_the_day(day, "", profile).rows[0].received_at == local(2025, 12, 25)


# Where the table is


def test_headers_in_any_order_and_spelling_below_titles_between_empty_columns(profile: OfficeProfile) -> None:
    rows: Rows = [
        ("Выгрузка обращений", "", "", "", "", ""),
        ("за период: 01.12.2025 – 31.12.2025", "", "", "", "", ""),
        ("", "", "", "", "", ""),
        ("", " ДАТА\nПОСТУПЛЕНИЯ: ", "", "тема", "Канал  связи", "№"),
        ("", "1", "", "2", "3", "4"),
        ("", "25.12.2025", "", "Дороги", "гос. услуги, решаем вместе", "15"),
        ("", "", "", "", "", ""),
        ("", " ДАТА\nПОСТУПЛЕНИЯ: ", "", "тема", "Канал  связи", "№"),
        ("", "26.12.2025", "", "Ёлки", "УПРАВЛЯЕМ ВМЕСТЕ", "16"),
    ]
    with_words = replace(
        profile,
        channels=tuple(
            replace(one, aliases=(*one.aliases, "Госуслуги Решаем вместе", "Гос. услуги — решаем вместе"))
            if one.key == "pos"
            else one
            for one in profile.channels
        ),
    )
    for content in (xlsx(rows), separated(rows)):
        reading = read_on_the_day(content, "x", with_words)
        assert [(row.channel, row.number, row.topic) for row in reading.rows] == [
            ("pos", "15", "Дороги"),
            ("upravlyaem", "16", "Ёлки"),
        ]
        assert reading.unreadable == []


def test_rows_are_named_by_their_place_in_the_file(profile: OfficeProfile) -> None:
    rows: Rows = [("Реестр",), ("",), HEADERS, ROWS[0], ("",), ("", *ROWS[1][1:]), ROWS[2]]
    for content in (xlsx(rows), separated(rows)):
        assert reasons(read_on_the_day(content, "", profile)) == [(6, "row-no-number")]


def test_every_sheet_with_headers_is_read_and_hidden_ones_are_not(profile: OfficeProfile) -> None:
    sheets: dict[str, Rows] = {
        "Декабрь": [HEADERS, ROWS[0]],
        "Справка": [("Всего", "3"), ("Читать", "вслух")],
        "Январь": [("Титул",), HEADERS, ROWS[1]],
        "Черновик": [HEADERS, ROWS[2]],
    }
    reading = read_on_the_day(xlsx_sheets(sheets, hidden=["Черновик"]), "", profile)
    assert [row.number for row in reading.rows] == ["П-1", "П-2"]
    assert [sheet.name for sheet in reading.sheets] == ["Декабрь", "Январь"]
    assert set(reading.skipped_sheets) == {"Справка", "Черновик"}


# Which channel


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("ПОС", "pos"), ("Госуслуги", "pos"), ("Инцидент", "incident"), ("«Инцидент менеджмент»", "incident"),
        ("59-ФЗ", "appeal"), ("обращение", "appeal"), ("Управляем вместе", "upravlyaem"),
        ("мониторинг", "monitoring"), ("соцсети", "social"), ("SOCIAL", "social"),
    ],
)  # fmt: skip
def test_a_channel_is_known_by_its_usual_words(word: str, key: str, profile: OfficeProfile) -> None:
    [row] = read_on_the_day(table(("1", word, "25.12.2025")), "", profile).rows
    assert row.channel == key


PLAIN = ("Номер", "Дата", "Тема")


def test_without_any_channel_it_is_asked_for(profile: OfficeProfile) -> None:
    content = xlsx([PLAIN, ("1", "25.12.2025", "Дороги")])
    with pytest.raises(RegistryRefused) as refused:
        read_on_the_day(content, "Инцидент менеджмент и ПОС.xlsx", profile)
    assert refused.value.key == "file-which-channel"
    assert {one.channel for one in refused.value.recognised} == {"incident", "pos"}

    reading = read_on_the_day(content, "", profile, "appeal")
    assert reading.channel == "appeal" and reading.rows[0].channel == "appeal"


@pytest.mark.parametrize(
    ("name", "channel"),
    [
        ("ПОС выгрузка.csv", "pos"),
        ("Инцидент менеджмент за ноябрь.xlsx", "incident"),
        ("59-ФЗ.csv", "appeal"),
    ],
)
def test_a_file_named_as_one_channel_is_of_that_channel(
    name: str, channel: str, profile: OfficeProfile
) -> None:
    content = separated([PLAIN, ("1", "25.12.2025", "Дороги")])
    reading = read_on_the_day(content, name, profile)
    assert reading.channel == channel and [row.channel for row in reading.rows] == [channel]
    # A name in a row, or the one that a person gave, is more than the file's.
    assert read_on_the_day(content, name, profile, "social").channel == "social"
    rows = read_on_the_day(table(("1", "", "25.12.2025")), name, profile)
    assert rows.rows == [] and reasons(rows) == [(2, "row-no-channel")]


def test_a_sheet_named_as_a_channel_is_of_that_channel(profile: OfficeProfile) -> None:
    line = ("1", "25.12.2025", "Дороги")
    sheets: dict[str, Rows] = {"ПОС": [PLAIN, line], "Управляем вместе": [PLAIN, line]}
    reading = read_on_the_day(xlsx_sheets(sheets), "", profile)
    assert [row.channel for row in reading.rows] == ["pos", "upravlyaem"]
    assert reading.channel is None
    assert [sheet.channel for sheet in reading.sheets] == ["pos", "upravlyaem"]


def test_the_channel_given_is_for_rows_without_one(profile: OfficeProfile) -> None:
    content = table(("1", "", "25.12.2025"), ("2", "ПОС", "25.12.2025"))
    reading = read_on_the_day(content, "", profile, "social")
    assert [row.channel for row in reading.rows] == ["social", "pos"]
    alone = read_on_the_day(content, "", profile)
    assert reasons(alone) == [(2, "row-no-channel")] and len(alone.rows) == 1


def test_every_shipped_signature_tells_its_channel(profile: OfficeProfile) -> None:
    told = 0
    for channel in profile.channels:
        if channel.registry is None or not channel.registry.signature:
            continue
        fields = {field: names[0] for field, names in channel.registry.headers.items()}
        headers = list(dict.fromkeys([*fields.values(), *channel.registry.signature]))
        line = ["25.12.2025" if name == fields.get("received_at") else "" for name in headers]
        line[headers.index(fields["number"])] = "7"
        if "registered_at" in fields:
            line[headers.index(fields["registered_at"])] = "26.12.2025"
        reading = read_on_the_day(xlsx([headers, line]), "", profile)
        assert reading.channel == channel.key and reading.unreadable == []
        assert reading.rows[0].number == "7"
        told += 1
    assert told >= 3


def test_of_two_equal_signatures_neither_tells(profile: OfficeProfile) -> None:
    mapping = RegistryMapping({"number": ("Номер",), "received_at": ("Дата",)}, signature=("Номер", "Дата"))
    twins = replace(profile, channels=tuple(replace(one, registry=mapping) for one in profile.channels))
    with pytest.raises(RegistryRefused) as refused:
        read_on_the_day(xlsx([("Номер", "Дата"), ("1", "25.12.2025")]), "", twins)
    assert refused.value.key == "file-which-channel"
    assert {one.channel for one in refused.value.recognised} == {one.key for one in profile.channels}


# What is told on the way


def test_progress_is_told_and_may_end_the_reading(profile: OfficeProfile) -> None:
    rows = [HEADERS, *((f"{index}", "ПОС", "25.12.2025") for index in range(2500))]
    told: list[int] = []
    read_on_the_day(separated(rows), "", profile, progress=told.append)
    assert told == [1000, 2000, 2500]

    class Cancelled(Exception):
        pass

    def cancel(_: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_on_the_day(xlsx(rows), "", profile, progress=cancel)


def test_real_messages_go_through_csv(profile: OfficeProfile) -> None:
    path = SHARED / "data" / "pos_messages.csv"
    if not path.exists():
        missing(path.name)
    text = path.read_text("utf-8").replace(
        "id,text,topic,executor,category", "Номер,Текст,Тема,Исполнитель,Категория"
    )
    with pytest.raises(RegistryRefused) as refused:
        read_on_the_day(text.encode(), path.name, profile, "pos")
    assert (refused.value.key, refused.value.arguments["field"]) == ("file-no-column", "received_at")

    import csv

    lines = list(csv.reader(io.StringIO(text)))
    dated = separated([[*lines[0], "Дата"], *([*line, "25.12.2025"] for line in lines[1:])], ",")
    reading = read_on_the_day(dated, path.name, profile, "pos")
    numbers = Counter(line[0] for line in lines[1:])
    assert {row.number for row in reading.rows} == set(numbers)
    assert len(reading.rows) + reading.repeated + len(reading.unreadable) == len(lines) - 1
    assert set(dict(reasons(reading)).values()) <= {"row-duplicate"}
    assert not any("</p>" in row.text or "&nbsp;" in row.text for row in reading.rows)
