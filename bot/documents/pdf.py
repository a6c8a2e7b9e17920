"""The original: PDF/A-2b and its pictures by Typst; the same sheet gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC
from functools import cache
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any

import segno
import typst

from bot.documents.act import NotHeldSheet
from bot.documents.correction import CorrectionSheet
from bot.documents.sheet import ProtocolSheet, content

Sheet = ProtocolSheet | NotHeldSheet | CorrectionSheet

TEMPLATES = Path(__file__).parent / "templates"
_TEMPLATES: Mapping[type, str] = MappingProxyType(
    {ProtocolSheet: "protocol.typ", NotHeldSheet: "act.typ", CorrectionSheet: "correction.typ"}
)
PICTURE_DENSITY = 96.0
"""Of a page's picture, pixels an inch: text is sharp on a phone, a page stays under 200 kB."""


_LINES_OF_A_PAGE = 60


def protocol_pdf(sheet: ProtocolSheet) -> bytes:
    """The protocol as PDF/A-2b."""
    return _pdf(sheet)


def not_held_pdf(sheet: NotHeldSheet) -> bytes:
    """The act of a meeting that was not held as PDF/A-2b."""
    return _pdf(sheet)


def correction_pdf(sheet: CorrectionSheet) -> bytes:
    """The correction of a protocol as PDF/A-2b."""
    return _pdf(sheet)


def page_pictures(sheet: Sheet) -> list[bytes]:
    """The document's pages as PNG, in order."""
    return _pictures(sheet)


def _pictures(sheet: Sheet, items: int | None = None) -> list[bytes]:
    pages: Any = _compiler(sheet, items).compile(
        format="png", ppi=PICTURE_DENSITY, timestamp=sheet.moment.astimezone(UTC)
    )
    return list(pages) if isinstance(pages, list) else [pages]


def first_page(sheet: Sheet) -> bytes:
    """The document's first page as PNG; what cannot reach it is not laid out."""
    return _pictures(sheet, _reaching(sheet) if isinstance(sheet, ProtocolSheet) else None)[0]


def _reaching(sheet: ProtocolSheet) -> int:
    """How many items may begin on the first page: each counted with the fewest lines it can take."""
    lines = len(sheet.present) + len(sheet.absent) + len(sheet.items)
    for count, item in enumerate(sheet.items, 1):
        lines += 2 + sum(len(vote.roll_call) + 2 for vote in item.votes)
        if lines > _LINES_OF_A_PAGE:
            return count
    return len(sheet.items)


def _pdf(sheet: Sheet) -> bytes:
    document: Any = _compiler(sheet).compile(
        format="pdf", pdf_standards="a-2b", timestamp=sheet.moment.astimezone(UTC)
    )
    return bytes(document)


def _compiler(sheet: Sheet, items: int | None = None) -> typst.Compiler:
    code = BytesIO()
    segno.make(sheet.check_url, error="m", micro=False).save(code, kind="svg", border=0, xmldecl=False)
    filled = {**content(sheet), "check_code": code.getvalue().decode(), "printed": items}
    return typst.Compiler(
        TEMPLATES / _TEMPLATES[type(sheet)],
        root=TEMPLATES,
        font_paths=fonts(),
        sys_inputs={"sheet": json.dumps(filled, ensure_ascii=False)},
    )


@cache
def fonts() -> typst.Fonts:
    """Typst's own fonts and the package's: what is installed on the machine changes nothing."""
    return typst.Fonts(include_system_fonts=False, font_paths=[TEMPLATES])
