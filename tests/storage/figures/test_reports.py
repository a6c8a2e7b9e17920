"""The report's workbook and print say what a count over the same messages says; no cell is a formula."""

from __future__ import annotations

import io
import re
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook, load_workbook
from pypdf import PdfReader
from sqlalchemy import text

from bot.documents.charts import Bar, BigNumber, Chart, Panel, chart_png
from bot.localisation import Locale
from bot.production_calendar import ProductionCalendar
from bot.storage.database import Database
from bot.storage.messages.placed import PlacedRow
from bot.works.figures import ReportSource, make_chart, make_pdf, make_xlsx, report_source
from domain.figures.period import read_period
from domain.messages.message import RegistryRow
from domain.messages.routing import Place
from domain.office.profile import OfficeProfile

ZONE = ZoneInfo("Asia/Yekaterinburg")
NOW = datetime(2026, 11, 24, 8, 25, tzinfo=ZONE)
TOPICS = ("Дороги", "=1+1", "+7 снег", "<b>Тепло</b> & #свет")
SQL = """
SELECT {key} AS name, count(*),
  sum(CASE WHEN answered_at <= deadline_at THEN 1 ELSE 0 END),
  sum(CASE WHEN answered_at > deadline_at THEN 1 ELSE 0 END),
  sum(CASE WHEN answered_at IS NULL AND deadline_at < :now THEN 1 ELSE 0 END)
FROM messages WHERE received_at >= :since AND received_at < :until GROUP BY 1
"""
SHEETS = {
    "По каналам": "channel",
    "По блокам": "coalesce(block, '')",
    "По темам": "topic",
    "По населённым пунктам": "settlement",
    "По подразделениям": "coalesce(unit, '')",
}


async def fill(database: Database, profile: OfficeProfile) -> None:
    """Two hundred messages of October and November, at random; some unanswered, some late."""
    random = Random(7)
    rows = []
    for number in range(200):
        received = NOW - timedelta(days=random.randrange(1, 55), minutes=random.randrange(600))
        answered = received + timedelta(hours=random.choice((2, 30, 90, 400)))
        unit = random.choice(profile.units)
        row = RegistryRow(
            channel=random.choice(profile.channels).key,
            number=random.choice(("", "=", "@")) + f"N{number}",
            received_at=received,
            topic=random.choice(TOPICS),
            answered_at=answered if answered < NOW and number % 4 else None,
            executor=unit.title,
            important=number % 5 == 0,
            interim_at=received + timedelta(hours=1) if number % 7 == 0 else None,
            refuted_at=received + timedelta(hours=2) if number % 11 == 0 else None,
        )
        deadline = (received + timedelta(hours=100)).replace(second=59)
        place = Place(random.choice((unit.block, None)), unit.key)
        rows.append(PlacedRow(row, deadline, place, random.choice(("с. Фоки", "Чайковский", ""))))
    async with database.write() as uow:
        await uow.rows.upsert(rows)


async def source_of(database: Database, profile: OfficeProfile, period: str) -> ReportSource:
    """What the head's report is made of."""
    async with database.read() as uow:
        return await report_source(uow, profile, 1, read_period(period))


async def counted(database: Database, key: str, since: date, until: date) -> dict[str, tuple[int, ...]]:
    """The same by plain SQL: received, in time, late, overdue."""
    moments: dict[str, Any] = {
        "now": NOW,
        "since": datetime.combine(since, datetime.min.time(), ZONE),
        "until": datetime.combine(until, datetime.min.time(), ZONE),
    }
    utc = ZoneInfo("UTC")
    values: dict[str, Any] = {name: moment.astimezone(utc) for name, moment in moments.items()}
    if database.sqlite:
        values = {name: f"{moment:%Y-%m-%d %H:%M:%S.%f}" for name, moment in values.items()}
    async with database.read() as uow:
        rows = await uow.connection.execute(text(SQL.format(key=key)), values)
        return {row[0]: tuple(int(value) for value in row[1:]) for row in rows}


@pytest.fixture
async def made(database: Database, profile: OfficeProfile) -> tuple[Database, Workbook, str]:
    """October's report: the workbook and the print's words."""
    await fill(database, profile)
    source = await source_of(database, profile, "2026-10")
    given = (source, profile, ProductionCalendar(profile), Locale("ru", ZONE))
    book = load_workbook(io.BytesIO(make_xlsx(*given)))
    pages = PdfReader(io.BytesIO(make_pdf(*given))).pages
    return database, book, "\n".join(page.extract_text() for page in pages).replace("\u00a0", " ")


async def test_the_workbook_says_what_plain_sql_says(
    made: tuple[Database, Workbook, str], profile: OfficeProfile
) -> None:
    database, book, _ = made
    titles = {
        "channel": {one.key: one.short_title for one in profile.channels},
        "coalesce(block, '')": {"": "Без блока", **{one.key: one.title for one in profile.blocks}},
        "coalesce(unit, '')": {one.key: one.title for one in profile.units},
        "settlement": {"": "Место не указано"},
    }
    for name, key in SHEETS.items():
        known = await counted(database, key, date(2026, 10, 1), date(2026, 11, 1))
        rows = list(book[name].iter_rows(min_row=2, values_only=True))
        shown = {row[0]: (row[1], row[3], row[4], row[5]) for row in rows}
        assert shown == {titles.get(key, {}).get(one, one): values for one, values in known.items()}
        for row in rows:
            assert row[1] == sum(int(str(row[place])) for place in (3, 4, 5, 6))


