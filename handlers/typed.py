"""Words people type, made ready to be kept."""

from __future__ import annotations

from domain.refusal import Refusal


def short(text: str, limit: int) -> str:
    """The text on one line; a refusal when it is empty or longer than `limit` characters."""
    flat = " ".join(text.split())
    if not flat:
        raise Refusal("empty-words")
    if len(flat) > limit:
        raise Refusal("too-long", limit=limit)
    return flat
