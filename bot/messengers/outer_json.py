"""JSON from outside, without what no text of ours may hold."""

from __future__ import annotations

import json
import re
from typing import Any

_UNFIT = re.compile("[\x00\ud800-\udfff]")
# Control characters, which a terminal obeys; what is not to be seen; and the marks that turn the direction of
# writing, which could show «против» as «за». What joins the parts of an emoji stays.
_UNSEEN = re.compile(
    "[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]"
)


def read_json(content: str | bytes) -> Any:
    """What the JSON says. Raises ValueError where it is none.

    NUL, which PostgreSQL keeps in no text, and halves of surrogate pairs, which UTF-8 cannot carry, are left
    out of every string: here, at the door, so that nothing further in has to think of them. What would make a
    text look like another becomes a space.
    """
    return _fit(json.loads(content.decode() if isinstance(content, bytes) else content))


def _fit(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else _UNSEEN.sub(" ", _UNFIT.sub("", value))
    if isinstance(value, list):
        return [_fit(one) for one in value]
    if isinstance(value, dict):
        return {key: _fit(one) for key, one in value.items()}
    return value
