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

TEMPLATES = Path(__file__).parent / "templates"
PICTURE_DENSITY = 96.0
"""Of a page's picture, pixels an inch: text is sharp on a phone, a page stays under 200 kB."""


def paper_pdf(paper: Paper) -> bytes:
    """The paper as PDF/A-2b."""
    document: Any = _compiler(paper).compile(
        format="pdf", pdf_standards="a-2b", timestamp=paper.moment.astimezone(UTC)
    )
    return bytes(document)


def page_pictures(paper: Paper) -> list[bytes]:
    """The paper's pages as PNG, in order."""
    pages: Any = _compiler(paper).compile(
        format="png", ppi=PICTURE_DENSITY, timestamp=paper.moment.astimezone(UTC)
    )
    return list(pages) if isinstance(pages, list) else [pages]


def _compiler(paper: Paper) -> typst.Compiler:
    filled = content(paper)
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
