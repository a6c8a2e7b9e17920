"""Where a meeting stands, how members take part in it, what they say to its notice (п. 3.2, 4.3)."""

from __future__ import annotations

from enum import StrEnum
from urllib.parse import urlsplit

from domain.office.refusal import Refusal

_LONGEST_LINK = 500


class MeetingState(StrEnum):
    """Where a meeting stands."""

    DRAFT = "draft"
    CONVENED = "convened"
    OPEN = "open"
    CLOSED = "closed"
    NOT_HELD = "not_held"
    CANCELLED = "cancelled"
    DISCARDED = "discarded"


class Form(StrEnum):
    """How members take part; the chair sets it when convening."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    MIXED = "mixed"


class Answer(StrEnum):
    """What a member says to the notice."""

    COMING = "coming"
    NOT_COMING = "not_coming"


def video_link(text: str) -> str:
    """An address of a video meeting that a button can open; a refusal for anything else."""
    address = text.strip()
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        raise Refusal("bad-link") from None
    if parts.scheme not in ("http", "https") or "." not in host or len(address) > _LONGEST_LINK:
        raise Refusal("bad-link")
    if any(letter.isspace() for letter in address):
        raise Refusal("bad-link")
    return address
