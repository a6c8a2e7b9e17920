"""The original: PDF/A-2b and its pictures by Typst; the same sheet gives the same bytes."""

from __future__ import annotations

import json
import re
from datetime import UTC
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import segno
import typst

from bot.documents.paper import Paper, SignedPaper, content

TEMPLATES = Path(__file__).parent / "templates"
# Scripts whose signs change each other, and what no font of ours has: all past Cyrillic but general signs.
_SHAPED = re.compile("[\u0300-\u036f\u0530-\u1fff\u200c\u200d\u2c00-\U0010ffff]")
PICTURE_DENSITY = 96.0
"""Of a page's picture, pixels an inch: text is sharp on a phone, a page stays under 200 kB."""


def paper_pdf(paper: Paper) -> bytes:
    """The paper as PDF/A-2b."""
    return bytes(_compiled(paper, format="pdf", pdf_standards="a-2b"))


def page_pictures(paper: Paper) -> list[bytes]:
    """The paper's pages as PNG, in order."""
    pages = _compiled(paper, format="png", ppi=PICTURE_DENSITY)
    return list(pages) if isinstance(pages, list) else [pages]


def _compiled(paper: Paper, **how: Any) -> Any:
    """What Typst makes of the paper; where it falls over the signs of a script, they are squares.

    A fall of its shaper is no Exception, and would end whoever waits for the paper.
    """
    moment = paper.moment.astimezone(UTC)
    try:
        return _compiler(paper).compile(timestamp=moment, **how)
    except BaseException as fall:
        if type(fall).__name__ != "PanicException":
            raise
    return _compiler(paper, plainly=True).compile(timestamp=moment, **how)


def _compiler(paper: Paper, *, plainly: bool = False) -> typst.Compiler:
    filled = content(paper)
    if isinstance(paper, SignedPaper):
        code = BytesIO()
        segno.make(paper.check_url, error="m", micro=False).save(code, kind="svg", border=0, xmldecl=False)
        filled["check_code"] = code.getvalue().decode()
    words = json.dumps(filled, ensure_ascii=False)
    return typst.Compiler(
        TEMPLATES / paper.template,
        root=TEMPLATES,
        font_paths=_fonts(),
        sys_inputs={"sheet": _SHAPED.sub("□", words) if plainly else words},
    )


@cache
def _fonts() -> typst.Fonts:
    """Typst's own fonts and the package's: what is installed on the machine changes nothing."""
    return typst.Fonts(include_system_fonts=False, font_paths=[TEMPLATES])
