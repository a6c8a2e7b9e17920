"""Tables as XLSX in which every cell is a text, a number or a moment: nothing in them is ever a formula.

Written as the format says (ECMA-376, part 1, 18.3 «Worksheets»), row by row: a hundred thousand rows by a
library that keeps an object for each cell take a minute of a processor.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, count
from string import ascii_uppercase
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from bot.registries.characters import fit

# Stands among the keywords of a workbook that the bot made to be looked at, not to be sent back to it.
OWN_TABLE = "municipal-centre-bot: list"
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_LONGEST_CELL = 32_767
_WIDTH, _FIRST_WIDTH = 18, 60  # in characters
_LINE, _HIGHEST = 15, 409  # of a row, in points
_FILLED = 0.95  # of a line, where words end and letters are wide
_DAY_0 = datetime(1899, 12, 30)  # noqa: DTZ001 — a spreadsheet's days have no zone
_MINUTES = 24 * 60
_TEXT, _MOMENT, _HEADER = 1, 2, 3  # among the styles below
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# «@» is the format under which a spreadsheet leaves what is typed as it is.
_STYLES = f"""{_XML}<styleSheet xmlns="{_MAIN}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="DD.MM.YYYY HH:MM"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>
<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="4">
<xf xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>
<xf xfId="0" numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
<xf xfId="0" numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
<xf xfId="0" numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>"""  # noqa: E501 — as the format has it

Cell = str | int | datetime | None


@dataclass(frozen=True, slots=True)
class TextSheet:
    """A sheet: its headers, then its rows as they are asked for.

    `widths` of its first columns in characters; a longer text goes on below.
    """

    name: str
    headers: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    widths: Sequence[int] = (_FIRST_WIDTH,)


def write_text_table(sheets: Iterable[TextSheet], *, returns: bool = False) -> bytes:
    """The workbook's bytes; at least one sheet is expected. `returns`: it is made to be sent back.

    Printed, a sheet lies on its side, its columns are not parted, and each page has its headers.
    """
    saved = io.BytesIO()
    with ZipFile(saved, "w", ZIP_DEFLATED) as book:
        names: list[str] = []
        for sheet in sheets:
            names.append(_name(sheet.name, names))
            with book.open(f"xl/worksheets/sheet{len(names)}.xml", "w", force_zip64=True) as page:
                for piece in _sheet(sheet):
                    page.write(piece.encode())
        book.writestr("xl/styles.xml", _STYLES)
        for part, content in _parts(names, "" if returns else OWN_TABLE):
            book.writestr(part, _XML + content)
    return saved.getvalue()


def _name(said: str, taken: Sequence[str]) -> str:
    """One that no other sheet of the book has; a spreadsheet tells no capitals apart."""
    name = _NOT_IN_A_NAME.sub(" ", fit(said))[:_LONGEST_NAME].strip("'") or "1"
    others = {one.casefold() for one in taken}
    numbered = (f"{name[: _LONGEST_NAME - len(str(one))]}{one}" for one in count(1))
    return next(one for one in chain((name,), numbered) if one.casefold() not in others)


def _parts(names: Sequence[str], keywords: str) -> Iterator[tuple[str, str]]:
    """All that a workbook has besides its sheets and styles."""
    numbered = list(enumerate(names, 1))
    yield (
        "[Content_Types].xml",
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{_CORE}"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>'
        + "".join(
            f'<Override PartName="/xl/worksheets/sheet{one}.xml" ContentType="{_KIND}.worksheet+xml"/>'
            for one, _ in numbered
        )
        + "</Types>",
    )
    yield (
        "_rels/.rels",
        _relations(
            (f"{_OFFICE}/officeDocument", "xl/workbook.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
    )
    yield (
        "docProps/core.xml",
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties">'
        f"<cp:keywords>{keywords}</cp:keywords></cp:coreProperties>",
    )
    pages = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{one}" r:id="rId{one}"/>' for one, name in numbered
    )
    headers = "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{one - 1}">'
        f"{escape(_quoted(name))}!$1:$1</definedName>"
        for one, name in numbered
    )
    yield (
        "xl/workbook.xml",
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{pages}</sheets>'
        f"<definedNames>{headers}</definedNames></workbook>",
    )
    yield (
        "xl/_rels/workbook.xml.rels",
        _relations(
            *((f"{_OFFICE}/worksheet", f"worksheets/sheet{one}.xml") for one, _ in numbered),
            (f"{_OFFICE}/styles", "styles.xml"),
        ),
    )


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"


def _relations(*targets: tuple[str, str]) -> str:
    said = "".join(
        f'<Relationship Id="rId{one}" Type="{kind}" Target="{target}"/>'
        for one, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{said}</Relationships>'


def _sheet(sheet: TextSheet) -> Iterator[str]:
    widths = (*sheet.widths, *[_WIDTH] * len(sheet.headers))
    columns = "".join(
        f'<col min="{one}" max="{one}" width="{width}" customWidth="1"/>'
        for one, width in enumerate(widths, 1)
    )
    yield (
        f'{_XML}<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        '<sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>"
    )
    yield _row(1, sheet.headers, widths, _HEADER)
    for number, row in enumerate(sheet.rows, 2):
        yield _row(number, row, widths, _TEXT)
    yield (
        '</sheetData><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    )


def _row(number: int, cells: Sequence[Cell], widths: Sequence[int], style: int) -> str:
    said = "".join(_cell(f"{_column(place)}{number}", cell, style) for place, cell in enumerate(cells))
    lines = max(map(_lines, cells, widths), default=1)
    return f'<row r="{number}" ht="{min(lines * _LINE, _HIGHEST)}" customHeight="1">{said}</row>'


def _lines(cell: Cell, width: int) -> int:
    """How many lines a text takes in its column: no spreadsheet looks when it opens a file."""
    if not isinstance(cell, str):
        return 1
    return sum(1 + int(len(part) / (width * _FILLED)) for part in cell.split("\n"))


def _column(place: int) -> str:
    """The letters of a column: A, B … Z, AA."""
    before, letter = divmod(place, len(ascii_uppercase))
    return (_column(before - 1) if before else "") + ascii_uppercase[letter]


def _cell(at: str, value: Cell, style: int) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        # Without its seconds: Excel rounds what it shows, and a day's last moment would be the next day's.
        since = value.replace(second=0, microsecond=0, tzinfo=None) - _DAY_0
        return f'<c r="{at}" s="{_MOMENT}"><v>{since.days + since.seconds / 60 / _MINUTES}</v></c>'
    if isinstance(value, int):
        return f'<c r="{at}"><v>{value}</v></c>'
    if not value:
        return f'<c r="{at}" s="{style}"/>'
    text = escape(fit(value)[:_LONGEST_CELL], {"\r": "&#13;"})
    return f'<c r="{at}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
