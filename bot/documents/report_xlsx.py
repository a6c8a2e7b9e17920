"""The report as a workbook: real numbers and dates, filters, frozen headers, native charts, no formulas."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from bot.documents.charts import PARTS
from bot.documents.report import ReportSheet, TallyRow, TallyTable
from bot.registries.text_table import OWN_TABLE, Cell, formats_of, lay_out, write_row

_FILL = "#E8EBEE"
_NARROWEST, _WIDEST = 30, 44  # of a name in characters; a longer one goes on below
_NUMBER = 12
_CHART_ROWS = 12
_CHART_WIDTH, _CHART_BASE, _CHART_ROW = 640, 132, 36  # pixels
_NUMBERS = ("received", "before", "on_time", "late", "overdue", "waiting", "share", "median", "ninety")
_OUTCOMES = ("on_time", "late", "overdue", "waiting")
# Captions of the list with the widths of their columns in characters.
_LIST = {
    "channel": 16, "number": 16, "received_at": 17, "deadline": 13, "overdue_by": 18, "topic": 40,
    "block": 34, "unit": 40, "settlement": 20, "reason": 40,
}  # fmt: skip
_SUMMARY_WIDTHS: tuple[int, ...] = (44, 34, 16)


def report_xlsx(sheet: ReportSheet) -> bytes:
    """XLSX with a sheet for the summary, each dimension, and the overdue messages."""
    from xlsxwriter import Workbook  # noqa: PLC0415 — loaded when there is a table to write

    saved = BytesIO()
    with Workbook(saved, {"constant_memory": True}) as book:
        about = {"title": sheet.title, "author": sheet.office, "keywords": OWN_TABLE}
        book.set_properties({**about, "created": sheet.moment.replace(tzinfo=None)})
        pages = _Pages(book)
        _summary(pages, sheet)
        for table in sheet.tables:
            _tally_page(pages, sheet, table)
        _overdue(pages, sheet)
    return saved.getvalue()


class _Pages:
    """The workbook and the three looks that its rows have."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.plain, self.bold = formats_of(book), formats_of(book, bold=True)
        self.header = formats_of(book, bold=True, bg_color=_FILL)

    def add(self, title: str, widths: Sequence[int], header: tuple[int, int] | None) -> Any:
        """One more sheet."""
        page = self.book.add_worksheet(title[:31])
        lay_out(page, widths, header)
        return page

    def fill(
        self, page: Any, captions: Sequence[str], rows: Sequence[Sequence[Cell]], widths: Sequence[int]
    ) -> None:
        """Headers with their filters, then the rows."""
        write_row(page, 0, captions, widths, self.header)
        for at, row in enumerate(rows, 1):
            write_row(page, at, row, widths, self.plain)
        if rows:
            page.autofilter(0, 0, len(rows), len(captions) - 1)


def _summary(pages: _Pages, sheet: ReportSheet) -> None:
    captions, whole, earlier = sheet.captions, sheet.whole, sheet.earlier
    rows: list[Sequence[Cell]] = [
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
    bold = {0, 1, 2, 4}
    for heading, lines in (
        ("changes", sheet.changes),
        ("findings", sheet.findings or (captions["none_found"],)),
    ):
        rows.append(())
        bold.add(len(rows))
        rows += [(captions[heading],), *((line,) for line in lines)]
    rows.append(())
    bold.add(len(rows))
    rows.append((captions["causes"], captions["count"]))
    rows += [(cause.reason, cause.count) for cause in sheet.causes] or [(captions["nothing_late"],)]
    page = pages.add(captions["summary"], _SUMMARY_WIDTHS, None)
    for at, row in enumerate(rows):
        look, widths = pages.bold if at in bold else pages.plain, _SUMMARY_WIDTHS
        if len(row) == 1:  # a sentence has the whole width
            page.merge_range(at, 0, at, len(widths) - 1, "", look[str])
            widths = (sum(widths),)
        write_row(page, at, row, widths, look)


def _tally_page(pages: _Pages, sheet: ReportSheet, table: TallyTable) -> None:
    captions = sheet.captions
    longest = max((len(row.name) for row in table.rows), default=0) + 2
    widths = (max(_NARROWEST, min(longest, _WIDEST)), *(_NUMBER for _ in _NUMBERS))
    page = pages.add(table.heading, widths, (1, 1))
    rows = [(row.name, *(_shown(name, row) for name in _NUMBERS)) for row in table.rows]
    pages.fill(page, [captions["name"], *(captions[name] for name in _NUMBERS)], rows, widths)
    if rows:
        page.insert_chart(1, len(_NUMBERS) + 2, _chart(pages.book, table, page.name))


def _chart(book: Any, table: TallyTable, page: str) -> Any:
    """Outcomes of the greatest rows, stacked, beside the table."""
    last = min(len(table.rows), _CHART_ROWS)
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    for name, colour in zip(_OUTCOMES, PARTS, strict=True):
        column = 1 + _NUMBERS.index(name)
        chart.add_series({
            "name": [page, 0, column],
            "categories": [page, 1, 0, last, 0],
            "values": [page, 1, column, last, column],
            "fill": {"color": colour},
            "border": {"color": colour},
            "data_labels": {"value": True, "num_format": "0;;"},
            "gap": 60,
        })  # fmt: skip
    chart.set_title({"name": table.heading})
    chart.set_y_axis({"reverse": True})  # the first row on top, as in the table
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})  # bars say their numbers
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": _CHART_WIDTH, "height": _CHART_BASE + _CHART_ROW * (last + 1)})
    return chart


def _overdue(pages: _Pages, sheet: ReportSheet) -> None:
    captions = sheet.captions
    widths = tuple(_LIST.values())
    page = pages.add(captions["overdue_list"], widths, (1, 0))
    rows = [
        (
            row.channel, row.number, row.received, row.deadline.date(), row.late, row.topic, row.block,
            row.unit, row.settlement, row.reason,
        )
        for row in sheet.overdue
    ]  # fmt: skip
    pages.fill(page, [captions[name] for name in _LIST], rows, widths)
    if sheet.overdue_left > 0:
        left = f"{captions['more']}: {sheet.overdue_left}"
        write_row(page, len(rows) + 1, (left,), widths, pages.plain)


def _shown(name: str, row: TallyRow) -> int | float | None:
    value: int | None = getattr(row, name)
    return value / 100 if name == "share" and value is not None else value
