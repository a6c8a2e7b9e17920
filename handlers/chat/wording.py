"""Small habits of wording that several views share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from markupsafe import Markup

from domain.office.ports import Texts


def clipped(text: str, limit: int) -> str:
    """The text, or its beginning with an ellipsis; `limit` in characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"


def seat_list(seats: Iterable[int]) -> str:
    """«1, 2, 5» — the sentence around it says «место» or «места»."""
    return ", ".join(str(seat) for seat in sorted(seats))


def minutes(span: timedelta) -> int:
    """Begun minutes of a stretch of time."""
    return -(-span // timedelta(minutes=1))


def literal(text: str) -> Markup:
    """People's words for a button's caption, which is no HTML: not escaped."""
    return Markup(text)  # noqa: S704 — captions are shown letter for letter


def unescaped(texts: Texts) -> Texts:
    """The same sentences, what people typed letter for letter: for what is kept, printed, escaped later."""

    def said(key: str, **arguments: Any) -> str:
        bare = {name: literal(one) if isinstance(one, str) else one for name, one in arguments.items()}
        return str(texts(key, **bare))

    return said
