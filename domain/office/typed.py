"""Words people type, in a chat or a form, made ready to be kept."""

from __future__ import annotations

from domain.office.refusal import Refusal

TEXT_LIMIT = 1000


def short(text: str, limit: int) -> str:
    """The text on one line; a refusal when it is empty or longer than `limit` characters."""
    flat = " ".join(text.split())
    if not flat:
        raise Refusal("empty-words")
    if len(flat) > limit:
        raise Refusal("too-long", limit=limit)
    return flat


def said(text: str, limit: int = TEXT_LIMIT) -> str:
    """The words with their lines, up to `limit` characters; a refusal for none or too many."""
    words = "\n".join(line.strip() for line in text.strip().splitlines())
    if not words:
        raise Refusal("empty-words")
    if len(words) > limit:
        raise Refusal("too-long", limit=limit)
    return words


def parts_of(line: str, most: int) -> list[str]:
    """What stands between the strokes of «a | b | c», empty up to `most`; more of it where more was typed."""
    parts = [part.strip() for part in line.split("|")]
    return parts + [""] * (most - len(parts))
