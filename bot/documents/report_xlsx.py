"""The report as a workbook: real numbers and dates, filters, frozen headers, native charts, no formulas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from bot.documents.charts import PARTS
from bot.documents.report import ReportSheet, TallyRow, TallyTable
from bot.registries.characters import fit
from bot.registries.text_table import A4, AS_TEXT, DAY, OWN_TABLE, form_of, to_the_minute

SHARE = "0%"
_WIDEST = 60
_NARROWEST = 11
_CHART_ROWS = 12
_NUMBERS = ("received", "before", "on_time", "late", "overdue", "waiting", "share", "median", "ninety")
_OUTCOMES = ("on_time", "late", "overdue", "waiting")
_LIST = (
    "channel", "number", "received", "deadline", "late", "topic", "block", "unit", "settlement", "reason",
)  # fmt: skip
_LIST_CAPTIONS = (
    "channel", "number", "received_at", "deadline", "overdue_by", "topic", "block", "unit", "settlement",
    "reason",
)  # fmt: skip


def report_xlsx(sheet: ReportSheet) -> bytes:
    """XLSX with a sheet for the summary, each dimension, and the overdue messages."""
    from openpyxl import Workbook  # noqa: PLC0415 — half a second and 50 MB, so when first used

    book = Workbook(write_only=True)
    book.properties.title, book.properties.creator = sheet.title, sheet.office
    book.properties.keywords = OWN_TABLE
    book.properties.created = book.properties.modified = sheet.moment.replace(tzinfo=None)
    _summary(book, sheet)
    for table in sheet.tables:
        _tally_page(book, sheet, table)
    _overdue(book, sheet)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def _summary(book: Any, sheet: ReportSheet) -> None:
    captions, whole, earlier = sheet.captions, sheet.whole, sheet.earlier
    rows: list[Sequence[Any]] = [
        (captions["period"], sheet.period),
        (captions["scope"], sheet.scope),
        (captions["moment"], sheet.moment),
        (),
        (captions["indicator"], captions["value"], captions["before"]),
        *(
            (captions.get(f"{name}_whole", captions[name]), _shown(name, whole), _shown(name, earlier))
            for name in _NUMBERS
            if name != "before"
        ),
        *((stage.name, stage.count) for stage in sheet.stages),
        (captions["hours_note"],),
    ]
    bold = {1, 2, 3, 5}
    for heading, lines in (
        ("changes", sheet.changes),
        ("findings", sheet.findings or (captions["none_found"],)),
    ):
        rows += [(), (captions[heading],)]
        bold.add(len(rows))
        rows += [(line,) for line in lines]
    rows += [(), (captions["causes"], captions["count"])]
    bold.add(len(rows))
    rows += [(cause.reason, cause.count) for cause in sheet.causes] or [(captions["nothing_late"],)]
    page = _page(book, captions["summary"], (44, 34, 16), "")
    for number, row in enumerate(rows, 1):
        page.append(
            [_cell(page, value, bold=number in bold and place == 0) for place, value in enumerate(row)]
        )


def _tally_page(book: Any, sheet: ReportSheet, table: TallyTable) -> None:
    captions = sheet.captions
    header = [captions["name"], *(captions[name] for name in _NUMBERS)]
    name_width = min(_WIDEST, max((len(row.name) for row in table.rows), default=0) + 2)
    page = _page(book, table.heading, (max(name_width, 30), *(_NARROWEST + 3 for _ in _NUMBERS)), "B2")
    _header(page, header)
    for row in table.rows:
        page.append(
            [
                _cell(page, row.name),
                *(_cell(page, _shown(name, row), share=name == "share") for name in _NUMBERS),
            ]
        )
    if table.rows:
        page.auto_filter.ref = f"A1:{chr(ord('A') + len(_NUMBERS))}{len(table.rows) + 1}"
        _chart(page, table, len(table.rows))


def _chart(page: Any, table: TallyTable, rows: int) -> None:
    """Outcomes of the greatest rows, stacked, beside the table."""
    from openpyxl.chart import BarChart, Reference  # noqa: PLC0415 — see above
    from openpyxl.chart.label import DataLabelList  # noqa: PLC0415

    last = min(rows, _CHART_ROWS) + 1
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap = "bar", "stacked", 100
    chart.title, chart.style, chart.gapWidth = table.heading, 10, 60
    chart.height, chart.width = 3.5 + 0.95 * last, 24
    for name in _OUTCOMES:
        column = 2 + _NUMBERS.index(name)
        chart.add_data(Reference(page, min_col=column, min_row=1, max_row=last), titles_from_data=True)
    chart.set_categories(Reference(page, min_col=1, min_row=2, max_row=last))
    for series, colour in zip(chart.series, PARTS, strict=True):
        series.graphicalProperties.solidFill = series.graphicalProperties.line.solidFill = (
            colour.removeprefix("#")
        )
        series.dLbls = DataLabelList()
        series.dLbls.showVal, series.dLbls.numFmt = True, "0;;"
        series.dLbls.showSerName = series.dLbls.showCatName = series.dLbls.showLegendKey = False
    chart.x_axis.scaling.orientation = "maxMin"  # the first row on top, as in the table
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.majorGridlines = None
    chart.legend.position = "b"
    page.add_chart(chart, f"{chr(ord('A') + len(_NUMBERS) + 2)}2")


def _overdue(book: Any, sheet: ReportSheet) -> None:
    captions = sheet.captions
    page = _page(book, captions["overdue_list"], (16, 16, 17, 13, 18, 40, 34, 40, 20, 40), "A2")
    _header(page, [captions[name] for name in _LIST_CAPTIONS])
    for row in sheet.overdue:
        page.append([_cell(page, getattr(row, name), day=name == "deadline") for name in _LIST])
    if sheet.overdue:
        page.auto_filter.ref = f"A1:{chr(ord('A') + len(_LIST) - 1)}{len(sheet.overdue) + 1}"
    if sheet.overdue_left > 0:
        page.append([_cell(page, f"{captions['more']}: {sheet.overdue_left}")])


def _page(book: Any, title: str, widths: Iterable[int], freeze: str) -> Any:
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415 — see above

    page = book.create_sheet(title[:31])
    for place, width in enumerate(widths):
        page.column_dimensions[chr(ord("A") + place)].width = width
    if freeze:
        page.freeze_panes = freeze
        page.print_title_rows = "1:1"
    # Printed, a sheet lies on its side, and its columns are not parted.
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    return page


def _header(page: Any, captions: Sequence[str]) -> None:
    page.append([_cell(page, caption, bold=True, filled=True) for caption in captions])


def _shown(name: str, row: TallyRow) -> int | float | None:
    value: int | None = getattr(row, name)
    return value / 100 if name == "share" and value is not None else value


def _cell(
    page: Any, value: Any, *, bold: bool = False, filled: bool = False, share: bool = False, day: bool = False
) -> Any:
    """A cell of the value's own kind; a text is never a formula."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 — see above
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415

    if isinstance(value, str):
        cell = WriteOnlyCell(page, fit(value))
        cell.data_type, cell.number_format = "s", AS_TEXT
    elif isinstance(value, datetime):
        cell = WriteOnlyCell(page, to_the_minute(value))
        cell.number_format = DAY if day else form_of(value)
    else:
        cell = WriteOnlyCell(page, value)
        if share or isinstance(value, float):
            cell.number_format = SHARE
    if bold:
        cell.font = Font(bold=True)
    if filled:
        cell.fill = PatternFill("solid", fgColor="E8EBEE")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell
