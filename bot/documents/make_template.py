"""Makes `templates/protocol.docx`, the Word file that the office may then edit in Word.

Run `python -m bot.documents.make_template`. In the file `{{ … }}` stands for a text and `{% … %}` for what
is repeated or left out; captions may be replaced by words, styles and the page changed at will.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

PATH = Path(__file__).parent / "templates" / "protocol.docx"
FONT = "Times New Roman"
LANGUAGE = "ru-RU"
TEXT_WIDTH = 165
"""Millimetres between the margins: 210 less 30 on the left and 15 on the right."""

Columns = tuple[tuple[float, str, str], ...]
"""Of a table: width in millimetres, the caption's name, what a row says."""


def main() -> None:
    """Write the template."""
    document = docx.Document()
    _page(document)
    _styles(document)
    _heading(document)
    _attendance(document)
    _items(document)
    _signature(document)
    _annexes(document)
    _lighten(document)
    document.save(str(PATH))


def _lighten(document: Document) -> None:
    """Leave out what the library's blank file brings and nothing here uses: a fill reads it all."""
    used = {"Normal", "Header", "Footer", "Cell", "Heading 1", "Heading 2", "Table Grid", "Normal Table"}
    for style in list(document.styles):
        if style.name not in used and not (style.builtin and style.name.startswith("Default")):
            style.delete()
    # Laid out as by Word since 2013: a table's edge stands at the margin.
    mode = document.settings.element.find(f".//{qn('w:compatSetting')}[@{qn('w:name')}='compatibilityMode']")
    mode.set(qn("w:val"), "15")
    for owner in (document.part, document.part.package):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.endswith(("/stylesWithEffects", "/thumbnail", "/customXml", "/numbering")):
                del owner.rels[key]


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number._p.append(field)
    _check(section.first_page_footer)
    properties = document.core_properties
    properties.title, properties.language = "{{ title }}", "{{ language }}"
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.created = properties.modified = datetime(2024, 1, 9)  # noqa: DTZ001  naive by the format
    properties.revision = 1


def _styles(document: Document) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(12)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.element.rPr.rFonts.set(qn("w:cs"), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE)
    normal.element.rPr.append(language)
    normal.paragraph_format.space_after = Pt(6)
    for level in (1, 2):
        style = document.styles[f"Heading {level}"]
        fonts = style.element.rPr.rFonts
        for name in [name for name in fonts.attrib if "Theme" in name]:
            del fonts.attrib[name]
        style.font.name, style.font.size, style.font.bold = FONT, Pt(12), True
        style.font.color.rgb = None
        color = style.element.rPr.find(qn("w:color"))
        if color is not None:
            style.element.rPr.remove(color)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(14), Pt(6)
        style.paragraph_format.keep_with_next = True
    cell = document.styles.add_style("Cell", WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = normal
    cell.font.size = Pt(10)
    cell.paragraph_format.space_before = cell.paragraph_format.space_after = Pt(2)
    cell.paragraph_format.line_spacing = 1


def _line(document: Document, text: str, style: str | None = None, **options: Any) -> Paragraph:
    """A paragraph; `bold` is a caption before the text, other options are of the paragraph's format."""
    paragraph = document.add_paragraph(style=style)
    caption = options.pop("bold", "")
    if caption:
        paragraph.add_run(caption).bold = True
        paragraph.add_run(" ")
    paragraph.add_run(text).italic = options.pop("italic", None)
    for name, value in options.items():
        setattr(paragraph.paragraph_format, name, value)
    return paragraph


def _heading(document: Document) -> None:
    centre: dict[str, Any] = {"alignment": WD_ALIGN_PARAGRAPH.CENTER}
    _line(document, "{%p if body %}")
    _line(document, "{{ body }}", **centre)
    _line(document, "{%p endif %}")
    _line(document, "{{ office }}", **centre)
    heading = _line(document, "{{ heading }}", space_after=Pt(0), **centre)
    subheading = _line(document, "{{ subheading }}", space_after=Pt(12), **centre)
    for paragraph, size in ((heading, 15), (subheading, 12)):
        paragraph.runs[0].bold, paragraph.runs[0].font.size = True, Pt(size)
    where = _line(document, "{{ date }}\t{{ city }}", space_after=Pt(12))
    where.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    _line(document, "{%p for line in particulars %}")
    _line(document, "{{ line.text }}", bold="{{ line.caption }}:", space_after=Pt(3))
    _line(document, "{%p endfor %}")


def _attendance(document: Document) -> None:
    person = ((16, "seat", "one.seat"), (46, "name", "one.name"))
    position = (72, "position", "one.position")
    _line(document, "{%p for day in sittings %}")
    _line(document, "{%p if day.heading %}")
    _line(document, "", bold="{{ day.heading }}", keep_with_next=True, space_before=Pt(14))
    _line(document, "{%p endif %}")
    _line(document, "{{ captions.present }}", "Heading 1")
    _line(document, "{%p if day.present %}")
    _table(document, "one in day.present", (*person, position, (31, "part", "one.part")))
    _line(document, "{%p else %}")
    _line(document, "{{ nobody }}")
    _line(document, "{%p endif %}")
    _line(document, "{%p if day.absent %}")
    _line(document, "{{ captions.absent }}", "Heading 1")
    _line(document, "{%p if day.absent|map(attribute='part')|select|list %}")
    _table(document, "one in day.absent", (*person, position, (31, "reason", "one.part")))
    _line(document, "{%p else %}")
    _table(document, "one in day.absent", (*person, (103, "position", "one.position")))
    _line(document, "{%p endif %}")
    _line(document, "{%p endif %}")
    _line(document, "{%p endfor %}")
    _line(document, "{%p if guests %}")
    _line(document, "{{ captions.guests }}", "Heading 1")
    _table(document, "one in guests", ((60, "name", "one.caption"), (105, "position", "one.text")))
    _line(document, "{%p endif %}")
    _line(document, "{{ captions.agenda }}", "Heading 1")
    _line(document, "{%p for line in agenda %}")
    _line(document, "{%p if loop.last %}")
    _line(document, "{{ line.caption }}. {{ line.text }}", space_after=Pt(3), keep_with_next=True)
    _line(document, "{%p else %}")
    _line(document, "{{ line.caption }}. {{ line.text }}", space_after=Pt(3))
    _line(document, "{%p endif %}")
    _line(document, "{%p endfor %}")


def _items(document: Document) -> None:
    _line(document, "{%p for item in items if item.considered %}")
    _line(document, "{{ item.number }}. {{ item.question }}", "Heading 2")
    _line(document, "{%p if item.speaker %}")
    _line(document, "{{ item.speaker }}", bold="{{ captions.heard }}:")
    _line(document, "{%p if item.heard %}")
    _line(document, "{{ item.heard }}")
    _line(document, "{%p endif %}")
    _line(document, "{%p elif item.heard %}")
    _line(document, "{{ item.heard }}", bold="{{ captions.heard }}:")
    _line(document, "{%p endif %}")
    _line(document, "{%p if item.spoke %}")
    _line(document, "{{ item.spoke }}", bold="{{ captions.spoke }}:")
    _line(document, "{%p endif %}")
    _line(document, "{%p if item.draft %}")
    _line(document, "{{ item.draft }}", bold="{{ captions.draft }}:")
    _line(document, "{%p endif %}")
    _line(document, "{%p for vote in item.votes %}")
    vote = "({{ vote.heading }}): {{ vote.tally }}."
    _line(document, vote, bold="{{ captions.vote }}", keep_with_next=True)
    _line(document, "{%p if vote.chair %}")
    _line(document, "{{ vote.chair }}", keep_with_next=True)
    _line(document, "{%p endif %}")
    columns = ((16, "seat", "entry.seat"), (67, "name", "entry.name"), (82, "choice", "entry.choice"))
    _table(document, "entry in vote.roll_call", columns, whole=True)
    result: dict[str, Any] = {"italic": True, "space_before": Pt(6)}
    _line(document, "{%p if loop.last %}")
    _line(document, "{{ vote.result }}", keep_with_next=True, **result)
    _line(document, "{%p else %}")
    _line(document, "{{ vote.result }}", **result)
    _line(document, "{%p endif %}")
    _line(document, "{%p endfor %}")
    _line(document, "{%p if item.note %}")
    _line(document, "{{ item.note }}")
    _line(document, "{%p endif %}")
    # A result stands with what was decided, and that with who executes it; at the end with the signature.
    _line(document, "{%p if item.decided %}")
    _line(document, "{{ item.decided }}", bold="{{ captions.decided }}:", keep_with_next=True)
    _line(document, "{%p endif %}")
    _line(document, "{%p if item.execution and loop.last %}")
    _line(document, "{{ item.execution }}", keep_with_next=True)
    _line(document, "{%p elif item.execution %}")
    _line(document, "{{ item.execution }}")
    _line(document, "{%p endif %}")
    _line(document, "{%p endfor %}")


def _signature(document: Document) -> None:
    _signer(document, "signature")
    _line(document, "{%p if countersignature %}")
    _signer(document, "countersignature")
    _line(document, "{%p endif %}")
    _line(document, "{%p if signature.meaning %}")
    _line(document, "{{ signature.meaning }}", "Cell")
    _line(document, "{%p endif %}")


def _signer(document: Document, block: str) -> None:
    table = _plain_table(document, 75, 35, 55)
    said = tuple(f"{{{{ {block}.{name} }}}}" for name in ("role", "line", "name"))
    for cell, text in zip(table.rows[0].cells, said, strict=True):
        cell.paragraphs[0].text = text
        cell.paragraphs[0].paragraph_format.space_before = Pt(24)
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    table.rows[0].cells[2].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _line(document, f"{{{{ {block}.position }}}}", "Cell", keep_with_next=True)
    _line(document, f"{{{{ {block}.said }}}}", space_before=Pt(10), keep_with_next=True)


def _check(footer: Any) -> None:
    """The check of authenticity at the foot of the first sheet: the code at the right."""
    table = footer.add_table(1, 2, Mm(TEXT_WIDTH))
    _set_widths(table, (TEXT_WIDTH - 28, 28))
    words, picture = table.rows[0].cells
    picture.paragraphs[0].text = "{{ check_code }}"
    words.paragraphs[0].text = "{{ captions.check }}: {{ check_url }}"
    words.add_paragraph("{{ captions.fingerprint }}:")
    words.add_paragraph("{{ fingerprint }}")
    for paragraph in (*words.paragraphs, *picture.paragraphs):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.space_after = Pt(2)
    for paragraph in words.paragraphs:
        paragraph.runs[0].font.size = Pt(8)
    words.paragraphs[-1].runs[0].font.name = "Courier New"
    words.paragraphs[-1].runs[0].font.size = Pt(7)


def _annexes(document: Document) -> None:
    _line(document, "{%p for annex in annexes %}")
    _line(document, "{{ annex.caption }}", "Heading 1")
    _line(document, "{{ annex.text }}")
    _line(document, "{%p endfor %}")


def _plain_table(document: Document, *widths: float) -> Table:
    """Without lines, so that its words begin at the margin as others do."""
    table: Table = document.add_table(1, len(widths))
    _set_widths(table, widths)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)
    return table


