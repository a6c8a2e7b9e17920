"""What the files of papers are called: as a person would save them."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from domain.office.ports import Texts

Named = Literal["protocol", "draft", "extract", "correction", "act"]


def file_name(texts: Texts, paper: Named, day: date, ending: str, **said: Any) -> str:
    """«Протокол № 7 от 25.11.2026.pdf»; `day` is the meeting's, `said` what the name says besides."""
    name = texts(f"file-{paper}", day=f"{day:%d.%m.%Y}", **said)
    return name.replace("\N{NO-BREAK SPACE}", " ") + ending
