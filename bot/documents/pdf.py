"""The original: PDF/A-2b by Typst; the same sheet gives the same bytes."""

from __future__ import annotations

import json
import re
from datetime import UTC
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import segno
import structlog

from bot.documents.paper import Paper, SignedPaper, content
from bot.documents.typesetting import LONGEST, HeldUp, Typesetter
from bot.localisation import Locale

log = structlog.get_logger("documents")

# Scripts whose signs change each other, and what no font of ours has: all past Cyrillic but general signs.
# And where a word may be parted unseen.
_SHAPED = re.compile("[\u00ad\u0300-\u036f\u0530-\u1fff\u200b-\u200d\u2060\u2c00-\U0010ffff]+")
_TYPESETTER = Typesetter()


def paper_pdf(paper: Paper, longest: float = LONGEST) -> bytes:
    """The paper as PDF/A-2b, in so many seconds at most, and again as many where it holds the typesetter.

    Such a paper has a square for any run of signs that may be the reason, and says so under its heading.
    Raises `HeldUp` where that holds it too.
    """
    filled = content(paper)
    if isinstance(paper, SignedPaper):
        code = BytesIO()
        segno.make(paper.check_url, error="m", micro=False).save(code, kind="svg", border=0, xmldecl=False)
        filled["check_code"] = code.getvalue().decode()
    try:
        return _set(paper, filled, longest)
    except HeldUp:
        log.warning("paper printed with squares", template=paper.template)
    filled = json.loads(_SHAPED.sub("□", json.dumps(filled, ensure_ascii=False)))
    filled["squares"] = Locale(paper.language, ZoneInfo("UTC"))("protocol-squares")
    return _set(paper, filled, longest)


def _set(paper: Paper, filled: dict[str, Any], longest: float) -> bytes:
    work = {
        "template": paper.template,
        "sheet": json.dumps(filled, ensure_ascii=False),
        "moment": paper.moment.astimezone(UTC).isoformat(),
    }
    return _TYPESETTER.pdf(work, longest)