async def test_the_report_tells_the_stages_of_terms(made: tuple[Database, Workbook, str]) -> None:
    database, book, printed = made
    since, until = date(2026, 10, 1), date(2026, 11, 1)
    kinds = {
        "Важных": "CASE WHEN important THEN 'yes' END",
        "С промежуточным ответом": "CASE WHEN interim_at IS NOT NULL THEN 'yes' END",
        "Ответ опровергнут заявителем": "CASE WHEN refuted_at IS NOT NULL THEN 'yes' END",
    }
    totals = {row[0]: row[1] for row in book["Итоги"].iter_rows(values_only=True) if row[0]}
    words = re.sub(r"\s+", " ", printed)
    for caption, key in kinds.items():
        count = (await counted(database, key, since, until))["yes"][0]
        assert count > 0 and totals[caption] == count
        assert f"{caption} {count} " in words


async def test_the_print_says_what_the_workbook_says(made: tuple[Database, Workbook, str]) -> None:
    _, book, printed = made
    words = re.sub(r"\s+", " ", printed)
    for name in ("По каналам", "По блокам", "По населённым пунктам"):
        for row in book[name].iter_rows(min_row=2, values_only=True):
            share = "—" if row[7] is None else f"{round(float(str(row[7])) * 100)} %"
            numbers = [*row[1:7], share, *("—" if hours is None else hours for hours in row[8:10])]
            expected = " ".join(str(number) for number in numbers)
            assert expected in words, (row[0], expected)
    totals = {row[0]: row[1] for row in book["Итоги"].iter_rows(values_only=True) if row[0]}
    for caption in ("Поступило", "В срок", "С опозданием", "Просрочено", "В работе"):
        assert f"{caption} {totals[caption]} " in words


async def test_cells_are_of_their_kinds_and_never_formulas(made: tuple[Database, Workbook, str]) -> None:
    _, book, _ = made
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert any(str(cell.value).startswith("=") for cell in cells)
    page = book["Просроченные"]
    assert page.freeze_panes == "A2" and page.auto_filter.ref.startswith("A1:J")
    assert isinstance(page["C2"].value, datetime) and isinstance(page["D2"].value, datetime)
    assert page["D2"].number_format == "DD.MM.YYYY"
    # Excel rounds what it shows: a day's last moment would be the next day.
    moments = [cell.value for cell in cells if isinstance(cell.value, datetime)]
    assert moments and all(one.second == one.microsecond == 0 for one in moments)
    for name in SHEETS:
        assert book[name].freeze_panes == "B2" and book[name].auto_filter.ref
        assert len(book[name]._charts[0].series) == 4
        assert (
            len(book[name]._charts) == 1 or not book[name]._charts
        )  # openpyxl reads charts back as drawings


async def test_every_sheet_is_printed_on_its_side_and_whole_in_width(
    made: tuple[Database, Workbook, str],
) -> None:
    _, book, _ = made
    for page in book:
        assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9), page.title
        assert page.sheet_properties.pageSetUpPr.fitToPage
        # One page wide is what is meant where no width is said (ECMA-376, 18.3.1.63).
        assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)


async def test_the_print_never_hides_the_largest_row(database: Database, profile: OfficeProfile) -> None:
    """More units than a table of the print has rows, and most messages of none."""
    received = NOW - timedelta(days=40)
    places = [Place(None, unit.key) for unit in profile.units] + [Place(None, None)] * 40
    assert len(profile.units) > 15
    rows = [
        PlacedRow(RegistryRow("pos", f"N{number}", received, topic="Дороги"), NOW, place, "Чайковский")
        for number, place in enumerate(places)
    ]
    async with database.write() as uow:
        await uow.rows.upsert(rows)
    source = await source_of(database, profile, "2026-10")
    given = (source, profile, ProductionCalendar(profile), Locale("ru", ZONE))
    pages = PdfReader(io.BytesIO(make_pdf(*given))).pages
    words = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages).replace("\u00a0", " "))
    assert "Без исполнителя 40 0 " in words


async def test_an_empty_period_makes_a_report_too(database: Database, profile: OfficeProfile) -> None:
    await fill(database, profile)
    source = await source_of(database, profile, "2025-03")
    given = (source, profile, ProductionCalendar(profile), Locale("ru", ZONE))
    assert load_workbook(io.BytesIO(make_xlsx(*given))).sheetnames[0] == "Итоги"
    assert "Просроченных нет" in PdfReader(io.BytesIO(make_pdf(*given))).pages[-1].extract_text()
    assert make_chart(source, profile, Locale("en", ZONE)).startswith(b"\x89PNG")


async def test_the_same_report_gives_the_same_print(database: Database, profile: OfficeProfile) -> None:
    await fill(database, profile)
    source = await source_of(database, profile, "2026-W47")
    given = (source, profile, ProductionCalendar(profile), Locale("ru", ZONE))
    assert make_pdf(*given) == make_pdf(*given)


def test_a_chart_takes_any_words_and_numbers() -> None:
    bars = [Bar("$\\alpha_{$", (0, 0, 0, 0)), Bar("слово" * 60, (1, 0, 0, 10**6))]
    odd = Chart(
        "Очень длинный заголовок " * 9,
        "$\\frac$ & <b>",
        (BigNumber("100000", "поступило"),),
        (Panel("$\\{$", bars, ("a", "b", "c", "d")),),
    )
    content = chart_png(odd)
    assert content[16:24] == (1080).to_bytes(4, "big") + (1350).to_bytes(4, "big")
