"""Where a meeting stands, how members take part in it, what they say to its notice (п. 3.2, 4.3)."""

from __future__ import annotations

import re
from enum import StrEnum
from urllib.parse import urlsplit

from domain.office.refusal import Refusal

_LONGEST_LINK = 500
_HOST = re.compile(r"[\w.-]+")


class MeetingState(StrEnum):
    """Where a meeting stands."""

    DRAFT = "draft"
    CONVENED = "convened"
    OPEN = "open"
    ADJOURNED = "adjourned"
    CLOSED = "closed"
    NOT_HELD = "not_held"
    CANCELLED = "cancelled"
    DISCARDED = "discarded"


MEETING_AHEAD = (MeetingState.CONVENED, MeetingState.OPEN, MeetingState.ADJOURNED)
"""Where people gather or are gathered."""


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
    if not opens(address):
        raise Refusal("bad-link")
    return address


def opens(address: str) -> bool:
    """Whether a button can open the address: a messenger refuses the whole card that has another one.

    http or https, a host with a dot, a port that there is.
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or len(address) > _LONGEST_LINK:
        return False
    if port == 0 or parts.netloc.endswith(":") or any(letter.isspace() for letter in address):
        return False
    return "." in host and host != "." and _HOST.fullmatch(host) is not None
