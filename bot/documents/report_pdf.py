"""The report as PDF/A-2b, by the office's page and its own template."""

from __future__ import annotations

import json
from datetime import UTC
from typing import Any

import typst

from bot.documents.pdf import TEMPLATES, fonts
from bot.documents.report import ReportSheet
from bot.documents.sheet import content


def report_pdf(sheet: ReportSheet) -> bytes:
    """The report; the same sheet gives the same bytes."""
    compiler = typst.Compiler(
        TEMPLATES / "report.typ",
        root=TEMPLATES,
        font_paths=fonts(),
        sys_inputs={"sheet": json.dumps(content(sheet), ensure_ascii=False)},
    )
    document: Any = compiler.compile(
        format="pdf", pdf_standards="a-2b", timestamp=sheet.moment.astimezone(UTC)
    )
    return bytes(document)
