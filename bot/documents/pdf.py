"""The original: PDF/A-2b and its pictures by Typst; the same sheet gives the same bytes."""

from __future__ import annotations

import json
from datetime import UTC
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import segno
import typst

from bot.documents.paper import Paper, SignedPaper, content
from bot.documents.sheet import ProtocolSheet

TEMPLATES = Path(__file__).parent / "templates"
PICTURE_DENSITY = 96.0
"""Of a page's picture, pixels an inch: text is sharp on a phone, a page stays under 200 kB."""

_LINES_OF_A_PAGE = 60


def paper_pdf(paper: Paper) -> bytes:
    """The paper as PDF/A-2b."""
    document: Any = _compiler(paper).compile(
        format="pdf", pdf_standards="a-2b", timestamp=paper.moment.astimezone(UTC)
    )
    return bytes(document)


def page_pictures(paper: Paper, items: int | None = None) -> list[bytes]:
    """The paper's pages as PNG, in order; of a protocol the first items alone, where they are given."""
    pages: Any = _compiler(paper, items).compile(
        format="png", ppi=PICTURE_DENSITY, timestamp=paper.moment.astimezone(UTC)
    )
    return list(pages) if isinstance(pages, list) else [pages]


def first_page(paper: Paper) -> bytes:
    """The paper's first page as PNG; what cannot reach it is not laid out."""
    return page_pictures(paper, _reaching(paper) if isinstance(paper, ProtocolSheet) else None)[0]


def _reaching(sheet: ProtocolSheet) -> int:
    """How many items may begin on the first page: each counted with the fewest lines it can take."""
    lines = len(sheet.present) + len(sheet.absent) + len(sheet.items)
    for count, item in enumerate(sheet.items, 1):
        lines += 2 + sum(len(vote.roll_call) + 2 for vote in item.votes)
        if lines > _LINES_OF_A_PAGE:
            return count
    return len(sheet.items)


def _compiler(paper: Paper, items: int | None = None) -> typst.Compiler:
    filled = {**content(paper), "printed": items}
    if isinstance(paper, SignedPaper):
        code = BytesIO()
        segno.make(paper.check_url, error="m", micro=False).save(code, kind="svg", border=0, xmldecl=False)
        filled["check_code"] = code.getvalue().decode()
    return typst.Compiler(
        TEMPLATES / paper.template,
        root=TEMPLATES,
        font_paths=_fonts(),
        sys_inputs={"sheet": json.dumps(filled, ensure_ascii=False)},
    )


@cache
def _fonts() -> typst.Fonts:
    """Typst's own fonts and the package's: what is installed on the machine changes nothing."""
    return typst.Fonts(include_system_fonts=False, font_paths=[TEMPLATES])
