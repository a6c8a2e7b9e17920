"""The editable copy: the office's Word template filled from the same sheet as the PDF."""

from __future__ import annotations

import re
import zipfile
from datetime import UTC
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import segno
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from bot.documents.paper import content
from bot.documents.sheet import ProtocolSheet
from bot.documents.wording import SignatureBlock

TEMPLATE = Path(__file__).parent / "templates" / "protocol.docx"
CODE_WIDTH = Mm(24)
_MOST_COMPILED = 64
_UNKNOWN_NAME = re.compile(r"'([^']+)' is undefined|has no attribute '([^']+)'")


class BadTemplate(ValueError):
    """A Word template cannot be filled: it is no Word file, names what the sheet lacks, or does harm.

    `placeholder` is the name that the sheet lacks, where that is the reason; `limit` what was passed where
    `kind` is «slow» (seconds), «large» (megabytes) or «memory».
    """

    def __init__(self, file_name: str, reason: str, kind: str = "broken", limit: float = 0) -> None:
        super().__init__(f"{file_name}: {reason}")
        self.file_name, self.reason, self.kind, self.limit = file_name, reason, kind, limit
        unknown = _UNKNOWN_NAME.search(reason)
        self.placeholder = (unknown[1] or unknown[2]) if unknown else ""


def protocol_docx(sheet: ProtocolSheet, template: Path | None = None) -> bytes:
    """The protocol as DOCX, by the office's template or the package's; the same bytes for the same sheet.

    Raises `BadTemplate`, with the template's own complaint, when an edited template cannot be filled.
    """
    path = template or TEMPLATE
    try:
        return _made(sheet, DocxTemplate(path))
    except Exception as error:  # whatever an office's template may say: a sum with words, a file it lacks
        raise BadTemplate(path.name, _reason(error)) from error


def _reason(error: Exception) -> str:
    """The template's own complaint; of anything else also what kind of mistake it is."""
    kind = type(error).__name__
    said = str(error).rstrip(".")
    return said if isinstance(error, TemplateError) else f"{kind}: {said}" if said else kind


def _made(sheet: ProtocolSheet, document: DocxTemplate) -> bytes:
    document.init_docx()
    filled = {
        **content(sheet),
        "signature": _signature(sheet.signature),
        "countersignature": sheet.countersignature and _signature(sheet.countersignature),
        "check_code": InlineImage(document, _check_code(sheet.check_url), width=CODE_WIDTH),
    }
    document.render(filled, _environment(), autoescape=True)
    document.core_properties.created = sheet.moment.astimezone(UTC).replace(tzinfo=None)
    document.core_properties.modified = document.core_properties.created
    document.core_properties.keywords = sheet.fingerprint
    saved = BytesIO()
    document.save(saved)
    return _dated(saved, sheet)


def _signature(block: SignatureBlock) -> dict[str, Any]:
    return {
        **content(block),
        "line": "" if block.signed else "_" * 12,
        "said": block.signed or block.unsigned,
    }


class _Environment(SandboxedEnvironment):
    """Compiles each part of a template once: that is half the work of filling it."""

    def __init__(self) -> None:
        # A template is data: it may not reach into the program; a misspelt name must not print as nothing.
        super().__init__(undefined=StrictUndefined, autoescape=True)
        self._compiled: dict[str, Template] = {}

    def from_string(self, source: Any, *_: Any, **__: Any) -> Template:
        """The template of this source."""
        if source not in self._compiled:
            if len(self._compiled) == _MOST_COMPILED:
                self._compiled.clear()
            self._compiled[source] = super().from_string(source)
        return self._compiled[source]


@cache
def _environment() -> _Environment:
    return _Environment()


def _check_code(url: str) -> BytesIO:
    picture = BytesIO()
    segno.make(url, error="m", micro=False).save(picture, kind="png", scale=8, border=0)
    picture.seek(0)
    return picture


def _dated(saved: BytesIO, sheet: ProtocolSheet) -> bytes:
    """The same package with the sheet's moment for every part instead of the time of writing."""
    moment = sheet.moment.timetuple()[:6]
    whole = BytesIO()
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as dated:
        for part in parts.infolist():
            entry = zipfile.ZipInfo(part.filename, moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            dated.writestr(entry, parts.read(part))
    return whole.getvalue()
