"""Small habits of wording that conversations and documents share."""

from __future__ import annotations

import html
import re
from typing import Any

from domain.office.ports import Texts


def clipped(text: str, limit: int) -> str:
    """The text, or its beginning with an ellipsis; `limit` in characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"


def opening(text: str, limit: int) -> str:
    """The text with its lines, or their beginning with an ellipsis; `limit` in characters."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def plain(text: str, limit: int | None = None) -> str:
    """A chat's HTML as plain text; its beginning with an ellipsis where it is longer than `limit`."""
    bare = html.unescape(re.sub(r"<[^>]+>", "", text))
    return bare if limit is None or len(bare) <= limit else bare[: limit - 1] + "…"


def shown_length(text: str) -> int:
    """How long a chat's HTML is as the messenger counts it: without tags, in units of UTF-16."""
    return len(plain(text).encode("utf-16-le")) // 2


class literal(str):
    """People's words for a button's caption, which is no HTML: shown letter for letter, not escaped."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def unescaped(texts: Texts) -> Texts:
    """The same sentences, what people typed letter for letter: for what is kept, printed, escaped later."""

    def said(key: str, **arguments: Any) -> str:
        bare = {name: literal(one) if isinstance(one, str) else one for name, one in arguments.items()}
        return str(texts(key, **bare))

    return said