def _set_widths(table: Table, widths: Sequence[float]) -> None:
    table.autofit = False
    for index, width in enumerate(widths):
        table.columns[index].width = Mm(width)
        for row in table.rows:
            row.cells[index].width = Mm(width)


def _table(document: Document, loop: str, columns: Columns, *, whole: bool = False) -> None:
    """A table with a repeated heading and a row for each turn of the loop; `whole` keeps it on one page."""
    table = document.add_table(4, len(columns), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    _in_row(table, 0, tuple(f"{{{{ captions.{caption} }}}}" for _, caption, _ in columns), bold=True)
    _in_row(table, 1, (f"{{%tr for {loop} %}}",))
    _in_row(table, 2, tuple(f"{{{{ {said} }}}}" for _, _, said in columns))
    _in_row(table, 3, ("{%tr endfor %}",))
    _set_widths(table, [width for width, _, _ in columns])
    _row_property(table, 0, "w:cantSplit")
    _row_property(table, 0, "w:tblHeader")
    _row_property(table, 2, "w:cantSplit")
    for row in (0, 2) if whole else (0,):
        for cell in table.rows[row].cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _in_row(table: Table, row: int, texts: tuple[str, ...], *, bold: bool = False) -> None:
    cells: tuple[_Cell, ...] = table.rows[row].cells
    for cell in cells:
        cell.paragraphs[0].style = "Cell"
    for cell, text in zip(cells, texts, strict=False):
        cell.paragraphs[0].add_run(text).bold = bold or None


def _row_property(table: Table, row: int, name: str) -> None:
    table.rows[row]._tr.get_or_add_trPr().append(OxmlElement(name))


if __name__ == "__main__":
    main()
