"""A meeting as it is kept: one document, read and written whole."""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError

from bot.storage.shape import Shape
from domain.meetings.meeting import Meeting

_meeting = Shape(Meeting)


def written(meeting: Meeting) -> str:
    """The meeting as its document."""
    return _meeting.written(meeting)


def read(content: str) -> Meeting:
    """The meeting of a document, also of one written when its parts did not stand apart."""
    try:
        return _meeting.read(content)
    except ValidationError:
        return _meeting.made(_with_parts(json.loads(content)))


def _with_parts(kept: dict[str, Any]) -> dict[str, Any]:
    """Until November 2026 questions, stays and chairs lay beside everything else."""
    return kept | {
        "agenda": {"items": kept["agenda"], "last_key": kept.get("last_key", 0)},
        "attendance": {"stays": kept.get("attendance", {})},
        "chairing": {"handed_over": kept.get("handed_over", False), "chairs": kept.get("chairs", [])},
    }
