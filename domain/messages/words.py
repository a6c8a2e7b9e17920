"""Words of topics and titles in one form, for comparing."""

from __future__ import annotations

import re

_NOT_WORDS = re.compile(r"[^\w]+")


def normalise(text: str) -> str:
    """The words of a topic or a title, without case, punctuation and «ё»."""
    return _NOT_WORDS.sub(" ", text.casefold().replace("ё", "е")).strip()
